using Trt.Infrastructure.Telegram.Types;

namespace Trt.Infrastructure.Telegram.Methods;

/// <summary>The first button, if any are given, must be the pay button; none given, Telegram adds it.</summary>
public sealed record SendInvoice : SendWithButtons<Message>
{
    /// <summary>1–32 characters.</summary>
    public required string Title { get; init; }

    /// <summary>1–255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Our own reference, 1–128 bytes, not shown to the person.</summary>
    public required string Payload { get; init; }

    /// <summary>Empty for Stars.</summary>
    public string ProviderToken { get; init; } = "";

    public string Currency { get; init; } = Currencies.Stars;

    public required IReadOnlyList<LabeledPrice> Prices { get; init; }

    public string? StartParameter { get; init; }

    public Uri? PhotoUrl { get; init; }
}

public sealed record CreateInvoiceLink : BotMethod<string>
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Payload { get; init; }

    public string ProviderToken { get; init; } = "";

    public string Currency { get; init; } = Currencies.Stars;

    public required IReadOnlyList<LabeledPrice> Prices { get; init; }

    public int? SubscriptionPeriod { get; init; }

    public Uri? PhotoUrl { get; init; }
}

/// <summary>Within ten seconds, or the payment is cancelled.</summary>
public sealed record AnswerPreCheckoutQuery : BotMethod<bool>
{
    public required string PreCheckoutQueryId { get; init; }

    public required bool Ok { get; init; }

    /// <summary>Shown to the person; required when not ok.</summary>
    public string? ErrorMessage { get; init; }
}

/// <summary>The whole payment, once; safe to repeat after a lost answer.</summary>
public sealed record RefundStarPayment : BotMethod<bool>
{
    public required long UserId { get; init; }

    public required string TelegramPaymentChargeId { get; init; }
}

public sealed record GetStarTransactions : BotMethod<StarTransactions>
{
    public int? Offset { get; init; }

    public int? Limit { get; init; }
}

public sealed record GetMyStarBalance : BotMethod<StarAmount>;

public static class Currencies
{
    public const string Stars = "XTR";
}
