using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Control;

/// <summary>What people do with groups: found them, come and go, let the bot in and out.</summary>
internal sealed class Grouping(People people)
{
    private static readonly string[] BotStatuses = [Group.Member, Group.Administrator, Group.Restricted, Group.Left, Group.Kicked];

    public GroupFounded Found(GroupRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Title))
        {
            throw new ControlRefusal("\"title\" is missing: how is the group called?");
        }

        if (request.Members is not { Count: > 0 } newcomers)
        {
            throw new ControlRefusal("\"members\" is missing: a list of people ({\"id\": 1001, \"name\": \"Anna\"}), the founder first");
        }

        var isSuper = request.Type switch
        {
            null or Chat.BasicGroup => false,
            Chat.Supergroup => true,
            _ => throw new ControlRefusal("\"type\" must be group or supergroup"),
        };
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            List<User> members = [.. newcomers.Select(people.Someone)];
            var room = GroupLife.Found(bot, request.Title.Trim(), isSuper, members);
            GroupLife.Announce(bot, room, members[0], message => isSuper
                ? message with { SupergroupChatCreated = true }
                : message with { GroupChatCreated = true });
            return new GroupFounded(room.Id, room.Chat.Type);
        }
    }

    public Done Members(MembersRequest request) => In(request, (bot, room, group, by) =>
    {
        foreach (var newcomer in request.Add ?? [])
        {
            GroupLife.Join(bot, room, group, people.Someone(newcomer), by);
        }

        foreach (var id in request.Remove ?? [])
        {
            GroupLife.Part(bot, room, group, Known(group, id).User, by);
        }

        if (request.Promote is { } promoted)
        {
            var member = Known(group, promoted);
            GroupLife.Promote(bot, room, group, member with
            {
                Status = member.Status == Group.Creator ? Group.Creator : Group.Administrator,
                IsAnonymous = request.Anonymous ?? false,
                Title = request.Title,
            }, by);
        }
    });

    public Done SetBot(GroupBotRequest request) => In(request, (bot, room, group, by) =>
    {
        var status = request.Status ?? Group.Member;
        if (!BotStatuses.Contains(status))
        {
            throw new ControlRefusal($"\"status\" must be one of {string.Join(", ", BotStatuses)}");
        }

        if (!bot.Me.CanJoinGroups && status is not (Group.Left or Group.Kicked))
        {
            throw new ControlRefusal("this bot may not join groups (setMySettings, can_join_groups)");
        }

        GroupLife.SetBot(bot, room, group, status, by);
    });

    public Done Rename(GroupTitleRequest request) => In(request, (bot, room, _, by) =>
    {
        var title = request.Title is { Length: > 0 } given ? given : throw new ControlRefusal("\"title\" is empty");
        room.Rename(title);
        GroupLife.Announce(bot, room, by, message => message with { NewChatTitle = title });
    });

    public GroupFounded Migrate(MigrateRequest request)
    {
        ChatRoom? next = null;
        In(request, (bot, room, group, by) => next = room.Chat.Type == Chat.BasicGroup
            ? GroupLife.Migrate(bot, room, group, by)
            : throw new ControlRefusal($"chat {room.Id} is a supergroup already"));
        return new GroupFounded(next!.Id, next.Chat.Type, request.ChatId);
    }

    /// <summary>All groups of the bot, or those that this person is in.</summary>
    public GroupList List(string? token, long? member)
    {
        var bot = people.BotOf(token);
        lock (bot.Gate)
        {
            return new GroupList(
            [
                .. bot.Rooms
                    .Where(room => room.Group is { } group && (member is not { } id || group.Find(id) is not null))
                    .Select(room => GroupView.Of(bot, room)),
            ]);
        }
    }

    private Done In(PersonRequest request, Action<BotAccount, ChatRoom, Group, User> act)
    {
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = People.ExistingRoom(bot, request);
            if (room.Group is not { } group)
            {
                throw new ControlRefusal("\"chat_id\" must name a group, a number below zero");
            }

            act(bot, room, group, people.MemberOf(room, group, request));
        }

        return new Done();
    }

    private static GroupMember Known(Group group, long id) =>
        group.Find(id) ?? throw new ControlRefusal($"person {id} is not in this group");
}
