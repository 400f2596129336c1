using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

/// <summary>A chat as the person in it sees it.</summary>
internal sealed record ChatView
{
    public required long ChatId { get; init; }
    public required long Version { get; init; }
    public required bool Blocked { get; init; }
    public User? User { get; init; }
    public required User Bot { get; init; }

    /// <summary>Absent in a private chat.</summary>
    public GroupView? Group { get; init; }

    /// <summary>Whether the bot's name and a few words bring a list.</summary>
    public bool Inline { get; init; }
    public string? Action { get; init; }
    public DraftView? Draft { get; init; }
    public required IReadOnlyList<BotCommand> Commands { get; init; }
    public JsonElement? ReplyKeyboard { get; init; }
    public long? PinnedMessageId { get; init; }
    public required IReadOnlyList<JsonObject> Messages { get; init; }
    public required IReadOnlyList<PressView> Presses { get; init; }
    public required IReadOnlyList<PaymentView> Payments { get; init; }

    /// <param name="viewer">In whose hands the chat is; in a group everybody sees their own words on the right.</param>
    /// <param name="last">Only so many of the newest messages and presses.</param>
    public static ChatView Of(BotAccount bot, ChatRoom room, long viewer, int last)
    {
        var action = room.Action(bot.Now);
        var draft = room.Draft(bot.Now);
        return new ChatView
        {
            ChatId = room.Id,
            Version = room.Version,
            Blocked = room.IsBlocked,
            User = room.Person,
            Bot = bot.AsUser,
            Group = room.Group is null ? null : GroupView.Of(bot, room),
            Inline = bot.Me.SupportsInlineQueries,
            Action = action,
            Draft = draft is null ? null : new DraftView(draft.DraftId, draft.Text, draft.Entities),
            Commands = room.Person is { } person ? bot.Profile.CommandsFor(person) : [],
            ReplyKeyboard = room.ReplyKeyboard,
            PinnedMessageId = room.PinnedId,
            Messages = [.. room.Entries.TakeLast(last).Select(entry => Shown(entry, room, viewer))],
            Presses = [.. room.Presses.Where(press => press.By == viewer).TakeLast(last).Select(PressView.Of)],
            Payments = [.. room.Checkouts.Select(PaymentView.Of)],
        };
    }

    /// <summary>A chat in which nothing has happened yet.</summary>
    public static ChatView Empty(BotAccount bot, User user) => new()
    {
        ChatId = user.Id,
        Version = 0,
        Blocked = false,
        User = user,
        Bot = bot.AsUser,
        Inline = bot.Me.SupportsInlineQueries,
        Commands = bot.Profile.CommandsFor(user),
        Messages = [],
        Presses = [],
        Payments = [],
    };

    private static JsonObject Shown(ChatEntry entry, ChatRoom room, long viewer)
    {
        var message = JsonSerializer.SerializeToNode(entry.Message, BotApiJson.Options)!.AsObject();
        if (entry.IsFromUser && (room.Group is null || (entry.Message.From?.Id == viewer && !entry.Message.IsService)))
        {
            message["outgoing"] = true;
        }

        if (entry.Reaction is { } reaction)
        {
            message["reaction"] = JsonSerializer.SerializeToNode(reaction);
        }

        return message;
    }
}

/// <summary>A group as whoever plays it needs to see it.</summary>
internal sealed record GroupView(
    long ChatId, string Title, string Type, string BotStatus, long? MigratedTo, IReadOnlyList<MemberView> Members)
{
    public static GroupView Of(BotAccount bot, ChatRoom room) => new(
        room.Id, room.Chat.Title ?? "", room.Chat.Type, room.Group!.BotStatus, room.Group.MigratedTo,
        [.. room.Group.Members.Select(member => new MemberView(member.User, member.Status, member.IsAnonymous))]);
}

internal sealed record MemberView(User User, string Status, bool IsAnonymous);

internal sealed record DraftView(long DraftId, string Text, IReadOnlyList<MessageEntity>? Entities);

internal sealed record PressView
{
    public required string Id { get; init; }
    public required long MessageId { get; init; }
    public required string Data { get; init; }
    public required DateTimeOffset At { get; init; }
    public required bool Answered { get; init; }
    public string? Text { get; init; }
    public bool? ShowAlert { get; init; }
    public string? Url { get; init; }
    public int? CacheTime { get; init; }

    public static PressView Of(Press press) => new()
    {
        Id = press.Id,
        MessageId = press.MessageId,
        Data = press.Data,
        At = press.At,
        Answered = press.Answer is not null,
        Text = press.Answer?.Text,
        ShowAlert = press.Answer?.ShowAlert,
        Url = press.Answer?.Url,
        CacheTime = press.Answer is { CacheTime: > 0 and var seconds } ? seconds : null,
    };
}

internal sealed record PaymentView
{
    public required string Id { get; init; }
    public long? MessageId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string State { get; init; }
    public required string Title { get; init; }
    public required string Currency { get; init; }
    public required long TotalAmount { get; init; }
    public required string InvoicePayload { get; init; }
    public string? ErrorMessage { get; init; }
    public string? TelegramPaymentChargeId { get; init; }

    public static PaymentView Of(Checkout checkout) => new()
    {
        Id = checkout.Id,
        MessageId = checkout.MessageId,
        At = checkout.At,
        State = checkout.State.ToString().ToLowerInvariant(),
        Title = checkout.Order.Invoice.Title,
        Currency = checkout.Order.Invoice.Currency,
        TotalAmount = checkout.Order.Invoice.TotalAmount,
        InvoicePayload = checkout.Order.Payload,
        ErrorMessage = checkout.ErrorMessage,
        TelegramPaymentChargeId = checkout.ChargeId,
    };
}
