using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>One call of a method: by which bot, with what.</summary>
internal sealed class Call(BotAccount bot, Parameters parameters, IReadOnlyDictionary<MediaReference, FetchedMedia> fetched)
{
    public BotAccount Bot => bot;

    public Parameters Parameters => parameters;

    public DateTimeOffset Now { get; } = bot.Now;

    public FetchedMedia? Fetched(MediaReference reference) => fetched.GetValueOrDefault(reference);

    /// <summary>The chat the bot may write to, or the reason why it may not.</summary>
    public ChatRoom OpenRoom(string parameter = "chat_id")
    {
        var given = parameters[parameter].Trim();
        if (given.Length == 0)
        {
            throw Refuse.Bad($"{parameter} is empty");
        }

        var id = parameters.Long(parameter);
        var room = bot.Room(id);
        if (room is null || !room.IsStarted)
        {
            throw id > 0 && bot.World.Person(id) is not null
                ? Refuse.Forbidden("bot can't initiate conversation with a user")
                : Refuse.Bad("chat not found");
        }

        if (room.IsBlocked)
        {
            throw Refuse.Forbidden("bot was blocked by the user");
        }

        return room;
    }

    /// <summary>The message an edit is about; it must be the bot's own and without a keyboard in place of the letters.</summary>
    public (ChatRoom Room, ChatEntry Entry) OwnMessage()
    {
        if (parameters.Has("inline_message_id"))
        {
            throw Refuse.Bad("MESSAGE_ID_INVALID");
        }

        var room = OpenRoom();
        var id = MessageId();
        var entry = room.Find(id) ?? throw Refuse.Bad("message to edit not found");
        if (entry.IsFromUser || entry.HasReplyKeyboard || entry.Message.IsService || entry.Message.ForwardOrigin is not null)
        {
            throw Refuse.Bad("message can't be edited");
        }

        return (room, entry);
    }

    public long MessageId(string parameter = "message_id") =>
        parameters.Long(parameter) is > 0 and var id ? id : throw Refuse.Bad("message identifier is not specified");

    /// <summary>Puts a message of the bot into the chat.</summary>
    public ChatEntry Send(Envelope envelope, Func<Message, Message> content, Func<Message, ChatEntry>? place = null)
    {
        var message = content(envelope.Open(bot, Now));
        var entry = place?.Invoke(message) ?? new ChatEntry(message) { HasReplyKeyboard = envelope.Markup.Keyboard is not null };
        envelope.Room.Add(entry);
        if (envelope.Markup.ReplacesKeyboard)
        {
            envelope.Room.ShowKeyboard(envelope.Markup.ShownKeyboard);
        }

        return entry;
    }
}
