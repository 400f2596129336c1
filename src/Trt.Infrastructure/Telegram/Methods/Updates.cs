using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram.Methods;

public sealed record GetMe : BotMethod<User>;

/// <summary>An offset acknowledges everything before it.</summary>
public sealed record GetUpdates : BotMethod<IReadOnlyList<Update>>
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    public long? Offset { get; init; }

    public int? Limit { get; init; }

    /// <summary>Seconds that Telegram waits for an update, up to 50.</summary>
    public int? Timeout { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    internal override TimeSpan AnswerWithin => TimeSpan.FromSeconds(Timeout ?? 0) + Slack;
}

public sealed record SetWebhook : BotMethod<bool>
{
    public required string Url { get; init; }

    public string? IpAddress { get; init; }

    public int? MaxConnections { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    public bool? DropPendingUpdates { get; init; }

    /// <summary>1–256 of A–Z a–z 0–9 _ -.</summary>
    public string? SecretToken { get; init; }
}

public sealed record DeleteWebhook : BotMethod<bool>
{
    public bool? DropPendingUpdates { get; init; }
}

public sealed record GetWebhookInfo : BotMethod<WebhookInfo>;

/// <summary>Where to <see cref="BotApi.Download"/> a file; good for an hour.</summary>
public sealed record GetFile : BotMethod<TelegramFile>
{
    public required string FileId { get; init; }
}
