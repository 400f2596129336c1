using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Growth;
using Trt.Application.Ports;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What is given: for friends, for a code, as a present; and the news about it.</summary>
internal static class GrowthScreens
{
    public static Screen Invite(Language l, InvitationsView view, Uri link)
    {
        var terms = view.Terms;
        return new Screen(
            Html.Paragraphs(
                GrowthTexts.InviteTitle(l),
                Html.Lines(
                    terms.InvitationFree > 0 ? GrowthTexts.FriendGets(l, terms.InvitationFree) : Html.Empty,
                    terms.InvitationFree > 0 ? GrowthTexts.YouGet(l, terms.InvitationFree, terms.InviterRewardAt) : Html.Empty,
                    terms.SharePercent > 0 ? GrowthTexts.Share(l, terms.SharePercent, terms.ShareMax) : Html.Empty),
                GrowthTexts.Link(l, link),
                terms.InvitationFree > 0 ? GrowthTexts.Rules(l, terms.RewardsPerInviterPerDay) : Html.Empty,
                GrowthTexts.Totals(l, view.Invited, view.Rewarded, view.FreeEarned, view.MoneyEarned)),
            new Keyboard()
                .Row(ShareButton(l, link, terms.InvitationFree))
                .Row(
                    new PromoRoute().Button(GrowthTexts.PromoButton(l)),
                    view.HasGift ? new GiftRoute().Button(GrowthTexts.GiftButton(l)) : null)
                .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen InviteLater(Language l) => new(
        GrowthTexts.LinkLater(l),
        new Keyboard()
            .Row(new InviteRoute().Button(GenerationTexts.Refresh(l)))
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen AskForPromo(Language l) => new(GrowthTexts.AskForPromo(l), Back(l));

    public static Screen Promo(Language l, RedeemPromoResult result) => result switch
    {
        RedeemPromoResult.Redeemed redeemed => Redeemed(l, redeemed.Value),
        RedeemPromoResult.Refused refused => new Screen(
            Refusal(l, refused),
            new Keyboard()
                .Row(
                    refused.Reason is PromoRefusal.NotACode or PromoRefusal.NotValid
                        ? new PromoRoute().Button(GrowthTexts.AnotherCode(l))
                        : null)
                .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)))),
        _ => throw new InvalidOperationException($"No screen for {result.GetType().Name}"),
    };

    public static Screen Gift(Language l, ClaimGiftResult result) => result switch
    {
        ClaimGiftResult.Given given => new Screen(GrowthTexts.GiftGiven(l, given.Amount, given.Balance), Back(l)),
        ClaimGiftResult.TakenBefore taken => new Screen(GrowthTexts.GiftTakenBefore(l, taken.Amount), Back(l)),
        ClaimGiftResult.Refused { Reason: GiftRefusal.NotOffered } => new Screen(GrowthTexts.NoGift(l), WithInvite(l)),
        ClaimGiftResult.Refused { Reason: GiftRefusal.GoneForToday } => new Screen(GrowthTexts.GiftsGoneForToday(l), WithInvite(l)),
        _ => throw new InvalidOperationException($"No screen for {result.GetType().Name}"),
    };

    public static Screen News(InviterNotice notice)
    {
        var l = notice.Language;
        return new Screen(
            notice.News switch
            {
                InviterNews.FriendCame => GrowthTexts.FriendCame(l, notice.Free, notice.RewardAt),
                InviterNews.FreeEarned => GrowthTexts.FreeEarned(l, notice.Free),
                InviterNews.MoneyEarned => GrowthTexts.MoneyEarned(l, notice.Money),
            },
            new Keyboard().Row(new InviteRoute().Button(GrowthTexts.InviteButton(l)), new FreeModelsRoute().Button(MenuTexts.Free(l))));
    }

    public static Screen LowBalance(LowBalanceWord word)
    {
        var l = word.Language;
        return new Screen(
            GrowthTexts.LowBalance(l, word.Balance, word.Card?.Title.In(l), word.Price),
            new Keyboard().Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)), new FreeModelsRoute().Button(MenuTexts.Free(l))));
    }

    private static Screen Redeemed(Language l, PromoValue value) => value switch
    {
        PromoValue.MoneyGift gift => new Screen(GrowthTexts.PromoMoney(l, gift.Amount), Back(l)),
        PromoValue.FreeGenerations free => new Screen(
            GrowthTexts.PromoFree(l, free.Count),
            new Keyboard().Row(new FreeModelsRoute().Button(MenuTexts.Free(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)))),
        PromoValue.TopUpPercent percent => new Screen(
            GrowthTexts.PromoPercent(l, percent.Percent, percent.BonusMax),
            new Keyboard().Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)))),
        _ => throw new InvalidOperationException($"No screen for {value.GetType().Name}"),
    };

    private static Html Refusal(Language l, RedeemPromoResult.Refused refused) => refused.Reason switch
    {
        PromoRefusal.NotACode => GrowthTexts.NotACode(l),
        PromoRefusal.NotValid => GrowthTexts.PromoNotValid(l),
        PromoRefusal.AlreadyUsed => GrowthTexts.PromoAlreadyUsed(l),
        PromoRefusal.BoostIsWaiting => GrowthTexts.BoostIsWaiting(l),
        PromoRefusal.TooManyTries => GrowthTexts.TooManyTries(l, refused.Wait),
    };

    private static Button.Link ShareButton(Language l, Uri link, int free) => new(
        GrowthTexts.ShareButton(l),
        new Uri(
            $"https://t.me/share/url?url={Uri.EscapeDataString(link.AbsoluteUri)}&text={Uri.EscapeDataString(GrowthTexts.ShareText(l, free))}"));

    private static Keyboard Back(Language l) => new Keyboard()
        .Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)));

    private static Keyboard WithInvite(Language l) => new Keyboard()
        .Row(new InviteRoute().Button(GrowthTexts.InviteButton(l)))
        .Row(new MainMenuRoute().Button(MenuTexts.Menu(l)));
}
