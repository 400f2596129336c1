using System.Globalization;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Options;

/// <summary>What the operator can change later begins with this.</summary>
public sealed partial class OptionsReader
{
    private ShopTerms ReadTerms()
    {
        var usual = new ShopTerms();
        return usual with
        {
            Prices = new PriceTerms(
                Decimal("USD_TO_RUB", usual.Prices.RublesPerUsd, 1, 10_000),
                usual.Prices.UsdPerCredit,
                Decimal("PRICE_MULTIPLIER", usual.Prices.Markup, 1, 100)),
            WelcomeBalance = Money.Rubles(Number("WELCOME_BALANCE_RUB", 0, 0, 100_000)),
            Free = usual.Free with
            {
                PerDay = Number("FREE_PER_DAY", usual.Free.PerDay, 0, 1000),
                PerHour = Number("FREE_PER_HOUR", usual.Free.PerHour, 0, 1000),
                PerDayInAll = Number("FREE_PER_DAY_IN_ALL", usual.Free.PerDayInAll, 0, 10_000_000),
            },
            TopUps = ReadTopUps(usual.TopUps),
            Growth = ReadGrowth(),
        };
    }

    private TopUpTerms ReadTopUps(TopUpTerms usual)
    {
        var (min, max) = (Number("TOPUP_MIN_RUB", 50, 1, 1_000_000), Number("TOPUP_MAX_RUB", 50_000, 1, 1_000_000));
        if (min > max)
        {
            _problems.Add($"TOPUP_MIN_RUB is {min} and TOPUP_MAX_RUB is {max}: the least top-up is more than the most.");
        }

        var amounts = new List<Money>();
        foreach (var text in List("TOPUP_AMOUNTS_RUB"))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount >= min && amount <= max)
            {
                amounts.Add(Money.Rubles(amount));
            }
            else
            {
                _problems.Add($"TOPUP_AMOUNTS_RUB holds \"{text}\"; it must be whole rubles from {min} to {max}, separated by commas.");
            }
        }

        return usual with
        {
            Amounts = amounts.Count > 0 ? amounts : usual.Amounts,
            Min = Money.Rubles(min),
            Max = Money.Rubles(max),
            Stars = new StarsRate(Decimal("STARS_PER_RUBLE", usual.Stars.PerRuble, 0, 1000)),
        };
    }
}
