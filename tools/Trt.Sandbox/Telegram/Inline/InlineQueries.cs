using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Inline;

/// <summary>What people ask a bot from inside other chats, and what they post of its answers. Guarded by the account's lock.</summary>
internal sealed class InlineQueries(BotAccount bot)
{
    private const int KeptMax = 2_000;
    private const int QueryLengthMax = 256;

    private readonly OrderedDictionary<string, InlineQuestion> _asked = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, (ChatRoom Room, long MessageId)> _posted = new(StringComparer.Ordinal);
    private readonly Dictionary<CacheKey, (InlineAnswer Answer, DateTimeOffset Until)> _cache = [];

    /// <summary>Of so many chosen results the bot hears of one; 0 = of none.</summary>
    public int FeedbackOneOf { get; set; }

    /// <summary>What was answered before is shown again for as long as the bot allowed, without asking it.</summary>
    public InlineQuestion Ask(ChatRoom room, User who, string query, string offset)
    {
        var text = query.Length > QueryLengthMax ? query[..QueryLengthMax] : query;
        var question = new InlineQuestion(bot.NewId(), room, who, text, offset, bot.Now);
        _asked.Add(question.Id, question);
        if (_asked.Count > KeptMax)
        {
            _asked.RemoveAt(0);
        }

        if (Cached(question) is { } known)
        {
            question.Take(known);
            return question;
        }

        bot.Tell(new Update { InlineQuery = new InlineQuery(question.Id, who, text, offset, TypeOf(room, who)) });
        return question;
    }

    public InlineQuestion? Find(string id) => _asked.GetValueOrDefault(id);

    /// <returns>False when nobody waits for it (any more).</returns>
    public bool Answer(string id, InlineAnswer answer)
    {
        if (!_asked.TryGetValue(id, out var question) || question.Answer is not null
            || question.At.AddMilliseconds(bot.World.Settings.Current.InlineWindowMs) < bot.Now)
        {
            return false;
        }

        question.Take(answer);
        if (answer.CacheTime > 0)
        {
            _cache[KeyOf(question, answer.IsPersonal)] = (answer, bot.Now.AddSeconds(answer.CacheTime));
        }

        return true;
    }

    /// <summary>The person posts a line of the list in their own name.</summary>
    public ChatEntry Post(InlineQuestion question, InlineResult result)
    {
        var room = question.Room;
        // Only what has buttons can change later, so only that has a name.
        var name = result.Markup is null ? null : $"inline{bot.NewId()}";
        var message = result.Post!(new Message
        {
            MessageId = bot.NextMessageId(room),
            From = question.Who,
            ViaBot = bot.AsUser,
            Chat = room.Chat,
            Date = bot.Now.ToUnixTimeSeconds(),
            ReplyMarkup = result.Markup,
        });
        var entry = room.Add(new ChatEntry(message) { IsFromUser = true, InlineMessageId = name });
        if (name is not null)
        {
            _posted.Add(name, (room, message.MessageId));
            if (_posted.Count > KeptMax)
            {
                _posted.RemoveAt(0);
            }
        }

        if (FeedbackOneOf > 0 && bot.NextDouble() * FeedbackOneOf < 1)
        {
            bot.Tell(new Update { ChosenInlineResult = new ChosenInlineResult(result.Id, question.Who, question.Query, name) });
        }

        return entry;
    }

    /// <summary>What was posted from a list, by the one name that the bot knows it under.</summary>
    public (ChatRoom Room, ChatEntry Entry)? Posted(string name) =>
        _posted.TryGetValue(name, out var place) && place.Room.Find(place.MessageId) is { } entry ? (place.Room, entry) : null;

    public void Clear()
    {
        _asked.Clear();
        _posted.Clear();
        _cache.Clear();
    }

    private InlineAnswer? Cached(InlineQuestion question)
    {
        foreach (var isPersonal in (ReadOnlySpan<bool>)[true, false])
        {
            var key = KeyOf(question, isPersonal);
            if (_cache.TryGetValue(key, out var kept))
            {
                if (bot.Now < kept.Until)
                {
                    return kept.Answer;
                }

                _cache.Remove(key);
            }
        }

        return null;
    }

    private static CacheKey KeyOf(InlineQuestion question, bool isPersonal) =>
        new(question.Query, question.Offset, isPersonal ? question.Who.Id : null);

    private static string TypeOf(ChatRoom room, User who) => room.Id == who.Id ? "sender" : room.Chat.Type;

    private readonly record struct CacheKey(string Query, string Offset, long? Person);
}
