using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Payments;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Paying in: how much, how, and what has come.</summary>
internal static class TopUpScreens
{
    public static Screen Amounts(Language l, TopUpView view, string? support)
    {
        var title = TopUpTexts.Title(l, view.Balance);
        if (!view.CanPay)
        {
            return new Screen(Html.Paragraphs(title, TopUpTexts.NoWays(l, support)), Back(l));
        }

        var keyboard = new Keyboard();
        if (view.Fitting is { } fitting)
        {
            keyboard.Row(new TopUpAmountRoute(Rubles(fitting)).Button(TopUpTexts.FittingAmount(l, fitting)));
        }

        keyboard
            .Grid(view.Amounts.Select(amount => new TopUpAmountRoute(Rubles(amount)).Button(amount.In(l))), perRow: 3)
            .Row(new TopUpCustomRoute().Button(TopUpTexts.Custom(l)));
        return new Screen(
            Html.Paragraphs(
                title,
                view.Missing.IsZero ? Html.Empty : TopUpTexts.Missing(l, view.Missing),
                view.Boost is { } boost ? GrowthTexts.TopUpBoost(l, boost) : Html.Empty,
                TopUpTexts.ChooseAmount(l)),
            view.Missing.IsZero
                ? keyboard.Row(new BalanceRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)))
                : keyboard.Row(new ShowDraftRoute().Button(ConfirmTexts.Retry(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));
    }

    public static Screen AskAmount(Language l, Money min, Money max) => new(
        TopUpTexts.AskAmount(l, min, max),
        new Keyboard().Row(new TopUpRoute().Button(MenuTexts.Back(l))));

    public static Screen WrongAmount(Language l, TopUpProblem problem, Money min, Money max) => new(
        TopUpTexts.WrongAmount(l, problem, min, max),
        new Keyboard().Row(new TopUpCustomRoute().Button(TopUpTexts.Custom(l)), new TopUpRoute().Button(MenuTexts.Back(l))));

    public static Screen Ways(Language l, Money amount, IReadOnlyList<PaymentWay> ways, string? support)
    {
        var keyboard = new Keyboard();
        var hasBothCards = ways.Any(way => way.Method == PaymentMethod.Invoice) && ways.Any(way => way.Method == PaymentMethod.Card);
        foreach (var way in ways)
        {
            keyboard.Row(ButtonOf(l, way, amount, hasBothCards));
        }

        return new Screen(
            ways.Count == 0
                ? Html.Paragraphs(TopUpTexts.NoWayForAmount(l, amount), TopUpTexts.AskSupport(l, support))
                : TopUpTexts.ChooseWay(l, amount),
            keyboard.Row(new TopUpRoute().Button(TopUpTexts.OtherAmount(l))));
    }

    public static Screen InvoiceBelow(Language l, Payment payment) => new(
        TopUpTexts.InvoiceBelow(l, payment.Amount),
        new Keyboard().Row(
            new TopUpAmountRoute(Rubles(payment.Amount)).Button(TopUpTexts.OtherWay(l)),
            new TopUpRoute().Button(TopUpTexts.OtherAmount(l))))
    {
        Payment = payment.Id,
    };

    public static Screen InvoiceRefused(PaymentNotice notice) => new(
        TopUpTexts.InvoiceRefused(notice.Language),
        new Keyboard().Row(
            new TopUpAmountRoute(Rubles(notice.Payment.Amount)).Button(TopUpTexts.OtherWay(notice.Language)),
            new MainMenuRoute().Button(MenuTexts.Menu(notice.Language))));

    public static Screen Cancelled(Language l, PaymentId payment) => new(
        TopUpTexts.Cancelled(l),
        new Keyboard().Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))))
    {
        PaymentOver = payment,
    };

    public static Screen Received(PaymentNotice notice, bool orderWaits)
    {
        var l = notice.Language;
        return new Screen(
            Html.Paragraphs(
                TopUpTexts.Received(l, notice.Payment.Amount),
                notice.Bonus is { } bonus ? GrowthTexts.TopUpBonus(l, bonus) : Html.Empty,
                TopUpTexts.BalanceNow(l, notice.Balance),
                orderWaits ? TopUpTexts.OrderWaits(l) : Html.Empty),
            orderWaits
                ? new Keyboard().Row(new ShowDraftRoute().Button(TopUpTexts.BackToOrder(l)))
                : new Keyboard().Row(new MainMenuRoute().Button(MenuTexts.Menu(l)), new BalanceRoute().Button(MenuTexts.Balance(l))))
        {
            PaymentOver = notice.Payment.Id,
        };
    }

    public static Screen Refunded(PaymentNotice notice) => new(
        TopUpTexts.Refunded(notice.Language, notice.Payment, notice.Balance),
        new Keyboard().Row(
            new MainMenuRoute().Button(MenuTexts.Menu(notice.Language)), new BalanceRoute().Button(MenuTexts.Balance(notice.Language))));

    public static Screen Terms(Language l, OwnTexts own) => new(
        TopUpTexts.Terms(l, l == Language.Russian ? own.TermsRu : own.TermsEn),
        new Keyboard().Row(new TopUpRoute().Button(TopUpTexts.TopUp(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen PaymentSupport(Language l, string? support) => new(
        Html.Paragraphs(TopUpTexts.PaymentSupport(l), TopUpTexts.AskSupport(l, support)),
        new Keyboard().Row(new BalanceRoute().Button(MenuTexts.Balance(l)), new MainMenuRoute().Button(MenuTexts.Menu(l))));

    private static Button ButtonOf(Language l, PaymentWay way, Money amount, bool hasBothCards) => way.Method switch
    {
        PaymentMethod.Stars => new PayStarsRoute(Rubles(amount)).Button(TopUpTexts.PayWithStars(l, way.Price.Units)),
        PaymentMethod.Invoice => new PayInvoiceRoute(Rubles(amount)).Button(TopUpTexts.PayInvoice(l, amount, hasBothCards)),
        PaymentMethod.Card => new PayBankCardRoute(Rubles(amount)).Button(BankCardTexts.PayByCard(l, amount, hasBothCards)),
        PaymentMethod.Transfer => new PayTransferRoute(Rubles(amount)).Button(TransferTexts.PayByTransfer(l, amount)),
    };

    private static Keyboard Back(Language l) =>
        new Keyboard().Row(new BalanceRoute().Button(MenuTexts.Back(l)), new MainMenuRoute().Button(MenuTexts.Menu(l)));

    private static int Rubles(Money amount) => checked((int)(amount.Kopecks / 100));
}
