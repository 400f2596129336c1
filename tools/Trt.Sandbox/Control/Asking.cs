using System.Text.Json;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Inline;

namespace Trt.Sandbox.Control;

/// <summary>What people do with the bot from inside other chats: type its name and a few words, choose from its list.</summary>
internal sealed class Asking(People people, TimeProvider clock)
{
    /// <summary>Ends with the bot's list, or without one when nobody answered in time.</summary>
    public async Task<InlineView> Ask(InlineRequest request, CancellationToken ct)
    {
        var bot = people.BotOf(request.Token);
        InlineQuestion question;
        lock (bot.Gate)
        {
            if (!bot.Me.SupportsInlineQueries)
            {
                throw new ControlRefusal("this bot has no inline mode: POST /control/father with \"inline\": true");
            }

            var (room, who) = people.Actor(bot, request);
            question = bot.Inline.Ask(room, who, request.Query ?? "", request.Offset ?? "");
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var timeIsUp = Task.Delay(TimeSpan.FromMilliseconds(bot.World.Settings.Current.InlineWindowMs), clock, done.Token);
        await Task.WhenAny(question.Answered, timeIsUp);
        await done.CancelAsync();
        ct.ThrowIfCancellationRequested();
        return InlineView.Of(question);
    }

    public Written Choose(InlineChoiceRequest request)
    {
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            if (bot.Inline.Find(request.QueryId ?? "") is not { Answer: { } answer } question)
            {
                throw new ControlRefusal("\"query_id\" must name a question that the bot has answered: POST /control/inline first");
            }

            var result = answer.Results.FirstOrDefault(result => result.Id == request.ResultId)
                ?? throw new ControlRefusal("\"result_id\" is not in the bot's list");
            if (result.Post is null)
            {
                throw new ControlRefusal($"the sandbox lists a {result.Type} by address and posts only texts and files that it has");
            }

            var id = bot.Inline.Post(question, result).Message.MessageId;
            // In the chat with the bot, and in a group it is in, the bot also sees the message.
            var entry = question.Room.Find(id)!;
            var update = question.Room.Group is { } group && !GroupLife.IsSeen(bot, group, entry.Message)
                ? null
                : bot.Tell(new Telegram.Objects.Update { Message = entry.Message });
            return new Written(id, [id], update?.Id);
        }
    }

    public Done Father(FatherRequest request)
    {
        var bot = people.BotOf(request.Token);
        lock (bot.Gate)
        {
            bot.Me = bot.Me with
            {
                SupportsInlineQueries = request.Inline ?? bot.Me.SupportsInlineQueries,
                CanReadAllGroupMessages = request.Privacy is { } privacy ? !privacy : bot.Me.CanReadAllGroupMessages,
            };
            bot.Inline.FeedbackOneOf = request.InlineFeedbackOneOf ?? bot.Inline.FeedbackOneOf;
            foreach (var room in bot.Rooms)
            {
                room.Touch();
            }
        }

        return new Done();
    }
}

/// <summary>The list as the person sees it.</summary>
internal sealed record InlineView(
    string QueryId, bool Answered, IReadOnlyList<JsonElement> Results, string? NextOffset, JsonElement? Button, int? CacheTime,
    bool? IsPersonal)
{
    public static InlineView Of(InlineQuestion question) => question.Answer is { } answer
        ? new InlineView(
            question.Id, true, [.. answer.Results.Select(result => result.Shown)], answer.NextOffset, answer.Button, answer.CacheTime,
            answer.IsPersonal)
        : new InlineView(question.Id, false, [], null, null, null, null);
}
