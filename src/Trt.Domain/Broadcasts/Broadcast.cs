using Trt.Domain.Shared;

namespace Trt.Domain.Broadcasts;

/// <summary>
/// A message of the shop to many. It is composed by one operator, and each change makes a new revision: only what was shown is sent. Whom
/// it goes to is written down when it starts, a row for each.
/// </summary>
public sealed class Broadcast
{
    /// <summary>Short of what the messenger takes, with the words the shop adds.</summary>
    public const int TextLengthMax = 3000;

    /// <summary>Under a picture it takes less.</summary>
    public const int CaptionLengthMax = 900;

    public const int LinksMax = 3;

    private Broadcast()
    {
    }

    public Guid Id { get; private init; }

    public UserId AuthorId { get; private init; }

    public string? TextRu { get; private set; }

    public string? TextEn { get; private set; }

    /// <summary>The messenger's name of it.</summary>
    public string? PictureFileId { get; private set; }

    public IReadOnlyList<BroadcastLink> Links { get; private set; } = [];

    public Audience Audience { get; private set; }

    public int Revision { get; private set; }

    public BroadcastState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many people it goes to.</summary>
    public int Total { get; private set; }

    public bool IsDraft => State == BroadcastState.Draft;

    public bool IsSending => State == BroadcastState.Sending;

    public static Broadcast Begin(UserId author, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AuthorId = author,
        CreatedAt = now,
    };

    /// <summary>Who has no words in their language reads the other.</summary>
    public string TextIn(Language language) => language switch
    {
        Language.Russian => TextRu ?? TextEn ?? "",
        Language.English => TextEn ?? TextRu ?? "",
    };

    /// <summary>Why it cannot be sent as it is; null when it can.</summary>
    public BroadcastProblem? Problem =>
        TextRu is null && TextEn is null ? BroadcastProblem.NoText
        : PictureFileId is not null && Math.Max(TextRu?.Length ?? 0, TextEn?.Length ?? 0) > CaptionLengthMax ? BroadcastProblem.TextTooLong
        : null;

    /// <param name="text">Null takes it out.</param>
    public BroadcastProblem? Write(Language language, string? text)
    {
        if (text?.Length > (PictureFileId is null ? TextLengthMax : CaptionLengthMax))
        {
            return BroadcastProblem.TextTooLong;
        }

        Change(() => (TextRu, TextEn) = language == Language.Russian ? (text, TextEn) : (TextRu, text));
        return null;
    }

    public void Show(string? pictureFileId) => Change(() => PictureFileId = pictureFileId);

    public BroadcastProblem? Lead(BroadcastLink link)
    {
        if (Links.Contains(link) || Links.Count >= LinksMax)
        {
            return BroadcastProblem.TooManyLinks;
        }

        Change(() => Links = [.. Links, link]);
        return null;
    }

    public void LeadNowhere() => Change(() => Links = []);

    /// <summary>All of it is thrown away.</summary>
    public void Clear() => Change(() =>
        (TextRu, TextEn, PictureFileId, Links, Audience) = (null, null, null, [], Audience.Everyone));

    public void Address(Audience audience) => Change(() => Audience = audience);

    /// <summary>The rows of its recipients are written in the same save.</summary>
    public void Start(int total, DateTimeOffset now)
    {
        if (!IsDraft || Problem is not null || total <= 0)
        {
            throw new InvalidOperationException($"Broadcast {Id} cannot start: {State}, {Problem}, {total}");
        }

        (State, StartedAt, Total) = (BroadcastState.Sending, now, total);
    }

    /// <summary>False when it was not under way.</summary>
    public bool Stop(DateTimeOffset now) => End(BroadcastState.Stopped, now);

    /// <summary>Everybody it went to has an end.</summary>
    public bool Finish(DateTimeOffset now) => End(BroadcastState.Done, now);

    private bool End(BroadcastState state, DateTimeOffset now)
    {
        if (!IsSending)
        {
            return false;
        }

        (State, EndedAt) = (state, now);
        return true;
    }

    private void Change(Action change)
    {
        if (!IsDraft)
        {
            throw new InvalidOperationException($"Broadcast {Id} is {State}: what was sent is not changed");
        }

        change();
        Revision++;
    }
}

public enum BroadcastState
{
    Draft,
    Sending,

    /// <summary>Ended by an operator before everybody had it.</summary>
    Stopped,
    Done,
}

public enum BroadcastProblem
{
    NoText,
    TextTooLong,
    TooManyLinks,
}

/// <summary>Whom a broadcast goes to. Who has left, is blocked or wants no news never gets one.</summary>
public enum Audience
{
    Everyone,
    ActiveWeek,
    ActiveMonth,
    ActiveQuarter,
    Paid,
    NeverPaid,
    WithBalance,
    Russian,
    English,
}

/// <summary>Where a button under a broadcast leads.</summary>
/// <param name="Subject">The model or the kind; empty where the place says everything.</param>
public sealed record BroadcastLink(BroadcastPlace Place, string Subject = "");

public enum BroadcastPlace
{
    Menu,
    TopUp,
    Promo,
    Kind,
    Model,
}

/// <summary>What became of a broadcast for one person. The row is claimed before anything is sent, so nobody gets it twice.</summary>
public sealed record BroadcastRecipient(UserId UserId, Guid BroadcastId, RecipientState State, DateTimeOffset? At);

public enum RecipientState
{
    Waiting,

    /// <summary>It is being sent at this moment, or whoever was at it has died.</summary>
    Claimed,
    Sent,

    /// <summary>They have stopped the bot.</summary>
    Left,

    /// <summary>The messenger refused it for them.</summary>
    Failed,

    /// <summary>Its answer was lost: they have it, or they have not. It is not sent again.</summary>
    Unknown,

    /// <summary>They said no to news, or were blocked, after it had started.</summary>
    Skipped,
}
