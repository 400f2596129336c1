using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>On which day a customer was last told that the balance runs low.</summary>
public sealed class LowBalanceNotice
{
    private LowBalanceNotice()
    {
    }

    public UserId UserId { get; private init; }

    public DateOnly Day { get; private set; }

    public static LowBalanceNotice For(UserId user) => new() { UserId = user };

    /// <summary>True the first time on this day.</summary>
    public bool TryTake(DateOnly day)
    {
        if (day <= Day)
        {
            return false;
        }

        Day = day;
        return true;
    }
}
