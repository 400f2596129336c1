using System.Collections.Frozen;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Growth;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>
/// What the operator may change while the shop is open. It begins as the environment says and goes on as the operator says;
/// everything that is decided with it is decided with one and the same set.
/// </summary>
public sealed record ShopTerms
{
    public PriceTerms Prices { get; init; } = PriceTerms.Default;

    /// <summary>Price lines with a price of the operator's own, per unit.</summary>
    public IReadOnlyDictionary<SkuId, Money> OwnPrices { get; init; } = FrozenDictionary<SkuId, Money>.Empty;

    /// <summary>Models that the operator keeps off the shelves.</summary>
    public IReadOnlySet<ModelId> Hidden { get; init; } = FrozenSet<ModelId>.Empty;

    /// <summary>What a new customer finds on the balance.</summary>
    public Money WelcomeBalance { get; init; }

    public FreeTerms Free { get; init; } = new();

    public TopUpTerms TopUps { get; init; } = new();

    public GrowthTerms Growth { get; init; } = new();

    public PaceTerms Pace { get; init; } = new();

    public OrderTerms Orders { get; init; } = new();

    public CostTerms Costs { get; init; } = new();

    public OwnTexts Texts { get; init; } = new();

    public HealthLimits Health { get; init; } = new(PauseFailures: 5, PausePercent: 50, FirstProbe: TimeSpan.FromMinutes(10));

    /// <summary>These cards as they are sold on these terms, and with what is known of their costs and health.</summary>
    public ModelCatalog OnSale(ModelCatalog cards, KnownCosts costs, KnownHealth health) =>
        health.LaidOver(Offering.OnSale(cards, this, costs));
}

/// <summary>What the provider grants to one account; all instances share it.</summary>
public sealed record PaceTerms
{
    public int StartsPerTenSeconds { get; init; } = 20;

    public int ReadsPerSecond { get; init; } = 10;

    /// <summary>Tasks of the whole shop under way at one time.</summary>
    public int RunningMax { get; init; } = 100;
}

/// <summary>How an order waits for its start.</summary>
public sealed record OrderTerms
{
    /// <summary>So long after the press it stays here, and can be taken back for certain.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The operator's switch: nothing is started, and orders wait.</summary>
    public bool ArePaused { get; init; }

    /// <summary>So long an order may wait that cannot start at once; then the money goes back.</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromHours(2);
}

/// <summary>How far the provider's prices are followed without asking a person.</summary>
public sealed record CostTerms
{
    public CostLimits Alone { get; init; } = new(RisePercent: 60, FallPercent: 70);

    /// <summary>For how long a price that was read counts.</summary>
    public TimeSpan AgeMax { get; init; } = TimeSpan.FromHours(48);

    /// <summary>A model that is charged so much above its price is not sold any more.</summary>
    public int OverchargePercentMax { get; init; } = 25;
}

/// <summary>What is given away every day.</summary>
public sealed record FreeTerms
{
    public int PerDay { get; init; } = 5;

    /// <summary>At most so many of them within sixty minutes; 0 = no such limit.</summary>
    public int PerHour { get; init; }

    /// <summary>What the whole house gives away on one day, however many accounts ask.</summary>
    public int PerDayInAll { get; init; } = 1000;

    /// <summary>What can be had for free; null = what the cards say.</summary>
    public IReadOnlyList<FreeItem>? Items { get; init; }
}

/// <param name="Sku">One price line; null = all of the model's.</param>
public sealed record FreeItem(ModelId Model, string? Sku)
{
    public override string ToString() => Sku is null ? Model.Value : new SkuId(Model, Sku).ToString();
}

/// <summary>What the operator says to customers in words of their own; null = what the shop says.</summary>
public sealed record OwnTexts
{
    /// <summary>Whom customers ask.</summary>
    public string? Support { get; init; }

    public string? TermsRu { get; init; }

    public string? TermsEn { get; init; }
}

/// <summary>How much can be paid in at once.</summary>
public sealed record TopUpTerms
{
    /// <summary>The amounts that have a button.</summary>
    public IReadOnlyList<Money> Amounts { get; init; } = [Money.Rubles(50), Money.Rubles(100), Money.Rubles(150)];

    public Money Min { get; init; } = Money.Rubles(50);

    public Money Max { get; init; } = Money.Rubles(50_000);

    /// <summary>The price of a ruble in Stars.</summary>
    public StarsRate Stars { get; init; } = new(1.6m);

    /// <summary>The messenger takes no smaller invoice in rubles: it wants about a dollar.</summary>
    public Money InvoiceMin { get; init; } = Money.Rubles(100);

    /// <summary>Which of the ways that are set up are offered in the messenger, by their names; none = all of them.</summary>
    public IReadOnlyList<string> Ways { get; init; } = [];

    /// <summary>How long an asked-for payment waits for its money.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>What is given for bringing others, and for coming. Everything that gives has an end: by customer, by day, by amount.</summary>
public sealed record GrowthTerms
{
    /// <summary>Free generations for each side of an invitation.</summary>
    public int InvitationFree { get; init; } = 10;

    public RewardMoment InviterRewardAt { get; init; } = RewardMoment.FirstGeneration;

    /// <summary>How many invitations of one inviter are rewarded in a day.</summary>
    public int RewardsPerInviterPerDay { get; init; } = 10;

    /// <summary>How many invitations of the whole shop give something in a day; about so many, since nobody waits in line for it.</summary>
    public int InvitationsPerDay { get; init; } = 1000;

    /// <summary>The inviter's part of the newcomer's first payment; 0 = none.</summary>
    public int SharePercent { get; init; }

    public Money ShareMax { get; init; } = Money.Rubles(500);

    /// <summary>Wrong promo codes of one customer in an hour.</summary>
    public int PromoMissesPerHour { get; init; } = 5;

    /// <summary>The present of the house in whole rubles, drawn between the two; 0 = there is none.</summary>
    public Money GiftMin { get; init; }

    public Money GiftMax { get; init; }

    /// <summary>Presents of the whole shop in a day; about so many.</summary>
    public int GiftsPerDay { get; init; } = 100;

    /// <summary>Whether customers are told that the balance runs low.</summary>
    public bool LowBalanceNotice { get; init; } = true;

    /// <summary>The whole rubles that lie between the two; null when none do.</summary>
    public (int Least, int Most)? GiftRubles =>
        ((GiftMin.Kopecks + 99) / 100, GiftMax.Kopecks / 100) is ( > 0, _) range && range.Item1 <= range.Item2
            ? ((int)range.Item1, (int)range.Item2)
            : null;
}
