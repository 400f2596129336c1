using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Catalog.Reports;
using Trt.Infrastructure.Kie;

namespace Trt.Infrastructure.Catalog.Live;

/// <summary>
/// The provider's schema of a model beside its card. A schema is silent about much (limits, sizes, prices, what the model gives): where it
/// says nothing there is no difference.
/// </summary>
public sealed class ContractLook(KieSchemas schemas) : IContractLook
{
    public async Task<ContractReading> Look(ModelCard card, CancellationToken token) =>
        await schemas.Read(card.SendAs ?? card.Id.Value, token) switch
        {
            SchemaAnswer.Here here => Of(card, SchemaReader.Read(card.Id.Value, here.Document)),
            SchemaAnswer.Unknown unknown => new ContractReading.Unreadable(unknown.Detail),
            SchemaAnswer.NotNow { After: null } notNow => new ContractReading.Unreadable(notNow.Detail),
            SchemaAnswer.NotNow notNow => new ContractReading.TryLater(notNow.After, notNow.Detail),
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };

    internal static ContractReading Of(ModelCard card, SchemaReading schema)
    {
        if (schema.Contract is not { } contract)
        {
            return new ContractReading.Unreadable(string.Join("; ", schema.Unread));
        }

        var said = CatalogDrift.Compare(card, contract with { SentAs = card.SendAs }).Changes.Where(IsSaid).ToLookup(change => change.Kind);
        return new ContractReading.Read(
            ContractFacts.Fingerprint(contract),
            [.. said[DriftKind.Unsafe].Select(change => change.Words)],
            [.. said[DriftKind.Safe].Select(change => change.Words)]);
    }

    /// <summary>An input of ours that is not there any more is said by its absence; everything else has to stand there.</summary>
    private static bool IsSaid(Difference change) => change.Kind != DriftKind.Price
        && (change.Provider is not null || change.Fact.IndexOfAny([' ', '.']) < 0)
        && !IsSpelling(change);

    /// <summary>Files are addresses, and a schema does not always say so.</summary>
    private static bool IsSpelling(Difference change) => (change.Provider, change.Card) switch
    {
        (InputTypes.Text, { } card) => InputTypes.IsMedia(card) && !InputTypes.IsList(card) || card == InputTypes.Choice,
        (InputTypes.Texts, { } card) => InputTypes.IsMedia(card) && InputTypes.IsList(card),
        (InputTypes.Number, InputTypes.Integer) => true,
        (InputTypes.Image or InputTypes.Video or InputTypes.Audio, { } card) => InputTypes.IsMedia(card) && !InputTypes.IsList(card),
        (InputTypes.Images or InputTypes.Videos or InputTypes.Audios, { } card) => InputTypes.IsMedia(card) && InputTypes.IsList(card),
        _ => false,
    };
}
