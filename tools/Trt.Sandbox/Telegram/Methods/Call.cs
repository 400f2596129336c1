using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>One call of a method: by which bot, with what.</summary>
internal sealed class Call(
    BotAccount bot, string method, Parameters parameters, IReadOnlyDictionary<MediaReference, FetchedMedia> fetched)
{
    public BotAccount Bot => bot;

    public SimulatorSwitches Settings => bot.World.Settings.Current;

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
        if (room?.Group is { } group)
        {
            CheckGroup(group, room.Chat);
            return room;
        }

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
        if (parameters.TextOrAbsent("inline_message_id") is { } name)
        {
            return bot.Inline.Posted(name) ?? throw Refuse.Bad("MESSAGE_ID_INVALID");
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

    /// <summary>Edited by its inline name a message is not shown to the bot.</summary>
    public bool IsInline => parameters.TextOrAbsent("inline_message_id") is not null;

    /// <summary>Whether the bot may say something of this kind here.</summary>
    public void CheckRights(ChatRoom room)
    {
        if (room.Group is { BotStatus: Group.Restricted })
        {
            throw Refuse.Bad($"not enough rights to send {WhatIsSent} to the chat");
        }
    }

    private string WhatIsSent => method switch
    {
        "sendPhoto" or "sendMediaGroup" => "photos",
        "sendVideo" => "videos",
        "sendAudio" => "audios",
        "sendDocument" => "documents",
        "sendVoice" => "voice notes",
        _ => "text messages",
    };

    private static void CheckGroup(Group group, Chat chat)
    {
        if (group.MigratedTo is { } moved)
        {
            throw Refuse.Moved(moved);
        }

        if (!group.HasBot)
        {
            throw Refuse.Forbidden(group.BotStatus == Group.Kicked
                ? $"bot was kicked from the {chat.Type} chat"
                : $"bot is not a member of the {chat.Type} chat");
        }
    }

    public long MessageId(string parameter = "message_id") =>
        parameters.Long(parameter) is > 0 and var id ? id : throw Refuse.Bad("message identifier is not specified");

    /// <summary>Puts a message of the bot into the chat.</summary>
    public ChatEntry Send(Envelope envelope, Func<Message, Message> content, Func<Message, ChatEntry>? place = null)
    {
        var message = content(envelope.Open(bot, Now));
        var entry = place?.Invoke(message) ?? new ChatEntry(message) { HasReplyKeyboard = envelope.Markup.Keyboard is not null };
        envelope.Room.Add(entry);
        if (envelope.Room.Group is { } group)
        {
            group.HasHeardBot = true;
        }

        if (envelope.Markup.ReplacesKeyboard)
        {
            envelope.Room.ShowKeyboard(envelope.Markup.ShownKeyboard);
        }

        return entry;
    }
}
