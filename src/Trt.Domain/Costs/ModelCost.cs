using Trt.Domain.Catalog.Prose;
using Trt.Domain.Shared;

namespace Trt.Domain.Costs;

/// <summary>
/// What is known of the provider's price for one model: when it was read for certain, and what keeps it from being believed. A model that
/// the provider has never listed has none, and its card alone counts.
/// </summary>
public sealed class ModelCost
{
    public const int TextLengthMax = PriceProse.LengthMax;
    public const int ReasonLengthMax = 500;
    public const int TitleLengthMax = 200;

    private ModelCost()
    {
    }

    public ModelId Model { get; private init; }

    /// <summary>The last list it stood in; null = it never stood in any, and nobody waits for it there.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When its price was known for certain last. For one that was never understood: when it was seen first.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The provider's text as it was seen last; null when there was none.</summary>
    public string? Text { get; private set; }

    /// <summary>What the provider calls it there.</summary>
    public string? Title { get; private set; }

    /// <summary>Why that text gives no price; the one before it counts meanwhile.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Why it is not sold until a person, or the provider, says otherwise.</summary>
    public CostHalt? Halt { get; private set; }

    public string? HaltReason { get; private set; }

    public static ModelCost Of(ModelId model, DateTimeOffset now) => new() { Model = model, ReadAt = now };

    /// <summary>It stands in a list with this text.</summary>
    /// <returns>Whether it says something else than before.</returns>
    public bool See(string? text, string? title, DateTimeOffset seenAt)
    {
        var kept = Cut(text, TextLengthMax);
        var isNew = kept != Text;
        (Text, Title, SeenAt) = (kept, Cut(title, TitleLengthMax), seenAt);
        if (Halt == CostHalt.Vanished)
        {
            (Halt, HaltReason) = (null, null);
        }

        return isNew;
    }

    /// <summary>The text was understood and what it says counts.</summary>
    /// <param name="hasChanged">Another price than the one that was charged wrongly.</param>
    public void Believe(DateTimeOffset readAt, bool hasChanged)
    {
        (ReadAt, Trouble) = (readAt, null);
        if (Halt != CostHalt.ChargedMore || hasChanged)
        {
            (Halt, HaltReason) = (null, null);
        }
    }

    /// <summary>The text gives no price; the last one stays until it is too old.</summary>
    public void Doubt(string why) => Trouble = Cut(why, ReasonLengthMax);

    public void Stop(CostHalt halt, string reason)
    {
        (Halt, HaltReason) = (halt, Cut(reason, ReasonLengthMax));
        if (halt == CostHalt.Leapt)
        {
            // A price that moved too far was understood all the same.
            Trouble = null;
        }
    }

    /// <summary>Why the model cannot be sold now; null when it can.</summary>
    /// <param name="ageMax">For how long a price that was read counts.</param>
    /// <param name="isByHand">A person answers for every price line.</param>
    public string? Objection(DateTimeOffset now, TimeSpan ageMax, bool isByHand) => Halt is not null ? HaltReason
        : isByHand || SeenAt is null || now - ReadAt <= ageMax ? null
        : $"its price was read last on {ReadAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(Trouble is null ? "" : $"; since then: {Trouble}")}";

    /// <summary>A zero character is the one thing the database does not keep in a text.</summary>
    internal static string? Cut(string? text, int lengthMax) =>
        (text?.Length > lengthMax ? text[..lengthMax] : text)?.Replace('\0', ' ');
}

/// <summary>What takes a model off sale although it has a price.</summary>
public enum CostHalt
{
    /// <summary>The provider listed it once and does no more.</summary>
    Vanished,

    /// <summary>The price has moved further than it may by itself.</summary>
    Leapt,

    /// <summary>The provider has charged more than its price says.</summary>
    ChargedMore,
}
