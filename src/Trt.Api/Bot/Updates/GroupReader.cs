using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Domain.Finding;

namespace Trt.Api.Bot.Updates;

/// <summary>From the messenger's words about groups into ours. Most of what is said there is not for us.</summary>
internal static class GroupReader
{
    /// <summary>Null for what does not concern us.</summary>
    public static InGroup? Read(Update update, BotIdentity me) => update switch
    {
        { CallbackQuery: { From: { } presser, Message: { Chat: { } chat } message } query } when IsGroup(chat) => new InGroup.Pressed(
            IncomingReader.PersonOf(presser), Of(chat), query.Id, message.Id, IncomingReader.Clean(query.Data),
            message.ReplyToMessage?.From is { IsBot: false } asker ? IncomingReader.PersonOf(asker).Name : null),
        { Message: { Chat: { } chat } message } when IsGroup(chat) => Read(message, chat, me),
        { MyChatMember: { Chat: { } chat, From: { } by } change } when IsGroup(chat) => change.NewChatMember?.Status switch
        {
            ChatMemberStatus.Member or ChatMemberStatus.Administrator or ChatMemberStatus.Creator =>
                new InGroup.LetIn(IncomingReader.PersonOf(by), Of(chat)),
            null => null,
            _ => new InGroup.ShutOut(IncomingReader.PersonOf(by), Of(chat)),
        },
        _ => null,
    };

    private static InGroup? Read(Message message, Chat chat, BotIdentity me) => message switch
    {
        { MigrateToChatId: { } to } when Somebody(message) is { } who => new InGroup.Moved(who, new GroupRef(to, Title(chat)), chat.Id),
        { MigrateFromChatId: { } from } when Somebody(message) is { } who => new InGroup.Moved(who, Of(chat), from),
        { LeftChatMember: { IsBot: false } gone } => new InGroup.Parted(IncomingReader.PersonOf(gone), Of(chat)),
        { IsAutomaticForward: true } => null,
        { Text: ['/', ..] command } => Command(message, chat, command, me),
        _ when IsForUs(message, me) => message.SenderChat is not null || message.From is not { IsBot: false } writer
            ? Somebody(message) is { } who ? new InGroup.Unnamed(who, Of(chat), message.Id) : null
            : new InGroup.Asked(
                IncomingReader.PersonOf(writer), Of(chat), message.Id, Words(message.Text ?? message.Caption, me), Files(message)),
        _ => null,
    };

    /// <summary>A command that names nobody is answered where every newcomer tries it first; the others may be for another bot.</summary>
    private static InGroup? Command(Message message, Chat chat, string text, BotIdentity me)
    {
        var end = text.IndexOfAny([' ', '\n']);
        var parts = (end < 0 ? text[1..] : text[1..end]).Split('@');
        var isOurs = parts.Length > 1 ? me.IsCalled(parts[1]) : parts[0] is "start" or "help";
        if (!isOurs || Somebody(message) is not { } who)
        {
            return null;
        }

        return message.SenderChat is not null
            ? new InGroup.Unnamed(who, Of(chat), message.Id)
            : new InGroup.Ordered(who, Of(chat), message.Id, parts[0].ToLowerInvariant());
    }

    private static bool IsForUs(Message message, BotIdentity me) =>
        (message.ReplyToMessage?.From is { IsBot: true } answered && me.Is(answered.Id))
        || Mentions(message.Text, message.Entities, me) || Mentions(message.Caption, message.CaptionEntities, me);

    private static bool Mentions(string? text, MessageEntity[]? entities, BotIdentity me) =>
        text is not null && entities is not null && entities.Any(entity => entity.Type switch
        {
            MessageEntityType.Mention => entity.Offset >= 0 && entity.Length > 1 && entity.Offset + entity.Length <= text.Length
                && me.IsCalled(text.Substring(entity.Offset + 1, entity.Length - 1)),
            MessageEntityType.TextMention => entity.User is { } user && me.Is(user.Id),
            _ => false,
        });

    /// <summary>Without the bot's name; null when nothing else is said.</summary>
    private static string? Words(string? text, BotIdentity me) =>
        text is null || me.Mention is not { } name ? Kept(text) : Kept(text.Replace(name, " ", StringComparison.OrdinalIgnoreCase));

    private static string? Kept(string? text) => IncomingReader.Clean(text).Trim() is { Length: > 0 } words ? words : null;

    /// <summary>Whoever answers a picture speaks about that picture.</summary>
    private static IReadOnlyList<GivenFile> Files(Message message) =>
        IncomingReader.GivenIn(message) is { } own ? [own]
        : message.ReplyToMessage is { } answered && IncomingReader.GivenIn(answered) is { } file ? [file]
        : [];

    private static Person? Somebody(Message message) => message.From is { } from ? IncomingReader.PersonOf(from) : null;

    private static bool IsGroup(Chat chat) => chat.Type is ChatType.Group or ChatType.Supergroup;

    private static GroupRef Of(Chat chat) => new(chat.Id, Title(chat));

    private static string Title(Chat chat) => IncomingReader.Clean(chat.Title);
}
