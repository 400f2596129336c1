using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

internal static class ChatMethods
{
    private static readonly HashSet<string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio", "upload_audio",
        "upload_document", "choose_sticker", "find_location", "pick_up_location", "record_video_note", "upload_video_note", "cancel",
    };

    public static readonly BotMethod[] All =
    [
        new("sendChatAction", SendChatAction),
        new("getUserProfilePhotos", GetUserProfilePhotos),
        new("setMessageReaction", SetMessageReaction),
        new("pinChatMessage", Pin),
        new("unpinChatMessage", Unpin),
        new("unpinAllChatMessages", Unpin),
    ];

    /// <summary>The action is looked at before the chat.</summary>
    private static void SendChatAction(Call call)
    {
        var action = call.Parameters["action"].Trim();
        if (!Actions.Contains(action))
        {
            throw Refuse.Bad("wrong parameter action in request");
        }

        call.OpenRoom().Show(action.ToLowerInvariant(), call.Now);
    }

    private static object GetUserProfilePhotos(Call call) => call.Bot.World.Person(call.Parameters.Long("user_id")) is null
        ? throw Refuse.Bad("user not found")
        : new { TotalCount = 0, Photos = Array.Empty<PhotoSize>() };

    private static void SetMessageReaction(Call call)
    {
        var reaction = call.Parameters.JsonOrIgnored("reaction");
        if (reaction is { ValueKind: JsonValueKind.Array } && reaction.Value.GetArrayLength() > 1)
        {
            throw Refuse.Bad("REACTIONS_TOO_MANY");
        }

        var room = call.OpenRoom();
        var entry = room.Find(call.MessageId()) ?? throw Refuse.Bad("message to react not found");
        entry.Reaction = reaction is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array : null;
        room.Touch();
    }

    private static void Pin(Call call)
    {
        var room = call.OpenRoom();
        if (room.Group is { BotStatus: not Group.Administrator })
        {
            throw Refuse.Bad("not enough rights to manage pinned messages in the chat");
        }

        _ = room.Find(call.MessageId()) ?? throw Refuse.Bad("message to pin not found");
        room.Pin(call.MessageId());
    }

    private static void Unpin(Call call)
    {
        call.OpenRoom().Pin(null);
    }
}
