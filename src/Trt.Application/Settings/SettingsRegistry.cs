using System.Collections.Frozen;
using Trt.Domain.Shared;

namespace Trt.Application.Settings;

/// <summary>Everything the operator may change while the shop is open. One line adds one; the terms' own defaults are its default.</summary>
internal static class SettingsRegistry
{
    public static readonly IReadOnlyList<SettingRule> All =
    [
        SettingRule.Decimal("rate", 1, 10_000, "Rubles for one US dollar; in every price.", t => t.Prices.RublesPerUsd, (t, v) => t with { Prices = t.Prices with { RublesPerUsd = v } }),
        SettingRule.Decimal("markup", 1, 100, "What the provider's price is multiplied by; in every price.", t => t.Prices.Markup, (t, v) => t with { Prices = t.Prices with { Markup = v } }),
        SettingRule.Rubles("welcome.balance", Money.Zero, Money.Rubles(100_000), "What a new customer finds on the balance.", t => t.WelcomeBalance, (t, v) => t with { WelcomeBalance = v }),

        SettingRule.Number("free.per_day", 0, 1000, "Free generations per customer and day; the day ends at midnight, Moscow time.", t => t.Free.PerDay, (t, v) => t with { Free = t.Free with { PerDay = v } }),
        SettingRule.Number("free.per_hour", 0, 1000, "At most so many of them within sixty minutes; 0 = no such limit.", t => t.Free.PerHour, (t, v) => t with { Free = t.Free with { PerHour = v } }),
        SettingRule.Number("free.per_day_in_all", 0, 10_000_000, "The whole house gives away so many on one day, however many accounts ask.", t => t.Free.PerDayInAll, (t, v) => t with { Free = t.Free with { PerDayInAll = v } }),
        FreeList.Rule,

        MoneyList("topup.amounts", 12, "The top-up amounts that have a button.", t => t.TopUps.Amounts, (t, v) => t with { TopUps = t.TopUps with { Amounts = v } }),
        SettingRule.Rubles("topup.min", Money.Rubles(1), Money.Rubles(1_000_000), "The least that can be paid in at once.", t => t.TopUps.Min, (t, v) => t with { TopUps = t.TopUps with { Min = v } }),
        SettingRule.Rubles("topup.max", Money.Rubles(1), Money.Rubles(1_000_000), "The most that can be paid in at once.", t => t.TopUps.Max, (t, v) => t with { TopUps = t.TopUps with { Max = v } }),

        SettingRule.Number("growth.invitation_free", 0, 1000, "Free generations for each side of an invitation.", t => t.Growth.InvitationFree, (t, v) => t with { Growth = t.Growth with { InvitationFree = v } }),
    ];

    /// <summary>Settings that exist once per model or price line.</summary>
    public static readonly IReadOnlyList<SettingFamily> Families = [OwnPrices.Family, HiddenModels.Family];

    private static readonly FrozenDictionary<string, SettingRule> ByName = All.ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>Null when nothing is called so.</summary>
    public static SettingRule? Find(string name) =>
        ByName.GetValueOrDefault(name) ?? Families.Select(family => family.Find(name)).FirstOrDefault(rule => rule is not null);

    /// <summary>The names there are, for a person who has typed another.</summary>
    public static string Names => string.Join(", ", All.Select(rule => rule.Name).Concat(Families.Select(family => family.Pattern)));

    private static SettingRule MoneyList(
        string name, int countMax, string help, Func<ShopTerms, IReadOnlyList<Money>> get, Func<ShopTerms, IReadOnlyList<Money>, ShopTerms> set) =>
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
