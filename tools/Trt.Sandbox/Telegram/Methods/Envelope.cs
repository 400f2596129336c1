using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>What every sending method has besides its content: the chat, what it replies to, the keyboard, a few flags.</summary>
internal sealed record Envelope(ChatRoom Room, ReplyMarkup Markup, Message? ReplyTo, bool IsProtected, string? EffectId)
{
    /// <summary>Reads in the order in which the real server complains.</summary>
    public static Envelope Read(Call call, bool withMarkup = true)
    {
        var parameters = call.Parameters;
        var reply = parameters.Json("reply_parameters", "can't parse reply parameters JSON object");
        if (reply is { ValueKind: not JsonValueKind.Object })
        {
            throw Refuse.Bad("object expected as reply parameters");
        }

        var markup = withMarkup ? ReplyMarkup.Read(parameters, call.Settings) : ReplyMarkup.None;
        var room = call.OpenRoom();
        call.CheckRights(room);
        var target = FindReplyTarget(
            room, reply is { } json ? parameters.Inside(json) : parameters, reply is null ? "reply_to_message_id" : "message_id");
        return new Envelope(room, markup, target, parameters.Flag("protect_content"), MessageEffects.Read(call, room));
    }

    public Message Open(BotAccount bot, DateTimeOffset now) => new()
    {
        MessageId = bot.NextMessageId(Room),
        From = bot.AsUser,
        Chat = Room.Chat,
        Date = now.ToUnixTimeSeconds(),
        ReplyToMessage = ReplyTo,
        HasProtectedContent = IsProtected ? true : null,
        EffectId = EffectId,
        ReplyMarkup = Markup.Inline,
    };

    private static Message? FindReplyTarget(ChatRoom room, Parameters parameters, string name)
    {
        var id = parameters.Long(name);
        if (id <= 0)
        {
            return null;
        }

        if (room.Find(id) is { } entry)
        {
            return entry.Message.AsReplyTarget();
        }

        return parameters.Flag("allow_sending_without_reply") ? null : throw Refuse.Bad("message to be replied not found");
    }
}
