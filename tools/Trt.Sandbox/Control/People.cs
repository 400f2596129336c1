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
            ?? throw new ControlRefusal($"chat {request.ChatId} does not exist yet: let the person write first (/control/text)");

    public Written Receive(PersonRequest request, Func<Message, BotAccount, Message> content, IReadOnlyList<FormattedText>? texts = null)
    {
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = bot.RoomOf(Someone(request));
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
                        From = room.User,
                        Chat = room.Chat,
                        Date = bot.Now.ToUnixTimeSeconds(),
                        ReplyToMessage = request.ReplyTo is { } replyTo ? Target(room, replyTo) : null,
                        Text = text.TextOrAbsent,
                        Entities = text.EntitiesOrAbsent,
                    },
                    bot);
                room.Add(new ChatEntry(message) { IsFromUser = true });
                ids.Add(message.MessageId);
                updateId = bot.Tell(new Update { Message = message })?.Id;
            }

            return new Written(ids[0], ids, updateId);
        }
    }

    private static Message Target(ChatRoom room, long messageId) =>
        room.Find(messageId)?.Message.AsReplyTarget() ?? throw new ControlRefusal($"chat {room.Id} has no message {messageId} to reply to");

    private User Someone(PersonRequest request)
    {
        var id = request.ChatId is > 0 and var given
            ? given
            : throw new ControlRefusal("\"chat_id\" must be a positive number: it is the person's id");
        var known = world.Person(id) ?? new User { Id = id, IsBot = false, FirstName = $"Guest {id}", LanguageCode = "ru" };
        return world.Meet(known with
        {
            FirstName = request.Name ?? known.FirstName,
            Username = request.Username ?? known.Username,
            LanguageCode = request.LanguageCode ?? known.LanguageCode,
        });
    }
}
