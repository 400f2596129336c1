using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.Payments;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>From the messenger's words into ours.</summary>
internal static class IncomingReader
{
    /// <summary>The messenger promises that an id has at most 52 bits; a chat's is below zero.</summary>
    private const long UserIdMax = (1L << 52) - 1;

    /// <summary>Whatever the messenger gave room for a name once; longer it is none of its names.</summary>
    private const int UsernameLengthMax = 64;

    /// <summary>
    /// Null for what does not concern us: most of what is said in groups, channels, our own service messages, kinds of updates we never
    /// asked for.
    /// </summary>
    public static Incoming? Read(Update update, BotIdentity me) =>
        Understand(update, me) is { } incoming && IsPerson(incoming.Who.Id) ? incoming : null;

    private static Incoming? Understand(Update update, BotIdentity me) => update switch
    {
        { CallbackQuery: { From: { } presser } query } => GroupReader.Read(update, me) ?? Read(query, PersonOf(presser)),
        // Money concerns us wherever it was paid: an invoice can be carried into a group.
        { Message: { SuccessfulPayment: { } paid, From: { IsBot: false } payer } } => Read(PersonOf(payer), paid),
        { Message: { RefundedPayment: { } back, Chat: { Type: ChatType.Private } chat } } =>
            new Incoming.PaidBack(PersonOf(chat), new PaidTotal(back.Currency, back.TotalAmount), back.TelegramPaymentChargeId),
        // Chosen from our own list and posted here: no word to us.
        { Message: { ViaBot: { } via } } when me.Is(via.Id) => null,
        { Message: { From: { IsBot: false } from, Chat.Type: ChatType.Private } message } => Read(PersonOf(from), message),
        { MyChatMember: { Chat.Type: ChatType.Private, From: { } owner } change } => change.NewChatMember?.Status == ChatMemberStatus.Kicked
            ? new Incoming.Left(PersonOf(owner))
            : new Incoming.Returned(PersonOf(owner)),
        _ => GroupReader.Read(update, me),
    };

    public static Person PersonOf(User user) => new(
        new UserId(user.Id),
        Clean($"{user.FirstName} {user.LastName}").Trim() is { Length: > 0 } name ? name : Username(user) ?? "…",
        Username(user),
        user.LanguageCode is { } code && !code.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Russian);

    /// <summary>The other side of a private chat, where a message of our own names nobody else.</summary>
    private static Person PersonOf(Chat chat) =>
        PersonOf(new User { Id = chat.Id, FirstName = chat.FirstName ?? "", LastName = chat.LastName, Username = chat.Username });

    private static Incoming.Paid Read(Person payer, SuccessfulPayment paid) => new(
        payer, new PaidTotal(paid.Currency, paid.TotalAmount), paid.InvoicePayload, paid.TelegramPaymentChargeId,
        paid.ProviderPaymentChargeId);

    private static Incoming Read(CallbackQuery query, Person who) =>
        query.Message is { Chat: { } chat } message && (chat.Type == ChatType.Private || chat.Id == who.Id.Value)
            ? new Incoming.Press(who, query.Id, IsInReach(message) ? message.Id : null, Clean(query.Data))
            : new Incoming.PressElsewhere(who, query.Id);

    /// <summary>
    /// A message that was deleted meanwhile, or is too old, comes without a date; one whose id has no room without an id.
    /// </summary>
    private static bool IsInReach(Message message) => message.Date != default && message.Id != 0;

    private static Incoming? Read(Person who, Message message) => message switch
    {
        { Text: ['/', ..] command } => Command(who, Clean(command)),
        { Text: { } text } => new Incoming.Text(who, Clean(text)),
        _ when FileOf(message) is { } item => new Incoming.File(
            who, item, message.Photo is [_, ..], message.MediaGroupId, message.Caption is { } caption ? Clean(caption) : null)
        {
            IsVoice = message.Voice is not null,
        },
        { Sticker: not null } or { Contact: not null } or { Location: not null } or { Document: not null } => new Incoming.Unusable(who),
        { PinnedMessage: not null } or { WriteAccessAllowed: not null } => null,
        _ => new Incoming.Unusable(who),
    };

    /// <summary>"/start@our_bot ref_1" → start, ref_1.</summary>
    private static Incoming.Command Command(Person who, string text)
    {
        var end = text.IndexOfAny([' ', '\n']);
        var (name, argument) = end < 0 ? (text[1..], "") : (text[1..end], text[(end + 1)..].Trim());
        return new Incoming.Command(who, name.Split('@')[0].ToLowerInvariant(), argument);
    }

    /// <summary>The file of a message as something given.</summary>
    public static GivenFile? GivenIn(Message message) => FileOf(message) is { } item
        ? new GivenFile(item, message.Photo is not null, message.Voice is not null)
        : null;

    /// <summary>What the sender claims about length and size is left out: it is measured.</summary>
    private static MediaItem? FileOf(Message message) => message switch
    {
        { Photo: [.., var largest] } =>
            Item(largest, MediaKind.Image, "image/jpeg", null) with { Width = largest.Width, Height = largest.Height },
        { Video: { } video } => Item(video, MediaKind.Video, video.MimeType ?? "video/mp4", video.FileName),
        { Animation: { } animation } => Item(animation, MediaKind.Video, animation.MimeType ?? "video/mp4", animation.FileName),
        { VideoNote: { } note } => Item(note, MediaKind.Video, "video/mp4", null),
        { Audio: { } audio } => Item(audio, MediaKind.Audio, audio.MimeType ?? "audio/mpeg", audio.FileName),
        { Voice: { } voice } => Item(voice, MediaKind.Audio, voice.MimeType ?? "audio/ogg", null),
        { Document: { } document } when KindOf(document) is { } kind => Item(document, kind, document.MimeType ?? "", document.FileName),
        _ => null,
    };

    private static MediaItem Item(FileBase file, MediaKind kind, string mimeType, string? name) => new()
    {
        FileId = Clean(file.FileId),
        FileUniqueId = Clean(file.FileUniqueId),
        Kind = kind,
        MimeType = Clean(mimeType),
        FileName = name is null ? null : Clean(name),
        Bytes = file.FileSize,
    };

    /// <summary>A first guess, by the name where the type says nothing.</summary>
    private static MediaKind? KindOf(Document document) => document.MimeType?.Split('/')[0] switch
    {
        "image" => MediaKind.Image,
        "video" => MediaKind.Video,
        "audio" => MediaKind.Audio,
        null or "" or "application" => Path.GetExtension(document.FileName)?.ToLowerInvariant() switch
        {
            ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" => MediaKind.Image,
            ".mp4" or ".mov" or ".webm" => MediaKind.Video,
            ".mp3" or ".wav" or ".ogg" or ".oga" or ".opus" or ".m4a" or ".flac" or ".aac" => MediaKind.Audio,
            _ => null,
        },
        _ => null,
    };

    private static bool IsPerson(UserId id) => id.Value is > 0 and <= UserIdMax;

    private static string? Username(User user) => user.Username is { Length: <= UsernameLengthMax } name ? Clean(name) : null;

    /// <summary>Without U+0000, which no person can type and no text in PostgreSQL can hold.</summary>
    public static string Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal) ?? "";
}
