using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What operators must know, with buttons that lead to the place.</summary>
internal static class AlertScreens
{
    private const int ModelsMax = 3;

    public static Screen Alert(AlertNotice notice, ModelTitles titles, DateTimeOffset now)
    {
        var (l, word) = (notice.Language, notice.Word);
        var keyboard = new Keyboard();
        if (word.News != MatterNews.Over)
        {
            foreach (var place in Places(l, titles, word.Matter))
            {
                keyboard.Row(place);
            }
        }

        return new Screen(AlertTexts.Alert(l, titles, word, now - word.Since), keyboard.Row(AdminScreens.Back(l)));
    }

    public static Screen Digest(DigestNotice notice)
    {
        var (l, waiting) = (notice.Language, notice.Waiting);
        return new Screen(
            DigestTexts.Of(l, notice),
            new Keyboard()
                .Row(waiting.Payments > 0 ? new AdminTransfersRoute().Button(AdminTexts.Transfers(l)) : null)
                .Row(waiting.Models > 0 ? new AdminHealthRoute().Button(AdminHealthTexts.Health(l)) : null)
                .Row(new AdminStatisticsRoute().Button(AdminTexts.Statistics(l)), AdminScreens.Back(l)));
    }

    private static IEnumerable<Button> Places(Language l, ModelTitles titles, Matter matter) => matter switch
    {
        Matter.BackupsMissing => [new AdminBackupsRoute().Button(BackupTexts.Entry(l))],
        Matter.StartsRefused => [new OpenStartsRoute().Button(AlertTexts.Open(l)), Statistics(l)],
        Matter.ModelRefused refused => [Health(l, titles, refused.Model)],
        Matter.ModelsPaused paused => [.. paused.Models.Take(ModelsMax).Select(model => Health(l, titles, model.Model)), Models(l)],
        Matter.ModelsGone gone => [.. gone.Models.Take(ModelsMax).Select(model => Health(l, titles, model.Model)), Models(l)],
        Matter.ModelsWell or Matter.ProbeTaken => [Models(l)],
        Matter.CostsNeedWord costs =>
        [
            .. costs.News.Select(news => news.Model).Distinct().Take(ModelsMax)
                .Select(model => new AdminPriceRoute(model).Button($"🏷 {titles.Of(l, model)}")),
            new AdminPricesRoute().Button(AdminCostTexts.Prices(l)),
        ],
        Matter.Overcharged over =>
            [new AdminPriceRoute(over.Model).Button($"🏷 {titles.Of(l, over.Model)}"), Order(l, over.Order)],
        Matter.ListDoubted or Matter.CostsOld => [new AdminPricesRoute().Button(AdminCostTexts.Prices(l))],
        Matter.ModelChanged changed => [new AdminContractRoute(changed.Model).Button($"🧩 {titles.Of(l, changed.Model)}")],
        Matter.ModelAsBefore before => [Health(l, titles, before.Model)],
        Matter.OrderUnseen unseen => [Order(l, unseen.Order), Customer(l, unseen.Customer)],
        Matter.ResultLost lost => [Order(l, lost.Order), Customer(l, lost.Customer)],
        Matter.PaymentWaits waits => [Review(l, waits.Payment), Customer(l, waits.Customer)],
        Matter.PaidUnasked paid => [Payment(l, paid.Payment), Customer(l, paid.Customer)],
        Matter.RefundRefused refused => [Payment(l, refused.Payment), Customer(l, refused.Customer)],
        Matter.RefundedPastShop past => [Payment(l, past.Payment), Customer(l, past.Customer)],
        Matter.RefundedInPart part => [Payment(l, part.Payment), Customer(l, part.Customer)],
        Matter.CardPageNotOpened page => [Payment(l, page.Payment), Customer(l, page.Customer)],
        Matter.RefundOfUnknown refund => [Customer(l, refund.Customer)],
        Matter.BooksDiffer or Matter.UpdateParked or Matter.WorkParked or Matter.TasksUnknown or Matter.StarsReconciled =>
            [Statistics(l)],
        Matter.InvoicesRefused => [new OneSettingRoute("topup.ways").Button(SettingTexts.Name(l, "topup.ways"))],
        Matter.SettingNotFollowed => [new SettingsRoute().Button(SettingTexts.Entry(l))],
        Matter.CardsBroken or Matter.DryRun or Matter.OldWords => [],
        _ => throw new InvalidOperationException($"No place for {matter.GetType().Name}"),
    };

    private static Button Statistics(Language l) => new AdminStatisticsRoute().Button(AdminTexts.Statistics(l));

    private static Button Models(Language l) => new AdminHealthRoute().Button(AdminHealthTexts.Health(l));

    private static Button Health(Language l, ModelTitles titles, ModelId model) =>
        new AdminModelRoute(model).Button($"🩺 {titles.Of(l, model)}");

    private static Button Order(Language l, GenerationId order) => new AdminShowOrderRoute(order).Button(AlertTexts.Order(l));

    private static Button Customer(Language l, UserId customer) => new AdminUserRoute(customer).Button(AdminPeopleTexts.ToCard(l));

    private static Button Payment(Language l, PaymentId payment) =>
        new AdminShowPaymentRoute(payment).Button(AlertTexts.Payment(l));

    private static Button Review(Language l, PaymentId payment) =>
        new ShowCaseRoute(payment).Button(AdminPaymentTexts.Review(l));
}
