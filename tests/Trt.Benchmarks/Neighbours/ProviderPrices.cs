using System.Globalization;
using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;

namespace Trt.Benchmarks.Neighbours;

/// <summary>The provider's list of models in two states, so that every look finds a third of the prices changed.</summary>
internal sealed class ProviderPrices
{
    private readonly byte[][] _lists;
    private int _asked;

    private ProviderPrices(byte[][] lists) => _lists = lists;

    /// <summary>How often the list was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public static ProviderPrices OfCards()
    {
        var cards = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current.Cards
            .Where(card => card is { Family: ProviderFamily.Jobs, SendAs: not null } && card.Prices.Skus.Count > 0)
            .DistinctBy(card => card.SendAs)
            .ToList();
        return new ProviderPrices([List(cards, 1), List(cards, 1.1m)]);
    }

    public byte[] Next() => _lists[Interlocked.Increment(ref _asked) % _lists.Length];

    private static byte[] List(List<ModelCard> cards, decimal factor) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        code = 200,
        msg = "success",
        data = new
        {
            total = cards.Count,
            models = cards.Select((card, number) => new
            {
                model = card.SendAs,
                title = card.Title.En,
                taskType = Array.Empty<string>(),
                pricingDesc = TextOf(card, number % 3 == 0 ? factor : 1),
            }),
        },
    });

    private static string TextOf(ModelCard card, decimal factor) => string.Join(", ", card.Prices.Skus.Select(sku =>
        $"{Text(sku.Credits * factor)} credits (${Text(sku.Credits * factor * 0.005m)}){(sku.When.Count == 0 ? "" : $" for {string.Join(", ", sku.When.Values)}")}"));

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
