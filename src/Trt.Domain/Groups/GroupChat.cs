namespace Trt.Domain.Groups;

/// <summary>A group that the bot is or was in. What is ordered there belongs to who asked, never to the group.</summary>
public sealed class GroupChat
{
    public const int TitleLengthMax = 128;

    /// <summary>Thrown out and let in again within so long, nobody wants to read the greeting once more.</summary>
    private static readonly TimeSpan GreetingHolds = TimeSpan.FromDays(1);

    private GroupChat()
    {
    }

    public long Id { get; private init; }

    public string Title { get; private set => field = value.Length > TitleLengthMax ? value[..TitleLengthMax] : value; } = "";

    /// <summary>The bot may speak here.</summary>
    public bool IsOpen { get; private set; }

    public DateTimeOffset? GreetedAt { get; private set; }

    /// <summary>It became a supergroup with this id.</summary>
    public long? MovedTo { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static GroupChat Of(long id, string title, DateTimeOffset now) => new() { Id = id, Title = title, At = now };

    /// <returns>Whether to say hello.</returns>
    public bool Enter(string title, DateTimeOffset now)
    {
        var isNews = !IsOpen && !(now - GreetedAt < GreetingHolds);
        (Title, IsOpen, At) = (title, true, now);
        if (isNews)
        {
            GreetedAt = now;
        }

        return isNews;
    }

    public void Leave(DateTimeOffset now) => (IsOpen, At) = (false, now);

    /// <summary>The new one has been greeted with the old one.</summary>
    public void MoveTo(GroupChat next, DateTimeOffset now)
    {
        (IsOpen, MovedTo, At) = (false, next.Id, now);
        next.Title = Title;
        next.IsOpen = true;
        next.GreetedAt ??= GreetedAt ?? now;
        next.At = now;
    }
}
