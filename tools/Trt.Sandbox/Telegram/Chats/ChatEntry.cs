using System.Text.Json;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;

namespace Trt.Sandbox.Telegram.Chats;

/// <summary>A message's place in the chat: the message changes, the place stays.</summary>
internal sealed class ChatEntry(Message message)
{
    public Message Message { get; set; } = message;

    public bool IsFromUser { get; init; }

    /// <summary>Posted by a person from the bot's list: the bot may edit it by this name, and knows no other.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>Sent with a keyboard in place of the letters, which the Bot API neither echoes nor lets edit.</summary>
    public bool HasReplyKeyboard { get; init; }

    /// <summary>What the bot feels about this message, as it gave it.</summary>
    public JsonElement? Reaction { get; set; }

    /// <summary>What the invoice in this message sells; the message itself does not show the payload.</summary>
    public Order? Order { get; init; }
}

/// <summary>A button press and what the bot said to it.</summary>
internal sealed class Press(string id, long by, long messageId, string data, DateTimeOffset at)
{
    public string Id => id;

    /// <summary>Whose finger it was; in a group there are several.</summary>
    public long By => by;

    public long MessageId => messageId;

    public string Data => data;

    public DateTimeOffset At => at;

    public PressAnswer? Answer { get; set; }
}

internal sealed record PressAnswer(string? Text, bool ShowAlert, string? Url, int CacheTime);

/// <summary>A text that the bot is still writing.</summary>
internal sealed record Draft(long DraftId, string Text, IReadOnlyList<MessageEntity>? Entities);
