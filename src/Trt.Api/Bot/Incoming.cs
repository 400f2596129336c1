using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Api.Bot;

/// <summary>An update in the words of the shop: who did what.</summary>
internal abstract record Incoming(Person Who)
{
    public sealed record Press(Person Who, string QueryId, long? MessageId, string Data) : Incoming(Who);

    public sealed record Command(Person Who, string Name, string Argument) : Incoming(Who);

    public sealed record Text(Person Who, string Value) : Incoming(Who);

    /// <param name="IsPhoto">Compressed by the messenger, so its type and size are true.</param>
    public sealed record File(Person Who, MediaItem Item, bool IsPhoto, string? AlbumId, string? Caption) : Incoming(Who);

    /// <summary>A sticker, a contact, a location: nothing a shop can use.</summary>
    public sealed record Unusable(Person Who) : Incoming(Who);

    /// <summary>A button pressed outside the private chat, for instance on a forwarded message.</summary>
    public sealed record PressElsewhere(Person Who, string QueryId) : Incoming(Who);

    /// <summary>Money has come from them.</summary>
    public sealed record Paid(Person Who, PaidTotal Price, string Payload, string ChargeId, string? ProviderChargeId) : Incoming(Who);

    /// <summary>Their money went back to them.</summary>
    public sealed record PaidBack(Person Who, PaidTotal Price, string ChargeId) : Incoming(Who);

    public sealed record Left(Person Who) : Incoming(Who);

    public sealed record Returned(Person Who) : Incoming(Who);
}

/// <param name="Guess">The language of the person's app; their own choice goes before it.</param>
internal sealed record Person(UserId Id, string Name, string? Username, Language Guess)
{
    public static Person Of(User user) => new(
        new UserId(user.Id),
        $"{user.FirstName} {user.LastName}".Trim() is { Length: > 0 } name ? name : user.Username ?? "…",
        user.Username,
        user.LanguageCode is { } code && !code.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Russian);

    /// <summary>The other side of a private chat, where a message of our own names nobody else.</summary>
    public static Person Of(Chat chat) => Of(new User { Id = chat.Id, FirstName = chat.FirstName ?? "", LastName = chat.LastName, Username = chat.Username });
}

internal static class IncomingReader
{
    /// <summary>Null for what does not concern us: groups, channels, our own service messages, kinds of updates we never asked for.</summary>
    public static Incoming? Read(Update update) => update switch
    {
        { CallbackQuery: { } query } => Read(query),
        // Money concerns us wherever it was paid: an invoice can be carried into a group.
        { Message: { SuccessfulPayment: { } paid, From: { IsBot: false } payer } } => Read(Person.Of(payer), paid),
        { Message: { RefundedPayment: { } back, Chat: { Type: Chat.Private } chat } } =>
            new Incoming.PaidBack(Person.Of(chat), new PaidTotal(back.Currency, back.TotalAmount), back.TelegramPaymentChargeId),
        { Message: { From: { IsBot: false } from, Chat.Type: Chat.Private } message } => Read(Person.Of(from), message),
        { MyChatMember: { Chat.Type: Chat.Private } change } => change.NewChatMember.Status == "kicked"
            ? new Incoming.Left(Person.Of(change.From))
            : new Incoming.Returned(Person.Of(change.From)),
        _ => null,
    };

    private static Incoming.Paid Read(Person payer, SuccessfulPayment paid) => new(
        payer, new PaidTotal(paid.Currency, paid.TotalAmount), paid.InvoicePayload, paid.TelegramPaymentChargeId, paid.ProviderPaymentChargeId);

    private static Incoming Read(CallbackQuery query)
    {
        var who = Person.Of(query.From);
        var isHome = query.Message is { Chat: { } chat } && (chat.Type == Chat.Private || chat.Id == query.From.Id);
        return isHome
            ? new Incoming.Press(who, query.Id, query.Message is { IsInaccessible: false } message ? message.MessageId : null, query.Data ?? "")
            : new Incoming.PressElsewhere(who, query.Id);
    }

    private static Incoming? Read(Person who, Message message) => message switch
    {
        { Text: { } text } when text.StartsWith('/') => Command(who, text),
        { Text: { } text } => new Incoming.Text(who, text),
        _ when FileOf(message) is { } item => new Incoming.File(who, item, message.Photo is [_, ..], message.MediaGroupId, message.Caption),
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

    /// <summary>What the sender claims about length and size is left out: it is measured.</summary>
    private static MediaItem? FileOf(Message message) => message switch
    {
        { Photo: [.., var largest] } => Item(largest, MediaKind.Image, "image/jpeg", null) with { Width = largest.Width, Height = largest.Height },
        { Video: { } video } => Item(video, MediaKind.Video, video.MimeType ?? "video/mp4", video.FileName),
        { Animation: { } animation } => Item(animation, MediaKind.Video, animation.MimeType ?? "video/mp4", animation.FileName),
        { VideoNote: { } note } => Item(note, MediaKind.Video, "video/mp4", null),
        { Audio: { } audio } => Item(audio, MediaKind.Audio, audio.MimeType ?? "audio/mpeg", audio.FileName),
        { Voice: { } voice } => Item(voice, MediaKind.Audio, voice.MimeType ?? "audio/ogg", null),
        { Document: { } document } when KindOf(document) is { } kind => Item(document, kind, document.MimeType ?? "", document.FileName),
        _ => null,
    };

    private static MediaItem Item(StoredFile file, MediaKind kind, string mimeType, string? name) => new()
    {
        FileId = file.FileId,
        FileUniqueId = file.FileUniqueId,
        Kind = kind,
        MimeType = mimeType,
        FileName = name,
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
}
