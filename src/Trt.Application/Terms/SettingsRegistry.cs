using System.Collections.Frozen;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>
/// Everything the operator may change while the shop is open. One line adds one; the terms' own defaults are its default.
/// </summary>
internal static class SettingsRegistry
{
    public const string TopUpAmounts = "topup.amounts";
    public const string PaymentWaysName = "topup.ways";
    public const string StartsPaused = "order.starts_paused";

    public static readonly IReadOnlyList<SettingRule> All =
    [
        SettingRule.Decimal("rate", 1, 10_000,
            "Rubles for one US dollar; in every price.",
            t => t.Prices.RublesPerUsd,
            (t, v) => t with { Prices = t.Prices with { RublesPerUsd = v } }).From("USD_TO_RUB").AskedTwice(),
        SettingRule.Decimal("markup", 1, 100,
            "What the provider's price is multiplied by; in every price.",
            t => t.Prices.Markup,
            (t, v) => t with { Prices = t.Prices with { Markup = v } }).From("PRICE_MULTIPLIER").AskedTwice(),
        SettingRule.Rubles("welcome.balance", Money.Zero, Money.Rubles(100_000),
            "What a new customer finds on the balance.",
            t => t.WelcomeBalance,
            (t, v) => t with { WelcomeBalance = v }).From("WELCOME_BALANCE_RUB").AskedTwice(),

        SettingRule.Number("free.per_day", 0, 1000,
            "Free generations per customer and day; the day ends at midnight, Moscow time.",
            t => t.Free.PerDay,
            (t, v) => t with { Free = t.Free with { PerDay = v } }).From("FREE_PER_DAY").AskedTwice(),
        SettingRule.Number("free.per_hour", 0, 1000,
            "At most so many of them within sixty minutes; 0 = no such limit.",
            t => t.Free.PerHour,
            (t, v) => t with { Free = t.Free with { PerHour = v } }).From("FREE_PER_HOUR"),
        SettingRule.Number("free.per_day_in_all", 0, 10_000_000,
            "The whole house gives away so many on one day, however many accounts ask.",
            t => t.Free.PerDayInAll,
            (t, v) => t with { Free = t.Free with { PerDayInAll = v } }).From("FREE_PER_DAY_IN_ALL").AskedTwice(),
        FreeList.Rule,

        MoneyList(TopUpAmounts, 12,
            "The top-up amounts that have a button.",
            t => t.TopUps.Amounts,
            (t, v) => t with { TopUps = t.TopUps with { Amounts = v } }).From("TOPUP_AMOUNTS_RUB", text => text.Replace(' ', ',')),
        SettingRule.Rubles("topup.min", Money.Rubles(1), Money.Rubles(1_000_000),
            "The least that can be paid in at once.",
            t => t.TopUps.Min,
            (t, v) => t with { TopUps = t.TopUps with { Min = v } }).From("TOPUP_MIN_RUB"),
        SettingRule.Rubles("topup.max", Money.Rubles(1), Money.Rubles(1_000_000),
            "The most that can be paid in at once.",
            t => t.TopUps.Max,
            (t, v) => t with { TopUps = t.TopUps with { Max = v } }).From("TOPUP_MAX_RUB"),

        SettingRule.Decimal("topup.stars_per_ruble", 0, 1000,
            "The price of a ruble in Stars; 0 = Stars are not taken.",
            t => t.TopUps.Stars.PerRuble,
            (t, v) => t with { TopUps = t.TopUps with { Stars = new StarsRate(v) } }).From("STARS_PER_RUBLE").AskedTwice(),
        (SettingRule.List(
            PaymentWaysName, "of Stars, Invoice, Transfer, Card",
            "Which of the ways that are set up are offered in the messenger; none = all of them.",
            PaymentMethods.Length,
            t => t.TopUps.Ways,
            (t, v) => t with { TopUps = t.TopUps with { Ways = v } },
            method => method,
            text => PaymentMethods.FirstOrDefault(method => method.Equals(text, StringComparison.OrdinalIgnoreCase))) with
        {
            Shape = new SettingShape(SettingKind.Several, Max: PaymentMethods.Length, Choices: PaymentMethods),
        }).AskedTwice(),
        SettingRule.Rubles("topup.invoice_min", Money.Rubles(1), Money.Rubles(100_000),
            "The least that the messenger takes by card; it wants about a dollar.",
            t => t.TopUps.InvoiceMin,
            (t, v) => t with { TopUps = t.TopUps with { InvoiceMin = v } }),

        SettingRule.Number("pace.starts_per_ten_seconds", 1, 1000,
            "Orders that leave for the provider within ten seconds.",
            t => t.Pace.StartsPerTenSeconds,
            (t, v) => t with { Pace = t.Pace with { StartsPerTenSeconds = v } }),
        SettingRule.Number("pace.reads_per_second", 1, 1000,
            "Looks at the provider's records within a second.",
            t => t.Pace.ReadsPerSecond,
            (t, v) => t with { Pace = t.Pace with { ReadsPerSecond = v } }),
        SettingRule.Number("pace.running_max", 1, 10_000,
            "Tasks of the whole shop at the provider at one time.",
            t => t.Pace.RunningMax,
            (t, v) => t with { Pace = t.Pace with { RunningMax = v } }).From("RUNNING_MAX"),

        SettingRule.Number("order.grace_seconds", 0, 60,
            "So many seconds after the press an order stays here and can be taken back; 0 = it leaves at once.",
            t => (int)t.Orders.Grace.TotalSeconds,
            (t, v) => t with { Orders = t.Orders with { Grace = TimeSpan.FromSeconds(v) } }).From("ORDER_GRACE_SECONDS"),
        SettingRule.Flag(StartsPaused,
            "Nothing is started while this is on; orders may wait for it.",
            t => t.Orders.ArePaused,
            (t, v) => t with { Orders = t.Orders with { ArePaused = v } }).AskedTwice(),
        SettingRule.Number("order.wait_minutes_max", 5, 300,
            "So many minutes an order may wait while starts are paused or others of its customer run; then the money goes back.",
            t => (int)t.Orders.WaitMax.TotalMinutes,
            (t, v) => t with { Orders = t.Orders with { WaitMax = TimeSpan.FromMinutes(v) } }),

        SettingRule.Number("price.rise_alone_percent", 0, 1000,
            "The provider's price may rise by so much at once before sale stops and you are asked.",
            t => t.Costs.Alone.RisePercent,
            Costs<int>((c, v) => c with { Alone = c.Alone with { RisePercent = v } })),
        SettingRule.Number("price.fall_alone_percent", 0, 100,
            "It may fall by so much at once before sale stops and you are asked.",
            t => t.Costs.Alone.FallPercent,
            Costs<int>((c, v) => c with { Alone = c.Alone with { FallPercent = v } })),
        SettingRule.Number("price.age_hours_max", 1, 1000,
            "A price that could not be read again for so many hours takes its model off sale.",
            t => (int)t.Costs.AgeMax.TotalHours,
            Costs<int>((c, v) => c with { AgeMax = TimeSpan.FromHours(v) })),
        SettingRule.Number("price.overcharge_percent_max", 0, 1000,
            "A model for which the provider takes so much more than its price is not sold any more.",
            t => t.Costs.OverchargePercentMax,
            Costs<int>((c, v) => c with { OverchargePercentMax = v })),

        SettingRule.Number("health.pause_failures", 0, 1000,
            "A model that really fails so often within an hour is not sold until a probe finds it alive; 0 = none is ever paused.",
            t => t.Health.PauseFailures,
            (t, v) => t with { Health = t.Health with { PauseFailures = v } }),
        SettingRule.Number("health.pause_percent", 1, 100,
            "And so much of what ended within the hour has to be failures.",
            t => t.Health.PausePercent,
            (t, v) => t with { Health = t.Health with { PausePercent = v } }),
        SettingRule.Number("health.probe_minutes", 1, 360,
            "A paused model is looked at after so long; each further wait is twice as long, up to six hours.",
            t => (int)t.Health.FirstProbe.TotalMinutes,
            (t, v) => t with { Health = t.Health with { FirstProbe = TimeSpan.FromMinutes(v) } }),

        SettingRule.Number("growth.invitation_free", 0, 1000,
            "Free generations for each side of an invitation.",
            t => t.Growth.InvitationFree,
            Growth<int>((g, v) => g with { InvitationFree = v })).From("REFERRAL_FREE"),
        SettingRule.Choice("growth.inviter_reward_at",
            "When the inviter's free generations are due.",
            t => t.Growth.InviterRewardAt,
            Growth<RewardMoment>((g, v) => g with { InviterRewardAt = v })).From("REFERRAL_REWARD_AT", RewardMoments),
        SettingRule.Number("growth.rewards_per_inviter", 0, 10_000,
            "How many invitations of one inviter are rewarded in a day.",
            t => t.Growth.RewardsPerInviterPerDay,
            Growth<int>((g, v) => g with { RewardsPerInviterPerDay = v })).From("REFERRAL_REWARDS_PER_DAY"),
        SettingRule.Number("growth.invitations_per_day", 0, 1_000_000,
            "How many invitations of the whole shop give something in a day.",
            t => t.Growth.InvitationsPerDay,
            Growth<int>((g, v) => g with { InvitationsPerDay = v })).From("REFERRALS_PER_DAY"),
        SettingRule.Number("growth.share_percent", 0, 50,
            "The inviter's part of the newcomer's first payment, in percent; 0 = none.",
            t => t.Growth.SharePercent,
            Growth<int>((g, v) => g with { SharePercent = v })).From("REFERRAL_SHARE_PERCENT"),
        SettingRule.Rubles("growth.share_max", Money.Rubles(1), Money.Rubles(100_000),
            "At most so much of it.",
            t => t.Growth.ShareMax,
            Growth<Money>((g, v) => g with { ShareMax = v })).From("REFERRAL_SHARE_MAX_RUB"),
        SettingRule.Number("growth.promo_misses_per_hour", 1, 1000,
            "Wrong promo codes of one customer in an hour, before the next has to wait.",
            t => t.Growth.PromoMissesPerHour,
            Growth<int>((g, v) => g with { PromoMissesPerHour = v })).From("PROMO_MISSES_PER_HOUR"),
        SettingRule.Rubles("growth.gift_min", Money.Zero, Money.Rubles(1000),
            "The least of the present that everyone can take once; 0 = there is none.",
            t => t.Growth.GiftMin,
            Growth<Money>((g, v) => g with { GiftMin = v })).From("GIFT_MIN_RUB"),
        SettingRule.Rubles("growth.gift_max", Money.Zero, Money.Rubles(1000),
            "The most of it; not below the least.",
            t => t.Growth.GiftMax,
            Growth<Money>((g, v) => g with { GiftMax = v })).From("GIFT_MAX_RUB").AskedTwice(),
        SettingRule.Number("growth.gifts_per_day", 0, 1_000_000,
            "Presents of the whole shop in a day.",
            t => t.Growth.GiftsPerDay,
            Growth<int>((g, v) => g with { GiftsPerDay = v })).From("GIFTS_PER_DAY"),
        SettingRule.Flag("growth.low_balance_notice",
            "Whether customers are told that the balance runs low.",
            t => t.Growth.LowBalanceNotice,
            Growth<bool>((g, v) => g with { LowBalanceNotice = v })).From("LOW_BALANCE_NOTICE"),

        SettingRule.Words("text.support", 100,
            "Whom customers ask: a name in the messenger (@name), an address or words.",
            t => t.Texts.Support,
            (t, v) => t with { Texts = t.Texts with { Support = v } }).From("SUPPORT_TELEGRAM"),
        SettingRule.Words("text.terms_ru", 1500,
            "The terms of use in Russian; none = those of the shop.",
            t => t.Texts.TermsRu,
            (t, v) => t with { Texts = t.Texts with { TermsRu = v } }),
        SettingRule.Words("text.terms_en", 1500,
            "The terms of use in English; none = those of the shop.",
            t => t.Texts.TermsEn,
            (t, v) => t with { Texts = t.Texts with { TermsEn = v } }),
    ];

