using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>How far those behind the counter are trusted.</summary>
public sealed record AdminTerms
{
    /// <summary>What a new admin may credit a day unless an owner says otherwise.</summary>
    public Money DailyLimit { get; init; } = Money.Rubles(100);

    /// <summary>Larger adjustments are asked twice.</summary>
    public Money AskTwiceAbove { get; init; } = Money.Rubles(1000);

    /// <summary>The largest file that goes into a chat; the messenger takes 50 MB.</summary>
    public long ExportBytesMax { get; init; } = 45 * 1024 * 1024;
}
