using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Trt.Sandbox.Control;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Catalogue;

/// <summary>What the provider changes about one of its models while shops are open.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ShelfChange
{
    public required string Model { get; init; }

    /// <summary>Every price of it so many times as high.</summary>
    public decimal? Factor { get; init; }

    /// <summary>On the public price page it costs so many times as much as it does.</summary>
    public decimal? FeedFactor { get; init; }

    /// <summary>These words in place of its own about the price.</summary>
    public string? Text { get; init; }

    /// <summary>Listed without a price.</summary>
    public bool NoPrice { get; init; }

    /// <summary>Not listed, and not made any more.</summary>
    public bool Gone { get; init; }

    public PriceStyle? Style { get; init; }

    public int? Mix { get; init; }

    public DateTimeOffset? OfferUntil { get; init; }

    /// <summary>Another contract: these inputs in place of its own; null takes one away.</summary>
    public IReadOnlyDictionary<string, KieInput?>? Inputs { get; init; }

    /// <summary>What share of its tasks goes well, as its page shows it.</summary>
    public decimal? SuccessRate { get; init; }
}

/// <summary>How the list as a whole goes wrong.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ListFault
{
    /// <summary>Only the first so many are in it.</summary>
    public int? Keep { get; init; }

    /// <summary>It says to hold so many.</summary>
    public int? Total { get; init; }
}

/// <summary>How the public price page goes wrong.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FeedFault
{
    /// <summary>It is not there any more.</summary>
    public bool IsAway { get; init; }

    /// <summary>It says to hold so many rows.</summary>
    public int? Total { get; init; }
}

/// <summary>The provider's models as they are at this moment.</summary>
internal sealed class KieShelf(KieModels models) : ISandboxState
{
    private readonly ConcurrentDictionary<string, ShelfChange> _changes = new(StringComparer.Ordinal);

    public ListFault List { get; set; } = new();

    public FeedFault Feed { get; set; } = new();

    public IReadOnlyList<ShelfChange> Changes => [.. _changes.Values.OrderBy(change => change.Model, StringComparer.Ordinal)];

    /// <summary>The models of the common door, as they are listed.</summary>
    public IReadOnlyList<KieModel> Listed => [.. models.OfJobs.Select(Now).OfType<KieModel>()];

    public ShelfChange? ChangeOf(string model) => _changes.GetValueOrDefault(model);

    public void Put(ShelfChange change) => _changes[change.Model] = change;

    /// <summary>Null for a model that is gone.</summary>
    public KieModel? Now(KieModel model)
    {
        if (ChangeOf(model.Id) is not { } change)
        {
            return model;
        }

        if (change.Gone)
        {
            return null;
        }

        var factor = change.Factor ?? 1;
        return model with
        {
            Credits = model.Credits * factor,
            Skus = model.Skus is null ? null : [.. model.Skus.Select(sku => sku with { Credits = sku.Credits * factor })],
            Inputs = change.Inputs is null ? model.Inputs : model.Inputs.Where(input => !change.Inputs.ContainsKey(input.Key))
                .Concat(change.Inputs.Where(input => input.Value is not null).Select(input => KeyValuePair.Create(input.Key, input.Value!)))
                .ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>Null where it shows none.</summary>
    public string? PriceTextOf(KieModel model)
    {
        var change = ChangeOf(model.Id);
        return change?.NoPrice == true ? null : change?.Text ?? PriceTag.Of(model, DialectOf(model, change));
    }

    public void Reset()
    {
        _changes.Clear();
        List = new ListFault();
        Feed = new FeedFault();
    }

    /// <summary>Every page has its own hand, the same as long as nobody changes it.</summary>
    private static Dialect DialectOf(KieModel model, ShelfChange? change)
    {
        var hand = model.Id.Aggregate(17, (sum, letter) => (sum * 31 + letter) % 10_007);
        return new Dialect(
            change?.Style ?? (PriceStyle)(hand % 6), change?.Mix ?? hand, Bonus: hand % 4 == 0, OfferUntil: change?.OfferUntil);
    }
}
