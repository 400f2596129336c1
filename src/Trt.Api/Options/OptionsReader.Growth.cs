using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Options;

/// <summary>What is given away, and where it ends.</summary>
public sealed partial class OptionsReader
{
    private GrowthTerms ReadGrowth()
    {
        var usual = new GrowthTerms();
        var growth = usual with
        {
            InvitationFree = Number("REFERRAL_FREE", usual.InvitationFree, 0, 1000),
            InviterRewardAt = ReadRewardMoment(usual.InviterRewardAt),
            RewardsPerInviterPerDay = Number("REFERRAL_REWARDS_PER_DAY", usual.RewardsPerInviterPerDay, 0, 10_000),
            InvitationsPerDay = Number("REFERRALS_PER_DAY", usual.InvitationsPerDay, 0, 1_000_000),
            SharePercent = Number("REFERRAL_SHARE_PERCENT", usual.SharePercent, 0, 50),
            ShareMax = Rubles("REFERRAL_SHARE_MAX_RUB", usual.ShareMax, 1, 100_000),
            PromoMissesPerHour = Number("PROMO_MISSES_PER_HOUR", usual.PromoMissesPerHour, 1, 1000),
            GiftMin = Rubles("GIFT_MIN_RUB", usual.GiftMin, 0, 1000),
            GiftMax = Rubles("GIFT_MAX_RUB", usual.GiftMax, 0, 1000),
            GiftsPerDay = Number("GIFTS_PER_DAY", usual.GiftsPerDay, 0, 1_000_000),
            LowBalanceNotice = Text("LOW_BALANCE_NOTICE") is null ? usual.LowBalanceNotice : Flag("LOW_BALANCE_NOTICE"),
        };
        if (growth.GiftMin > growth.GiftMax || growth.GiftMin.IsZero != growth.GiftMax.IsZero)
        {
            _problems.Add("GIFT_MIN_RUB and GIFT_MAX_RUB must both be 0 (no gift), or the first at least 1 and not above the second.");
        }

        return growth;
    }

    private RewardMoment ReadRewardMoment(RewardMoment usual)
    {
        switch (Text("REFERRAL_REWARD_AT")?.ToLowerInvariant())
        {
            case null:
                return usual;
            case "arrival":
                return RewardMoment.Arrival;
            case "generation":
                return RewardMoment.FirstGeneration;
            case "payment":
                return RewardMoment.FirstPayment;
            case var text:
                _problems.Add($"REFERRAL_REWARD_AT is \"{text}\"; it must be arrival, generation or payment: when the inviter's reward is due.");
                return usual;
        }
    }

    /// <summary>Whole rubles.</summary>
    private Money Rubles(string name, Money usual, int min, int max) => Money.Rubles(Number(name, (int)(usual.Kopecks / 100), min, max));
}
