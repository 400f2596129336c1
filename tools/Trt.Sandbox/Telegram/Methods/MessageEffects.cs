using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>What flies over a private chat once when a message arrives. Everybody has these; the others are for who pays.</summary>
internal static class MessageEffects
{
    private static readonly HashSet<string> Known =
    [
        "5104841245755180586", "5107584321108051014", "5159385139981059251", "5046509860389126442", "5104858069142078462",
        "5046589136895476101",
    ];

    public static string? Read(Call call, ChatRoom room)
    {
        if (call.Parameters.TextOrAbsent("message_effect_id") is not { } effect || call.Settings.OldServer)
        {
            return null;
        }

        return room.Chat.Type is not (Chat.BasicGroup or Chat.Supergroup) && Known.Contains(effect)
            ? effect
            : throw Refuse.Bad("EFFECT_ID_INVALID");
    }
}
