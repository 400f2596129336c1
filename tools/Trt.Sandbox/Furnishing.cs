using MediatR;
using Trt.Application.Growth;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Sandbox;

/// <summary>
/// What a shop needs so that all of it can be played: an owner, an account for transfers, a contact, a promo code. Tests furnish theirs.
/// </summary>
internal sealed class Furnishing
{
    public const string Promo = "SANDBOX";

    private const string UsualOwner = "1000";

    private static readonly string[] Names =
    [
        "DATABASE_URL", "DATA_DIR", "CATALOG_DIR", "LOG_LEVEL", "ADMIN_IDS", "PAYMENT_PHONE", "PAYMENT_BANK", "PAYMENT_CARD",
        "PAYMENT_CARD_HOLDER", "SUPPORT_TELEGRAM", "WELCOME_BALANCE_RUB",
    ];

    private readonly Dictionary<string, string?> _settings;

    public Furnishing(Func<string, string?> environment)
    {
        _settings = Names.Select(name => KeyValuePair.Create(name, environment(name)))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary();
        _settings.TryAdd("ADMIN_IDS", UsualOwner);
        _settings.TryAdd("SUPPORT_TELEGRAM", "@trt_sandbox_help");
        if (!_settings.ContainsKey("PAYMENT_PHONE") && !_settings.ContainsKey("PAYMENT_CARD"))
        {
            _settings["PAYMENT_PHONE"] = "+7 900 000-00-00";
            _settings.TryAdd("PAYMENT_BANK", "Sandbox Bank");
        }
    }

    public IReadOnlyDictionary<string, string?> Settings => _settings;

    /// <summary>Null where the settings name nobody that a page could be opened for.</summary>
    public long? Owner => long.TryParse(_settings["ADMIN_IDS"]!.Split(',', ' ')[0], out var id) ? id : null;

    /// <summary>Once made it stays, used up or not.</summary>
    public static async Task IssuePromo(IServiceProvider shop, CancellationToken token)
    {
        await using var scope = shop.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new CreatePromo(
                Promo, new PromoValue.MoneyGift(Money.Rubles(50)), UsesMax: 1000, UsesPerCustomerMax: 1, ExpiresAt: null, "sandbox"),
            token);
    }
}
