namespace Trt.Api.Options;

/// <summary>How the bot lives at the messenger. A class and no record: a record would print the secrets.</summary>
public sealed class BotOptions
{
    public required string Token { get; init; }

    public required Uri ApiBase { get; init; }

    /// <summary>Where Telegram sends updates; null = we ask for them ourselves.</summary>
    public Uri? WebhookBase { get; init; }

    /// <summary>Comes back in a header with every update.</summary>
    public required string WebhookSecret { get; init; }

    /// <summary>Taken as well, while one is being changed for another.</summary>
    public IReadOnlyList<string> OtherWebhookSecrets { get; init; } = [];

    /// <summary>From @BotFather: invoices in rubles; null = not offered.</summary>
    public string? PaymentProviderToken { get; init; }

    public bool UsesWebhook => WebhookBase is not null;
}
