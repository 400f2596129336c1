using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Control;

/// <summary>Who is who, and how a message of a person comes into its chat.</summary>
internal sealed class People(TelegramWorld world)
{
    public BotAccount BotOf(string? token) =>
        world.Bot(token ?? SandboxDefaults.BotToken)
            ?? throw new ControlRefusal("this \"token\" is not registered: POST it to /control/bots first");

    public static ChatRoom ExistingRoom(BotAccount bot, PersonRequest request) =>
        bot.Room(request.ChatId ?? 0)
            ?? throw new ControlRefusal(request.ChatId < 0
                ? $"there is no group {request.ChatId}: found one by /control/groups (a person's id is a positive number)"
                : $"chat {request.ChatId} does not exist yet: let the person write first (/control/text)");

    public Written Receive(PersonRequest request, Func<Message, BotAccount, Message> content, IReadOnlyList<FormattedText>? texts = null)
    {
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var (room, who) = Speaker(bot, request);
            if (room.IsBlocked)
            {
                throw new ControlRefusal($"person {room.Id} has blocked this bot: POST /control/block with \"blocked\": false first");
            }

            room.IsStarted = true;
            var ids = new List<long>();
            long? updateId = null;
            foreach (var text in texts ?? [FormattedText.Empty])
            {
                var message = content(
                    new Message
                    {
                        MessageId = bot.NextMessageId(room),
                        From = who.User,
                        SenderChat = who.IsAnonymous ? room.Chat : null,
                        AuthorSignature = who.IsAnonymous ? who.Title : null,
                        Chat = room.Chat,
                        Date = bot.Now.ToUnixTimeSeconds(),
                        ReplyToMessage = request.ReplyTo is { } replyTo ? Target(room, replyTo) : null,
                        Text = text.TextOrAbsent,
                        Entities = text.EntitiesOrAbsent,
                    },
                    bot);
                room.Add(new ChatEntry(message) { IsFromUser = true });
                ids.Add(message.MessageId);
                updateId = room.Group is null || GroupLife.IsSeen(bot, room.Group, message)
                    ? bot.Tell(new Update { Message = message })?.Id
                    : null;
            }

            return new Written(ids[0], ids, updateId);
        }
    }

    /// <summary>Who acts in this chat: its person, or the member of the group that is named.</summary>
    public (ChatRoom Room, User User) Actor(BotAccount bot, PersonRequest request)
    {
        var room = ExistingRoom(bot, request);
        return room.Group is { } group ? (room, MemberOf(room, group, request)) : (room, room.Person!);
    }

    /// <summary>Somebody of whom only this is known.</summary>
    public User Someone(Newcomer who) => Someone(who.Id, who.Name, who.Username, who.LanguageCode);

    public User MemberOf(ChatRoom room, Group group, PersonRequest request)
    {
        var id = request.From ?? throw new ControlRefusal("\"from\" is missing: say which member of the group acts");
        if (group.MigratedTo is { } moved)
        {
            throw new ControlRefusal($"group {room.Id} became supergroup {moved}: go on there");
        }

        return group.Find(id) is null
            ? throw new ControlRefusal($"person {id} is not in group {room.Id}: POST /control/groups/members first")
            : Someone(id, request.Name, request.Username, request.LanguageCode);
    }

    private (ChatRoom Room, GroupMember Who) Speaker(BotAccount bot, PersonRequest request)
    {
        if (request.ChatId is not < 0)
        {
            var own = bot.RoomOf(Someone(request));
            return (own, new GroupMember(own.Person!, Group.Member));
        }

        var room = ExistingRoom(bot, request);
        var group = room.Group!;
        var user = MemberOf(room, group, request);
        group.Meet(user);
        var member = group.Find(user.Id)!;
        if (!(request.Anonymous ?? member.IsAnonymous))
        {
            return (room, member with { IsAnonymous = false });
        }

        return member.IsAdmin
            ? (room, new GroupMember(Group.AnonymousAdmin, Group.Administrator, IsAnonymous: true, member.Title))
            : throw new ControlRefusal($"person {user.Id} is no admin of group {room.Id}, and only admins write in its name");
    }

    private static Message Target(ChatRoom room, long messageId) =>
        room.Find(messageId)?.Message.AsReplyTarget() ?? throw new ControlRefusal($"chat {room.Id} has no message {messageId} to reply to");

    private User Someone(PersonRequest request) => Someone(
        request.ChatId ?? 0, request.Name, request.Username, request.LanguageCode);

    private User Someone(long id, string? name, string? username, string? languageCode)
    {
        if (id <= 0)
        {
            throw new ControlRefusal("\"chat_id\" must be a positive number: it is the person's id");
        }

        var known = world.Person(id) ?? new User { Id = id, IsBot = false, FirstName = $"Guest {id}", LanguageCode = "ru" };
        return world.Meet(known with
        {
            FirstName = name ?? known.FirstName,
            Username = username ?? known.Username,
            LanguageCode = languageCode ?? known.LanguageCode,
        });
    }
}
