namespace Trt.Domain.Free;

/// <summary>What a free generation was taken from, and goes back to when there is no result.</summary>
/// <param name="Day">The shop's day it was ordered on.</param>
public sealed record FreeTicket(FreeSource Source, DateOnly Day);

public enum FreeSource
{
    /// <summary>The day's allowance.</summary>
    Day,

    /// <summary>What was earned.</summary>
    Bank,
}
