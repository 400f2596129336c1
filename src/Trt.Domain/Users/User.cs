using Trt.Domain.Shared;

namespace Trt.Domain.Users;

/// <summary>A person who has written to the bot.</summary>
public sealed class User
{
    public const int NameLengthMax = 256;
    public const int BlockReasonLengthMax = 500;
    public const int SearchLengthMax = 100;

    /// <summary>The ends of the world's clocks.</summary>
    public static readonly TimeSpan ZoneMin = TimeSpan.FromHours(-12);
    public static readonly TimeSpan ZoneMax = TimeSpan.FromHours(14);

    public static readonly TimeSpan BetweenArchives = TimeSpan.FromHours(1);

    private User()
    {
    }

    public UserId Id { get; private init; }

    public string Name { get; private set => field = value.Length > NameLengthMax ? value[..NameLengthMax] : value; } = "";

    public string? Username { get; private set; }

    public Language Language { get; private set; }

    /// <summary>The person stopped the bot: nothing can be sent until they come back.</summary>
    public bool HasLeft { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The last day of the shop's time zone on which they wrote or pressed anything.</summary>
    public DateOnly? SeenOn { get; private set; }

    /// <summary>Since when the shop takes nothing new from this person; what is under way and what they pay is still theirs.</summary>
    public DateTimeOffset? BlockedAt { get; private set; }

    /// <summary>For operators; never shown to the person.</summary>
    public string? BlockReason { get; private set; }

    public bool IsBlocked => BlockedAt is not null;

    /// <summary>How far their clock is ahead of UTC; null as long as they have not said.</summary>
    public int? UtcOffsetMinutes { get; private set; }

    /// <summary>What they last looked for among their own orders, so that every page and every way back shows the same.</summary>
    public string? SearchedFor { get; private set; }

    /// <summary>The shop may write to them about more than their own orders and money.</summary>
    public bool WantsNews { get; private set; } = true;

    /// <summary>What they order from now on is forgotten soon after it is delivered.</summary>
    public bool Vanishes { get; private set; }

    /// <summary>When they last asked for an archive of their data.</summary>
    public DateTimeOffset? ArchiveAskedAt { get; private set; }

    /// <summary>When everything that tells who they are was erased; whoever comes back afterwards is known anew.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public static User Register(UserId id, string name, string? username, Language language, DateTimeOffset now) =>
        new() { Id = id, Name = name, Username = username, Language = language, CreatedAt = now };

    public void Introduce(string name, string? username)
    {
        Name = name;
        Username = username;
    }

    public void See(DateOnly day) => SeenOn = day;

    public void Speak(Language language) => Language = language;

    public void LiveBy(TimeSpan utcOffset) => UtcOffsetMinutes = (int)utcOffset.TotalMinutes;

    public void SearchFor(string words) => SearchedFor = words.Length > SearchLengthMax ? words[..SearchLengthMax] : words;

    public void Hear(bool news) => WantsNews = news;

    public void Vanish(bool vanishes) => Vanishes = vanishes;

    /// <summary>False when one is on its way or was made a while ago only.</summary>
    public bool AskForArchive(DateTimeOffset now)
    {
        if (now - ArchiveAskedAt < BetweenArchives)
        {
            return false;
        }

        ArchiveAskedAt = now;
        return true;
    }

    /// <summary>The number alone stays: the books need it, and so does a block.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Name, Username, SearchedFor, UtcOffsetMinutes, SeenOn) = ("", null, null, null, null);
        (Vanishes, ArchiveAskedAt, ErasedAt) = (false, null, now);
        BlockReason = IsBlocked ? "" : null;
    }

    /// <summary>True when they had been erased and are here again.</summary>
    public bool ComeBack()
    {
        var wasErased = ErasedAt is not null;
        ErasedAt = null;
        return wasErased;
    }

    public void Leave() => HasLeft = true;

    public void Return() => HasLeft = false;

    /// <summary>False when they were blocked already.</summary>
    public bool Block(string reason, DateTimeOffset now)
    {
        if (IsBlocked)
        {
            return false;
        }

        (BlockedAt, BlockReason) = (now, reason);
        return true;
    }

    /// <summary>False when they were not blocked.</summary>
    public bool Unblock()
    {
        if (!IsBlocked)
        {
            return false;
        }

        (BlockedAt, BlockReason) = (null, null);
        return true;
    }
}
