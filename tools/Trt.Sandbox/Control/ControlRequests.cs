using System.Text.Json.Nodes;
using Trt.Sandbox.Telegram;

namespace Trt.Sandbox.Control;

internal sealed record BotRequest(string? Token, string? Username, string? Name);

/// <summary>Who acts towards which bot; every act of a person has these.</summary>
internal abstract record PersonRequest
{
    public string? Token { get; init; }
    public long? ChatId { get; init; }
    public string? Name { get; init; }
    public string? Username { get; init; }
    public string? LanguageCode { get; init; }
    public long? ReplyTo { get; init; }

    /// <summary>Who of a group acts; in a private chat it is the chat itself.</summary>
    public long? From { get; init; }

    /// <summary>An admin of a group writes in its name.</summary>
    public bool? Anonymous { get; init; }
}

internal sealed record GroupRequest : PersonRequest
{
    public string? Title { get; init; }
    public string? Type { get; init; }
    public IReadOnlyList<Newcomer>? Members { get; init; }
}

internal sealed record Newcomer(long Id, string? Name, string? Username, string? LanguageCode);

internal sealed record MembersRequest : PersonRequest
{
    public IReadOnlyList<Newcomer>? Add { get; init; }
    public IReadOnlyList<long>? Remove { get; init; }
    public long? Promote { get; init; }
    public string? Title { get; init; }
}

internal sealed record GroupBotRequest : PersonRequest
{
    public string? Status { get; init; }
}

internal sealed record GroupTitleRequest : PersonRequest
{
    public string? Title { get; init; }
}

internal sealed record MigrateRequest : PersonRequest;

internal sealed record InlineRequest : PersonRequest
{
    public string? Query { get; init; }
    public string? Offset { get; init; }
}

internal sealed record InlineChoiceRequest : PersonRequest
{
    public string? QueryId { get; init; }
    public string? ResultId { get; init; }
}

/// <summary>What @BotFather lets an owner choose.</summary>
internal sealed record FatherRequest
{
    public string? Token { get; init; }
    public bool? Inline { get; init; }
    public bool? Privacy { get; init; }
    public int? InlineFeedbackOneOf { get; init; }
}

internal sealed record TextRequest : PersonRequest
{
    public string? Text { get; init; }
}

internal sealed record ClickRequest : PersonRequest
{
    public long? MessageId { get; init; }
    public string? Data { get; init; }
}

internal record PhotoRequest : PersonRequest
{
    public string? Base64 { get; init; }
    public string? Caption { get; init; }
    public string? FileName { get; init; }
    public string? MediaGroupId { get; init; }
}

internal sealed record MediaRequest : PhotoRequest
{
    public string? Kind { get; init; }
    public string? Mime { get; init; }
    public int? Duration { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public string? PhoneNumber { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
}

internal sealed record RepeatRequest : PersonRequest
{
    public long? MessageId { get; init; }
}

internal sealed record EditRequest : PersonRequest
{
    public long? MessageId { get; init; }
    public string? Text { get; init; }
}

internal sealed record PayRequest : PersonRequest
{
    public long? MessageId { get; init; }
    public string? Link { get; init; }
}

internal sealed record BlockRequest : PersonRequest
{
    public bool? Blocked { get; init; }
}

/// <summary>An update in words of its own: what a newer Telegram may say.</summary>
internal sealed record RawUpdateRequest(string? Token, JsonObject? Update);

internal sealed record FailRequest
{
    public string? Token { get; init; }
    public string? Method { get; init; }
    public int? ErrorCode { get; init; }
    public string? Description { get; init; }
    public FaultParameters? Parameters { get; init; }
    public int? Times { get; init; }
    public string? When { get; init; }
    public long? ChatId { get; init; }
    public int? LatencyMs { get; init; }
}

internal sealed record FaultParameters(int? RetryAfter, long? MigrateToChatId);

internal sealed record ClockRequest(double? AdvanceMs);

internal sealed record SettingsRequest
{
    public bool? StrictWebhooks { get; init; }
    public double? WebhookRetryScale { get; init; }
    public int? CallbackWindowMs { get; init; }
    public int? PreCheckoutWindowMs { get; init; }
    public int? InlineWindowMs { get; init; }
    public bool? OwnerHasPremium { get; init; }
    public bool? OldServer { get; init; }
    public bool? MessageIdsPerAccount { get; init; }
    public bool? RateLimits { get; init; }
    public bool? CoalescePolls { get; init; }
    public IReadOnlyList<string>? FetchHosts { get; init; }
}

/// <summary>What a control call answers when there is nothing more to say.</summary>
internal sealed record RawUpdate(long UpdateId);

internal sealed record Done(bool Ok = true);

internal sealed record Written(long MessageId, IReadOnlyList<long> MessageIds, long? UpdateId);

internal sealed record Pressed(string Id, long MessageId, long? UpdateId);

internal sealed record PaymentStarted(string Id, long? MessageId);

internal sealed record GroupFounded(long ChatId, string Type, long? MovedFrom = null);

internal sealed record GroupList(IReadOnlyList<GroupView> Groups);

internal sealed record Blocked(bool Changed, long? UpdateId);

internal sealed record RegisteredBot(long Id, string Username, string Token);

internal sealed record BotList(IReadOnlyList<BotView> Bots);

/// <summary>How a bot gets its updates right now.</summary>
internal sealed record BotView(long Id, string Username, bool IsPolling, string? WebhookUrl, int PendingUpdates, int FaultsWaiting)
{
    public static BotView Of(BotAccount bot)
    {
        lock (bot.Gate)
        {
            return new BotView(
                bot.Id, bot.Me.Username, bot.Updates.HasPoll, bot.Webhook?.GivenUrl, bot.Updates.Count, bot.Faults.Waiting.Count);
        }
    }
}

internal sealed record ClockReading(DateTimeOffset Now, double AheadMs);

internal sealed record Calls([property: System.Text.Json.Serialization.JsonPropertyName("calls")] IReadOnlyList<LoggedCall> Items);

internal sealed record ShopView(bool Opening);

internal sealed record Problem(string Error);
