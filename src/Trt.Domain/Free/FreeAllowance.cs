using Trt.Domain.Shared;

namespace Trt.Domain.Free;

/// <summary>How many free generations a customer has used on one day of the shop's time zone.</summary>
public sealed class FreeAllowance
{
    private FreeAllowance()
    {
    }

    public UserId UserId { get; private init; }

    public DateOnly Day { get; private init; }

    public int Used { get; private set; }

    public static FreeAllowance For(UserId user, DateOnly day) => new() { UserId = user, Day = day };

    public bool TryTake(int limit)
    {
        if (Used >= limit)
        {
            return false;
        }

        Used++;
        return true;
    }

    public void Return()
    {
        if (Used == 0)
        {
            throw new InvalidOperationException($"Nothing was taken from the free allowance of {UserId} on {Day}");
        }

        Used--;
    }
}
