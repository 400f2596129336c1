using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Inline;

/// <summary>Somebody types the bot's name and a few words in a chat, and waits for a list.</summary>
internal sealed class InlineQuestion(string id, ChatRoom room, User who, string query, string offset, DateTimeOffset at)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public ChatRoom Room => room;

    public User Who => who;

    public string Query => query;

    public string Offset => offset;

    public DateTimeOffset At => at;

    public InlineAnswer? Answer { get; private set; }

    /// <summary>Ends with the bot's answer; nobody promises that there is one.</summary>
    public Task Answered => _answered.Task;

    public void Take(InlineAnswer answer)
    {
        Answer = answer;
        _answered.TrySetResult();
    }
}

/// <summary>The bot's list, as it is shown above the place to type.</summary>
internal sealed record InlineAnswer(
    IReadOnlyList<InlineResult> Results, int CacheTime, bool IsPersonal, string NextOffset, JsonElement? Button);

/// <summary>One line of the list, and what is posted when it is chosen.</summary>
/// <param name="Post">Fills in a message of the person who chose it; null for kinds that this simulator lists and cannot post.</param>
internal sealed record InlineResult(string Id, string Type, JsonElement Shown, Func<Message, Message>? Post, JsonElement? Markup);
