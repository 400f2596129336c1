using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>What can be ordered: one model, its inputs, its price. Immutable, loaded once, checked as a whole.</summary>
public sealed record ModelCard
{
    private const int DaysNew = 30;

    public required ModelId Id { get; init; }

    public required ProviderFamily Family { get; init; }

    /// <summary>The address within the family where the family has several; null = the family's main one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The name the provider knows the model by; null where the endpoint takes no model.</summary>
    public required string? SendAs { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>One line: what the customer gains.</summary>
    public required LocalText Benefit { get; init; }

    /// <summary>Who made the model ("Google"); shown to customers, so never the supplier.</summary>
    public required string Maker { get; init; }

    public required GenerationType Type { get; init; }

    public required OutputKind Output { get; init; }

    public required InputSchema Inputs { get; init; }

    public required PriceList Prices { get; init; }

    /// <summary>Where the model needs longer than its kind does; a price line may have its own.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Can be had for free, wholly or with some of its price lines.</summary>
    public bool IsFree { get; init; }

    /// <summary>The price lines that are free when not all of them are.</summary>
    public IReadOnlySet<string>? FreeSkus { get; init; }

    /// <summary>Since when it is shown as new; null for one that never was.</summary>
    public DateOnly? NewSince { get; init; }

    /// <summary>Ids of former times that lead here: in buttons, links and commands.</summary>
    public IReadOnlyList<string> Formerly { get; init; } = [];

    /// <summary>What to offer first when it is not on sale.</summary>
    public IReadOnlyList<ModelId> Instead { get; init; } = [];

    /// <summary>Whether the provider takes its money for a refusal because of the content too.</summary>
    public RefusalCharge RefusalCharged { get; init; }

    /// <summary>How many results one order always brings for its price, such as two songs.</summary>
    public int Makes { get; init; } = 1;

    /// <summary>Position in lists, lower first.</summary>
    public int Order { get; init; } = 1000;

    public required ModelStatus Status { get; init; }

    /// <summary>Why it is not offered, for the operator.</summary>
    public string? StatusReason { get; init; }

    /// <summary>It takes longer than usual at the moment, or has just come back; said before the order.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Since when its orders fail, so that it is not sold and comes back by itself; null for any other reason.</summary>
    public DateTimeOffset? RestsSince { get; init; }

    /// <summary>Where the card differs from the provider's contract on purpose → why.</summary>
    public IReadOnlyDictionary<string, string> Differs { get; init; } = new Dictionary<string, string>();

    public bool IsOffered => Status == ModelStatus.Ready;

    /// <summary>Not sold at the moment only because its orders fail: whoever likes may wait for it.</summary>
    public bool IsResting => Status == ModelStatus.Paused && RestsSince is not null;

    public bool IsWhollyFree => IsFree && FreeSkus is null;

    /// <summary>
    /// Not on sale only because its price is not known any more, for a promotion that ended or a price in doubt: an order whose price was
    /// shown before may still go.
    /// </summary>
    public bool IsOver => Status == ModelStatus.BlockedNoPrice && Prices.Skus.Count > 0;

    public bool IsAtMost(string sku) => Prices.Skus.Any(line => line.Key == sku && line.IsAtMost);

    public bool IsNewOn(DateOnly day) => NewSince is { } since && since <= day && day < since.AddDays(DaysNew);

    /// <summary>The card as it is at this moment: promotions end by themselves.</summary>
    public ModelCard At(DateTimeOffset now)
    {
        var prices = Prices.At(now);
        return ReferenceEquals(prices, Prices) ? this
            : Status == ModelStatus.Ready && prices.Skus.All(sku => sku.IsOver) ? this with
            {
                Prices = prices,
                Status = ModelStatus.BlockedNoPrice,
                StatusReason = "Its price was promised until a day that is over, and what it costs since is not known.",
            }
            : this with { Prices = prices };
    }

    public TimeSpan? TimeLimitFor(string sku) => Prices.Skus.FirstOrDefault(line => line.Key == sku)?.TimeLimit ?? TimeLimit;

    public bool IsFreeFor(string sku) => IsFree && FreeSkus?.Contains(sku) != false;

    /// <summary>The one answer to "is this order free": what it would be taken from; null = it costs money.</summary>
    public FreeSource? FreeFrom(string sku, FreeRoom room, int copies = 1) => IsFreeFor(sku) ? room.For(copies) : null;
}

/// <summary>Which endpoints of the provider serve the model.</summary>
public enum ProviderFamily
{
    Jobs,
    Veo,
    FourOImage,
    FluxKontext,
    Runway,
    Aleph,
    Suno,
    Luma,
}

public enum OutputKind
{
    Image,
    Video,
    Audio,
    Text,
}

/// <summary>What the customer wants to do; the first question of the menu.</summary>
public enum GenerationType
{
    TextToImage,
    ImageToImage,
    ImageEdit,
    TextToVideo,
    ImageToVideo,
    VideoToVideo,
    ReferenceToVideo,
    LipSync,
    SpeechToVideo,
    TextToSpeech,
    SpeechToText,
    TextToSound,
    AudioToAudio,
    TextToMusic,
    TextToLyrics,
    ImageUpscale,
    VideoUpscale,
    BackgroundRemoval,
    WatermarkRemoval,
    ImageAnalysis,
    CharacterCreation,
}

/// <summary>Whether a refusal because of the content costs the house something; the customer it never costs anything.</summary>
public enum RefusalCharge
{
    No,
    Yes,
    Unknown,
}

/// <summary>Why a model is or is not offered.</summary>
public enum ModelStatus
{
    Ready,
    BlockedNoPrice,
    BlockedInvalid,
    HiddenByOperator,
    Unsupported,
    AbsentUpstream,

    /// <summary>It fails at the moment and comes back by itself; or an operator wants it so.</summary>
    Paused,
}
