using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>Where a bot wants its updates sent, and how the sending went.</summary>
internal sealed record Webhook
{
    public required Uri Url { get; init; }
    public required string GivenUrl { get; init; }
    public string? SecretToken { get; init; }
    public int? MaxConnections { get; init; }
    public string? IpAddress { get; init; }
    public bool HasCustomCertificate { get; init; }
    public long? LastErrorDate { get; init; }
    public string? LastErrorMessage { get; init; }

    public int Connections => MaxConnections ?? 40;

    /// <summary>Setting what is set already changes nothing.</summary>
    public bool SameAs(Webhook? other) =>
        other is not null
            && this with { LastErrorDate = null, LastErrorMessage = null } == other with { LastErrorDate = null, LastErrorMessage = null };

    public static WebhookInfo Info(Webhook? webhook, int pending, IReadOnlyList<string>? allowedUpdates) => new()
    {
        Url = webhook?.GivenUrl ?? "",
        HasCustomCertificate = webhook?.HasCustomCertificate ?? false,
        PendingUpdateCount = pending,
        IpAddress = webhook?.IpAddress,
        LastErrorDate = webhook?.LastErrorDate,
        LastErrorMessage = webhook?.LastErrorMessage,
        MaxConnections = webhook?.MaxConnections,
        AllowedUpdates = allowedUpdates,
    };
}
