using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>Who is in a chat; of a private one there is little to tell.</summary>
internal static class GroupMethods
{
    public static readonly BotMethod[] All =
    [
        new("getChat", call => call.OpenRoom().Chat),
        new("getChatMember", GetChatMember),
        new("getChatMemberCount", call => call.OpenRoom().Group is { } group ? group.Members.Count + 1 : 2),
        new("getChatAdministrators", GetChatAdministrators),
        new("leaveChat", LeaveChat),
    ];

    private static ChatMember GetChatMember(Call call)
    {
        var room = call.OpenRoom();
        var userId = call.Parameters.Long("user_id");
        if (room.Group is { } group)
        {
            return userId == call.Bot.Id ? group.BotAs(call.Bot.AsUser)
                : group.Find(userId) is { } member ? Group.Of(member)
                : call.Bot.World.Person(userId) is { } stranger ? new ChatMember(Group.Left, stranger)
                : throw Refuse.Bad("PARTICIPANT_ID_INVALID");
        }

        if (userId == room.Id)
        {
            return new ChatMember(Group.Member, room.Person!);
        }

        return userId == call.Bot.Id ? new ChatMember(Group.Member, call.Bot.AsUser) : throw Refuse.Bad("member not found");
    }

    private static List<ChatMember> GetChatAdministrators(Call call)
    {
        var group = call.OpenRoom().Group ?? throw Refuse.Bad("there are no administrators in the private chat");
        List<ChatMember> admins = [.. group.Members.Where(member => member.IsAdmin).Select(Group.Of)];
        if (group.BotStatus == Group.Administrator)
        {
            admins.Add(group.BotAs(call.Bot.AsUser));
        }

        return admins;
    }

    private static void LeaveChat(Call call)
    {
        var room = call.OpenRoom();
        if (room.Group is not { } group)
        {
            throw Refuse.Bad("chat member status can't be changed in private chats");
        }

        GroupLife.SetBot(call.Bot, room, group, Group.Left, call.Bot.AsUser);
    }
}
