namespace Trt.Domain.Wallets;

/// <summary>How many free generations a customer can still have: today's, and those that were earned.</summary>
public sealed record FreeRoom(int Today, int Earned)
{
    public static readonly FreeRoom None = new(0, 0);

    /// <summary>Where the next one comes from: today's go first, since they end at midnight. Null = there is none.</summary>
    public FreeSource? Next => Today > 0 ? FreeSource.Day : Earned > 0 ? FreeSource.Bank : null;
}
