using Trt.Domain.Shared;

namespace Trt.Domain.Growth;

/// <summary>A customer's wrong promo codes of the running hour: guessing has an end.</summary>
public sealed class PromoAttempts
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private PromoAttempts()
    {
    }

    public UserId UserId { get; private init; }

    public DateTimeOffset WindowStartedAt { get; private set; }

    public int Misses { get; private set; }

    /// <summary>How long until the next try; null when it is welcome now.</summary>
    public TimeSpan? WaitAt(DateTimeOffset now, int missesMax)
    {
        var rest = WindowStartedAt + Window - now;
        return Misses >= missesMax && rest > TimeSpan.Zero ? rest : null;
    }

    public void Miss(DateTimeOffset now)
    {
        if (now - WindowStartedAt >= Window)
        {
            (WindowStartedAt, Misses) = (now, 0);
        }

        Misses++;
    }
}
