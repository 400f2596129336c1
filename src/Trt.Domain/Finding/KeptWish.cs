using Trt.Domain.Catalog;
using Trt.Domain.Groups;
using Trt.Domain.Shared;

namespace Trt.Domain.Finding;

/// <summary>
/// What somebody wrote and sent outside an order, kept so that a button under the answer finds it again, whatever happens in between.
/// What it means is read anew each time.
/// </summary>
public sealed class KeptWish
{
    public const int TextLengthMax = 20_000;
    private const int FilesMax = 10;

    /// <summary>The messenger cuts a longer text into pieces of about this length.</summary>
    private const int PieceMin = 3500;

    private static readonly TimeSpan PiecesApart = TimeSpan.FromSeconds(4);

    /// <summary>A sentence and its file that come one after the other belong together for so long.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    private KeptWish()
    {
    }

    public UserId UserId { get; private init; }

    /// <summary>Counts from one for each customer; stands in buttons.</summary>
    public int Number { get; private init; }

    public string? Text { get; private set; }

    public IReadOnlyList<GivenFile> Files { get; private set; } = [];

    public string? AlbumId { get; private set; }

    /// <summary>The group where it was asked for, and the message that asks; null in the private chat.</summary>
    public GroupPlace? AskedIn => AskedChatId is { } chat && AskedMessageId is { } message ? new GroupPlace(chat, message) : null;

    public long? AskedChatId { get; private set; }

    public int? AskedMessageId { get; private set; }

    /// <summary>An order was begun with it: what comes next is something new.</summary>
    public bool IsTaken { get; private set; }

    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<MediaItem> Items => [.. Files.Select(file => file.Item)];

    public static KeptWish Of(UserId user, int number, DateTimeOffset now) => new() { UserId = user, Number = number, At = now };

    /// <summary>Somebody says it in a group, with whatever they answer to: nothing is added to it later.</summary>
    public static KeptWish Asked(
        UserId user, int number, string? text, IReadOnlyList<GivenFile> files, GroupPlace place, DateTimeOffset now) => new()
        {
            UserId = user,
            Number = number,
            Text = text,
            Files = files,
            AskedChatId = place.ChatId,
            AskedMessageId = place.MessageId,
            At = now,
        };

    /// <summary>More files of one album, the file that a sentence asked for, or the sentence to files that came before it.</summary>
    public bool Goes(string? text, GivenFile? file, string? albumId, DateTimeOffset now) =>
        !IsTaken && AskedChatId is null && now - At < Together && Files.Count < FilesMax
        && ((albumId is not null && albumId == AlbumId) || IsCut(text, now)
            || (file is null ? Text is null && Files.Count > 0 : text is null && Text is not null && Files.Count == 0));

    public void Add(string? text, GivenFile? file, string? albumId, DateTimeOffset now)
    {
        var whole = IsCut(text, now) ? $"{Text}{text}" : text;
        Text = whole is { Length: > 0 } ? whole[..Math.Min(whole.Length, TextLengthMax)] : Text;
        Files = file is null ? Files : [.. Files, file];
        AlbumId = albumId ?? AlbumId;
        At = now;
    }

    public void Take() => IsTaken = true;

    private bool IsCut(string? text, DateTimeOffset now) => text is not null && Text is { Length: >= PieceMin } && now - At < PiecesApart;
}

/// <param name="IsPhoto">Compressed by the messenger itself, so its type and size are true.</param>
/// <param name="IsVoice">Spoken into the chat: perhaps a wish in words.</param>
public sealed record GivenFile(MediaItem Item, bool IsPhoto, bool IsVoice = false);
