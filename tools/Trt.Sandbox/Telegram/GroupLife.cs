using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram;

/// <summary>What happens to a group as its members and the bot see it. Whoever calls holds the account's lock.</summary>
internal static class GroupLife
{
    private static long _lastGroup = 4_000_000_000;
    private static long _lastSupergroup = 1_000_002_000_000_000;

    public static ChatRoom Found(BotAccount bot, string title, bool isSuper, IEnumerable<User> members)
    {
        var room = bot.Found(new Chat
        {
            Id = NewId(bot, isSuper),
            Type = isSuper ? Chat.Supergroup : Chat.BasicGroup,
            Title = title,
        });
        foreach (var member in members)
        {
            room.Group!.Put(new GroupMember(member, room.Group.Members.Count == 0 ? Group.Creator : Group.Member));
        }

        return room;
    }

    /// <summary>Groups of an earlier run have theirs already.</summary>
    private static long NewId(BotAccount bot, bool isSuper)
    {
        while (true)
        {
            var id = isSuper ? -Interlocked.Increment(ref _lastSupergroup) : -Interlocked.Increment(ref _lastGroup);
            if (bot.Room(id) is null)
            {
                return id;
            }
        }
    }

    /// <summary>A line in the group that is nobody's message; the bot hears of all of them while it is there.</summary>
    public static Message Announce(BotAccount bot, ChatRoom room, User from, Func<Message, Message> what)
    {
        var message = what(new Message
        {
            MessageId = bot.NextMessageId(room),
            From = from,
            Chat = room.Chat,
            Date = bot.Now.ToUnixTimeSeconds(),
        });
        room.Add(new ChatEntry(message) { IsFromUser = true });
        if (room.Group!.HasBot)
        {
            bot.Tell(new Update { Message = message });
        }

        return message;
    }

    /// <summary>The bot comes, goes, becomes an admin or is silenced.</summary>
    public static void SetBot(BotAccount bot, ChatRoom room, Group group, string status, User by)
    {
        if (group.BotStatus == status)
        {
            return;
        }

        var (before, wasThere) = (group.BotAs(bot.AsUser), group.HasBot);
        group.BotStatus = status;
        bot.Tell(new Update { MyChatMember = Change(bot, room, by, before, group.BotAs(bot.AsUser)) });
        if (!wasThere && group.HasBot)
        {
            Announce(bot, room, by, message => message with { NewChatMembers = [bot.AsUser] });
        }
        else if (wasThere && !group.HasBot)
        {
            group.HasHeardBot = false;
            Announce(bot, room, by, message => message with { LeftChatMember = bot.AsUser });
        }

        room.Touch();
    }

    public static void Join(BotAccount bot, ChatRoom room, Group group, User user, User by)
    {
        if (group.Find(user.Id) is not null)
        {
            return;
        }

        var member = new GroupMember(user, Group.Member);
        group.Put(member);
        Announce(bot, room, by, message => message with { NewChatMembers = [user] });
        TellOfMember(bot, room, group, by, new ChatMember(Group.Left, user), Group.Of(member));
    }

    public static void Part(BotAccount bot, ChatRoom room, Group group, User user, User by)
    {
        if (group.Find(user.Id) is not { } member)
        {
            return;
        }

        group.Remove(user.Id);
        Announce(bot, room, by, message => message with { LeftChatMember = user });
        TellOfMember(
            bot, room, group, by, Group.Of(member), new ChatMember(user.Id == by.Id ? Group.Left : Group.Kicked, user));
    }

    public static void Promote(BotAccount bot, ChatRoom room, Group group, GroupMember member, User by)
    {
        var before = group.Find(member.User.Id);
        group.Put(member);
        TellOfMember(bot, room, group, by, Group.Of(before ?? member), Group.Of(member));
        room.Touch();
    }

    /// <summary>The group gets a new id; both sides say so, and the old one is closed.</summary>
    public static ChatRoom Migrate(BotAccount bot, ChatRoom room, Group group, User by)
    {
        var next = Found(bot, room.Chat.Title ?? "", isSuper: true, members: []);
        foreach (var member in group.Members)
        {
            next.Group!.Put(member);
        }

        (next.Group!.BotStatus, next.Group.HasHeardBot) = (group.BotStatus, group.HasHeardBot);
        Announce(bot, room, by, message => message with { MigrateToChatId = next.Id });
        group.MigratedTo = next.Id;
        Announce(bot, next, Group.AnonymousAdmin, message => message with { SenderChat = next.Chat, MigrateFromChatId = room.Id });
        return next;
    }

    /// <summary>With its eyes half closed a bot sees commands, mentions of it, replies to it and what people post from its list.</summary>
    public static bool IsSeen(BotAccount bot, Group group, Message message)
    {
        if (!group.HasBot || bot.Me.CanReadAllGroupMessages || group.BotStatus == Group.Administrator)
        {
            return group.HasBot;
        }

        var (text, entities) = (message.Text ?? message.Caption ?? "", message.Entities ?? message.CaptionEntities ?? []);
        return message.ViaBot?.Id == bot.Id || message.ReplyToMessage?.From?.Id == bot.Id
            || entities.Any(entity => entity.Type switch
            {
                "mention" => IsMe(bot, text.Substring(entity.Offset, entity.Length)),
                "text_mention" => entity.User?.Id == bot.Id,
                "bot_command" => text.Substring(entity.Offset, entity.Length).Split('@') is var parts
                    && (parts.Length > 1 ? IsMe(bot, $"@{parts[1]}") : group.HasHeardBot),
                _ => false,
            });
    }

    private static bool IsMe(BotAccount bot, string mention) =>
        mention.Equals($"@{bot.Me.Username}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Only an admin hears how others come and go, and only who asks for it.</summary>
    private static void TellOfMember(BotAccount bot, ChatRoom room, Group group, User by, ChatMember before, ChatMember after)
    {
        if (group.BotStatus == Group.Administrator)
        {
            bot.Tell(new Update { ChatMember = Change(bot, room, by, before, after) });
        }
    }

    private static ChatMemberUpdated Change(BotAccount bot, ChatRoom room, User by, ChatMember before, ChatMember after) => new()
    {
        Chat = room.Chat,
        From = by,
        Date = bot.Now.ToUnixTimeSeconds(),
        OldChatMember = before,
        NewChatMember = after,
    };
}
