using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;

namespace Trt.Sandbox.Control;

/// <summary>What people do without a word: press, pay, shut the bot out.</summary>
internal sealed class Acting(People people)
{
    public Pressed Press(ClickRequest request)
    {
        if (string.IsNullOrEmpty(request.Data))
        {
            throw new ControlRefusal("\"data\" is empty: give the callback_data of the button");
        }

        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            var (room, who) = people.Actor(bot, request);
            var messageId = request.MessageId
                ?? throw new ControlRefusal("\"message_id\" is missing: give the message whose button is pressed");
            var entry = room.Find(messageId);
            if (entry is null && !room.HasEverHad(messageId))
            {
                throw new ControlRefusal($"chat {room.Id} has never had a message {messageId}");
            }

            if (entry is { IsFromUser: true, InlineMessageId: null })
            {
                throw new ControlRefusal($"message {messageId} was written by the person and has no buttons");
            }

            var press = new Press(bot.NewId(), who.Id, messageId, request.Data, bot.Now);
            room.Add(press);
            bot.Presses.Add(room, press);
            var update = bot.Tell(new Update
            {
                CallbackQuery = new CallbackQuery
                {
                    Id = press.Id,
                    From = who,
                    // The bot may have deleted the message while the finger was on its way.
                    Message = entry?.InlineMessageId is null ? entry?.Message ?? Message.Inaccessible(room.Chat, messageId) : null,
                    InlineMessageId = entry?.InlineMessageId,
                    ChatInstance = room.ChatInstance,
                    Data = request.Data,
                },
            });
            return new Pressed(press.Id, messageId, update?.Id);
        }
    }

    public PaymentStarted Pay(PayRequest request)
    {
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            var (room, payer) = people.Actor(bot, request);
            var checkout = bot.Stars.Begin(room, payer, OrderOf(bot, room, request), request.MessageId);
            return new PaymentStarted(checkout.Id, checkout.MessageId);
        }
    }

    public Blocked Block(BlockRequest request)
    {
        var blocked = request.Blocked ?? throw new ControlRefusal("\"blocked\" is missing: true blocks the bot, false lets it in again");
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = People.ExistingRoom(bot, request);
            if (room.Person is not { } person)
            {
                throw new ControlRefusal("a group does not block a bot, it removes it: POST /control/groups/bot");
            }

            if (room.IsBlocked == blocked)
            {
                return new Blocked(false, null);
            }

            room.Block(blocked);
            var member = new ChatMember("member", bot.AsUser);
            var kicked = new ChatMember("kicked", bot.AsUser, UntilDate: 0);
            var update = bot.Tell(new Update
            {
                MyChatMember = new ChatMemberUpdated
                {
                    Chat = room.Chat,
                    From = person,
                    Date = bot.Now.ToUnixTimeSeconds(),
                    OldChatMember = blocked ? member : kicked,
                    NewChatMember = blocked ? kicked : member,
                },
            });
            return new Blocked(true, update?.Id);
        }
    }

    private static Order OrderOf(BotAccount bot, ChatRoom room, PayRequest request)
    {
        const string prefix = "https://t.me/$";
        if (request.Link is { } link)
        {
            return (link.StartsWith(prefix, StringComparison.Ordinal) ? bot.Stars.OrderBehind(link[prefix.Length..]) : null)
                ?? throw new ControlRefusal("\"link\" is not an invoice link of this bot");
        }

        return room.Find(request.MessageId ?? 0)?.Order
            ?? throw new ControlRefusal(
                "\"message_id\" must name a message with an invoice in this chat (or give \"link\", an invoice link)");
    }
}