    private static string[] PaymentMethods => Enum.GetNames<PaymentMethod>();

    /// <summary>The names of earlier releases.</summary>
    private static string RewardMoments(string text) => text.ToLowerInvariant() switch
    {
        "generation" => nameof(RewardMoment.FirstGeneration),
        "payment" => nameof(RewardMoment.FirstPayment),
        _ => text,
    };

    /// <summary>Settings that exist once per model or price line.</summary>
    public static readonly IReadOnlyList<SettingFamily> Families = [OwnPrices.Family, HiddenModels.Family];

    private static readonly FrozenDictionary<string, SettingRule> ByName = All.ToFrozenDictionary(
        rule => rule.Name, StringComparer.Ordinal);

    /// <summary>Null when nothing is called so.</summary>
    public static SettingRule? Find(string name) =>
        ByName.GetValueOrDefault(name) ?? Families.Select(family => family.Find(name)).FirstOrDefault(rule => rule is not null);

    /// <summary>The names there are, for a person who has typed another.</summary>
    public static string Names => string.Join(", ", All.Select(rule => rule.Name).Concat(Families.Select(family => family.Pattern)));

    private static Func<ShopTerms, T, ShopTerms> Growth<T>(Func<GrowthTerms, T, GrowthTerms> change) =>
        (terms, value) => terms with { Growth = change(terms.Growth, value) };

    private static Func<ShopTerms, T, ShopTerms> Costs<T>(Func<CostTerms, T, CostTerms> change) =>
        (terms, value) => terms with { Costs = change(terms.Costs, value) };

    private static SettingRule MoneyList(
        string name,
        int countMax,
        string help,
        Func<ShopTerms, IReadOnlyList<Money>> get,
        Func<ShopTerms, IReadOnlyList<Money>, ShopTerms> set) =>
        SettingRule.List(
            name,
            "amounts in rubles",
            help,
            countMax,
            terms => [.. get(terms).Select(SettingRule.Text)],
            (terms, values) => set(terms, [.. values.Select(value => SettingRule.ParseMoney(value)!.Value)]),
            text => text,
            text => SettingRule.ParseMoney(text) is { } money && money > Money.Zero ? SettingRule.Text(money) : null);
}
