using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

internal static class DeleteMethods
{
    private const int IdsMax = 100;
    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public static readonly BotMethod[] All =
    [
        new("deleteMessage", DeleteMessage),
        new("deleteMessages", DeleteMessages),
    ];

    private static void DeleteMessage(Call call)
    {
        var room = call.OpenRoom();
        var entry = room.Find(call.MessageId()) ?? throw Refuse.Bad("message to delete not found");
        CheckDeletable(call, room, entry);
        room.Delete(entry.Message.MessageId);
    }

    private static void DeleteMessages(Call call)
    {
        var room = call.OpenRoom();
        var known = ReadIds(call).Select(room.Find).OfType<ChatEntry>().ToList();
        foreach (var entry in known)
        {
            CheckDeletable(call, room, entry);
        }

        foreach (var entry in known)
        {
            room.Delete(entry.Message.MessageId);
        }
    }

    public static IReadOnlyList<long> ReadIds(Call call)
    {
        call.Parameters.Required("message_ids");
        if (call.Parameters.Json("message_ids", "can't parse message identifiers JSON object")
            is not { ValueKind: JsonValueKind.Array } array)
        {
            throw Refuse.Bad("expected an Array of message identifiers");
        }

        var ids = array.EnumerateArray()
            .Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var id) ? id
                : item.ValueKind == JsonValueKind.String && long.TryParse(item.GetString(), out var text) ? text
                : throw Refuse.Bad("message identifier is invalid"))
            .ToList();
        return ids.Count switch
        {
            0 => throw Refuse.Bad("message identifiers are not specified"),
            > IdsMax => throw Refuse.Bad("too many message identifiers specified"),
            _ => ids,
        };
    }

    /// <summary>In a group only an admin removes what others have written.</summary>
    private static void CheckDeletable(Call call, ChatRoom room, ChatEntry entry)
    {
        if (room.Group is { BotStatus: not Group.Administrator } && entry.IsFromUser)
        {
            throw Refuse.Bad("message can't be deleted");
        }

        if (DateTimeOffset.FromUnixTimeSeconds(entry.Message.Date) + DeletableFor < call.Now)
        {
            throw Refuse.Bad("message can't be deleted for everyone");
        }
    }
}
