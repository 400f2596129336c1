using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Control;

/// <summary>What people write.</summary>
internal sealed class Writing(People people)
{
    /// <summary>What a person's own client sends as one message; more becomes several.</summary>
    private const int TextMax = 4096;

    public Written Write(TextRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
        {
            throw new ControlRefusal("\"text\" is empty: give the text the person writes");
        }

        return people.Receive(
            request, (message, _) => message,
            request.Text.Trim().Chunk(TextMax).Select(part => FormattedText.Typed(new string(part))).ToList());
    }

    public Written Edit(EditRequest request)
    {
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = People.ExistingRoom(bot, request);
            if (room.Find(request.MessageId ?? 0) is not { IsFromUser: true, Message.Text: not null } entry)
            {
                throw new ControlRefusal("\"message_id\" must name a text that the person has written in this chat");
            }

            var text = FormattedText.Typed(request.Text is { Length: > 0 } given ? given : throw new ControlRefusal("\"text\" is empty"));
            entry.Message = entry.Message with
            {
                Text = text.Text,
                Entities = text.EntitiesOrAbsent,
                EditDate = bot.Now.ToUnixTimeSeconds(),
            };
            room.Touch();
            var update = room.Group is null || GroupLife.IsSeen(bot, room.Group, entry.Message)
                ? bot.Tell(new Update { EditedMessage = entry.Message })
                : null;
            return new Written(entry.Message.MessageId, [entry.Message.MessageId], update?.Id);
        }
    }

    /// <summary>Tells the bot of a message once more under a new update id, as the real service may do after trouble of its own.</summary>
    public Written Repeat(RepeatRequest request)
    {
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            if (People.ExistingRoom(bot, request).Find(request.MessageId ?? 0) is not { IsFromUser: true } entry)
            {
                throw new ControlRefusal("\"message_id\" must name a message of the person (or the payment) in this chat");
            }

            var update = bot.Tell(new Update { Message = entry.Message });
            return new Written(entry.Message.MessageId, [entry.Message.MessageId], update?.Id);
        }
    }
}
