using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.Adjustments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>An adjustment from the amount to the booking.</summary>
internal static class AdminMoneyScreens
{
    public static Screen Amount(Language l, UserId customer, Html problem = default) => new(
        Html.Paragraphs(problem, AdminMoneyTexts.Amount(l, customer)), BackTo(l, customer));

    public static Screen Reason(Language l, UserId customer, long kopecks, Html problem = default) => new(
        Html.Paragraphs(problem, AdminMoneyTexts.Reason(l, kopecks)), BackTo(l, customer));

    public static Screen Adjustment(Language l, AdjustmentView view) => view switch
    {
        AdjustmentView.ToSign { IsSecond: false } to => new Screen(
            Html.Paragraphs(
                AdminMoneyTexts.ToSign(l, to.CustomerName, to.Adjustment),
                AdminMoneyTexts.BeforeAfter(l, to.Before, to.After),
                to.AsksTwice ? AdminMoneyTexts.AsksTwice(l) : Html.Empty),
            new Keyboard()
                .Row(
                    new AdminSignRoute(to.Adjustment.Id, IsSecond: false, IsSilent: false).Button(
                        AdminMoneyTexts.Sign(l, to.Adjustment.Kopecks)))
                .Row(new AdminSignRoute(to.Adjustment.Id, IsSecond: false, IsSilent: true).Button(AdminMoneyTexts.SignSilently(l)))
                .Row(new AdminDropRoute(to.Adjustment.Id).Button(AdminMoneyTexts.Drop(l)))),
        AdjustmentView.ToSign to => new Screen(
            Html.Paragraphs(
                AdminMoneyTexts.SecondQuestion(l, to.CustomerName, to.Adjustment),
                AdminMoneyTexts.BeforeAfter(l, to.Before, to.After)),
            new Keyboard()
                .Row(new AdminDropRoute(to.Adjustment.Id).Button(AdminMoneyTexts.Drop(l)))
                .Row(
                    new AdminSignRoute(to.Adjustment.Id, IsSecond: true, to.Adjustment.IsSilent).Button(
                        AdminMoneyTexts.SignSurely(l, to.Adjustment.Kopecks)))),
        AdjustmentView.Booked done => new Screen(
            Html.Paragraphs(
                AdminMoneyTexts.Booked(l, done.Adjustment.Kopecks, done.Adjustment.IsSilent),
                AdminMoneyTexts.BeforeAfter(l, done.Before, done.After)),
            BackTo(l, done.Adjustment.UserId)),
        AdjustmentView.BookedBefore before => new Screen(
            AdminMoneyTexts.BookedBefore(l, before.Adjustment.Kopecks, before.Available), BackTo(l, before.Adjustment.UserId)),
        AdjustmentView.NotEnough not => new Screen(AdminMoneyTexts.NotEnough(l, not.Available), BackTo(l, not.Customer)),
        AdjustmentView.OverLimit over => new Screen(AdminMoneyTexts.OverLimit(l, over.Limit, over.Left), BackTo(l, over.Customer)),
        AdjustmentView.UnknownCustomer => new Screen(AdminPeopleTexts.Nobody(l), new Keyboard().Row(AdminScreens.Back(l))),
        AdjustmentView.Gone => new Screen(AdminMoneyTexts.Gone(l), new Keyboard().Row(AdminScreens.Back(l))),
        _ => throw new InvalidOperationException($"No screen for {view.GetType().Name}"),
    };

    private static Keyboard BackTo(Language l, UserId customer) =>
        new Keyboard().Row(new AdminUserRoute(customer).Button(AdminPeopleTexts.ToCard(l)), AdminScreens.Back(l));
}
