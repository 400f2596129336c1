using Trt.Domain.Broadcasts;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Whom broadcasts go to: sums and rows of many people at once, taken one by one.</summary>
public interface IBroadcasts
{
    /// <summary>How many people would get it now.</summary>
    Task<int> Count(Audience audience, DateOnly today, CancellationToken token);

    /// <summary>Writes a row for each of them, inside the caller's unit of work.</summary>
    /// <returns>How many.</returns>
    Task<int> Address(Guid broadcast, Audience audience, DateOnly today, CancellationToken token);

    /// <summary>
    /// Takes the next one, on all instances at most once; null when nobody waits, or it is not under way any more. Who wants no news by
    /// now, has left or is blocked is passed over and counted.
    /// </summary>
    Task<UserId?> Claim(Guid broadcast, DateTimeOffset now, CancellationToken token);

    Task Note(Guid broadcast, UserId user, RecipientState state, DateTimeOffset now, CancellationToken token);

    /// <summary>Whoever was at these has died: what became of them is not known.</summary>
    Task GiveUp(Guid broadcast, DateTimeOffset claimedBefore, DateTimeOffset now, CancellationToken token);

    Task<BroadcastCounts> Counts(Guid broadcast, CancellationToken token);
}

public sealed record BroadcastCounts(int Waiting, int Claimed, int Sent, int Left, int Failed, int Unknown, int Skipped)
{
    public static readonly BroadcastCounts None = new(0, 0, 0, 0, 0, 0, 0);

    public int Total => Waiting + Claimed + Sent + Left + Failed + Unknown + Skipped;
}

/// <summary>Brings a broadcast into chats.</summary>
public interface IBroadcastNotifier
{
    /// <summary>Waits until customers' own messages leave room; then sends.</summary>
    Task<SendOutcome> Send(UserId customer, Language language, Broadcast broadcast, CancellationToken token);

    /// <summary>To its author, as customers will see it.</summary>
    Task<SendOutcome> Preview(UserId author, Language language, Broadcast broadcast, CancellationToken token);

    Task<SendOutcome> Ended(UserId author, Language language, Broadcast broadcast, BroadcastCounts counts, CancellationToken token);
}
