using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Shared;

namespace Trt.Application.Costs;

/// <summary>
/// Why a whole list is not believed: a list that lost most of its models, or moved most of its prices at once, is more likely broken than
/// true.
/// </summary>
internal static class ListDoubt
{
    /// <summary>Fewer than these may go or move without any doubt.</summary>
    private const int FewMax = 5;

    private const int GonePercentMax = 20;
    private const int MovedPercentMax = 50;

    public static string? About(
        IReadOnlyList<ListedModel> listed,
        IReadOnlyList<ListReading> readings,
        ModelCatalog cards,
        IReadOnlyDictionary<ModelId, ModelCost> known,
        Func<ListReading, bool> hasMoved)
    {
        if (listed.Count == 0)
        {
            return "the list is empty";
        }

        var there = readings.Select(reading => reading.Card.Id).ToHashSet();
        // Before the first list that was believed, the cards tell which models it should hold.
        var listedBefore = known.Values.Where(model => model.SeenAt is not null).ToList();
        var expected = listedBefore.Count > 0
            ? [
                .. listedBefore.Where(model => model.Halt != CostHalt.Vanished && cards.Find(model.Model) is not null)
                    .Select(model => model.Model),
            ]
            : cards.Cards.Where(card => card is { IsOffered: true, Family: ProviderFamily.Jobs }).Select(card => card.Id).ToList();
        var gone = expected.Count(model => !there.Contains(model));
        if (gone > FewMax && gone * 100 > expected.Count * (listedBefore.Count > 0 ? GonePercentMax : MovedPercentMax))
        {
            return $"{gone} of our {expected.Count} models are not in it";
        }

        var moved = readings.Count(hasMoved);
        return moved > FewMax && moved * 100 > readings.Count * MovedPercentMax
            ? $"{moved} of {readings.Count} models have another price at once"
            : null;
    }
}
