using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice.People;
using Trt.Application.Generations;
using Trt.Application.Mapping;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Customers as an admin sees them.</summary>
internal static class AdminPeopleScreens
{
    public static Screen Find(Language l) => new(AdminPeopleTexts.Find(l), new Keyboard().Row(AdminScreens.Back(l)));

    public static Screen Users(Language l, UserListing found)
    {
        var keyboard = new Keyboard();
        foreach (var user in found.Found.Items)
        {
            keyboard.Row(new AdminUserRoute(user.UserId).Button(AdminPeopleTexts.Row(user)));
        }

        return new Screen(
            Html.Paragraphs(
                AdminPeopleTexts.Found(l, found.Query), found.Found.Items.Count == 0 ? AdminPeopleTexts.NothingFound(l) : Html.Empty),
            keyboard
                .Leaf(found.Found, number => new AdminUsersRoute(number, found.Query))
                .Row(new AdminFindRoute().Button(AdminTexts.Find(l)), AdminScreens.Back(l)));
    }

    public static Screen Card(Language l, UserProfile? card, Html notice = default)
    {
        if (card is null)
        {
            return new Screen(
                Html.Paragraphs(notice, AdminPeopleTexts.Nobody(l)),
                new Keyboard().Row(new AdminFindRoute().Button(AdminTexts.Find(l)), AdminScreens.Back(l)));
        }

        var user = card.User;
        return new Screen(
            Html.Paragraphs(
                notice,
                Html.Lines(
                    AdminPeopleTexts.Who(l, user),
                    card.Source is { } source ? AdminPeopleTexts.Source(l, source) : Html.Empty,
                    card.InvitedBy is { } inviter ? AdminPeopleTexts.InvitedBy(l, inviter) : Html.Empty),
                user.BlockedAt is { } since ? AdminPeopleTexts.BlockedSince(l, since, user.BlockReason ?? "") : Html.Empty,
                user.HasLeft ? AdminPeopleTexts.HasLeft(l) : Html.Empty,
                AdminPeopleTexts.Money(l, card),
                card.Latest.Count == 0
                    ? Html.Empty
                    : Html.Lines([BalanceTexts.Latest(l), .. card.Latest.Select(entry => BalanceTexts.Entry(l, entry))])),
            new Keyboard()
                .Row(
                    card.Rights.May(AdminAct.MoveMoney) ? new AdminAdjustRoute(user.Id).Button(AdminMoneyTexts.Change(l)) : null,
                    card.Generations > 0
                        ? new AdminUserGenerationsRoute(user.Id).Button(AdminPeopleTexts.Orders(l, card.Generations))
                        : null)
                .Row(new AdminUserPaymentsRoute(user.Id).Button(AdminPaymentTexts.Open(l)), Blocking(l, card))
                .Row(new AdminFindRoute().Button(AdminTexts.Find(l)), AdminScreens.Back(l)));
    }

    public static Screen Generations(Language l, UserId user, Page<GenerationSummary> history) => new(
        Html.Lines(
        [
            AdminPeopleTexts.OrdersTitle(l, user),
            .. history.Items.Count == 0
                ? [AdminPeopleTexts.NoOrders(l)]
                : history.Items.Select((item, index) => AdminPeopleTexts.Order(l, index + 1, item)),
        ]),
        new Keyboard()
            .Grid(history.Items.Select((item, index) => new AdminShowOrderRoute(item.Id).Button($"{index + 1}")), perRow: 6)
            .Leaf(history, number => new AdminUserGenerationsRoute(user, number))
            .Row(new AdminUserRoute(user).Button(MenuTexts.Back(l)), AdminScreens.Back(l)));

    public static Screen BlockReason(Language l, UserId user, Html problem = default) => new(
        Html.Paragraphs(problem, AdminPeopleTexts.BlockReason(l, user)),
        new Keyboard().Row(new AdminUserRoute(user).Button(MenuTexts.Back(l))));

    private static Button? Blocking(Language l, UserProfile card) => card switch
    {
        { IsAdmin: true } => null,
        _ when !card.Rights.May(AdminAct.BlockPeople) => null,
        { User.IsBlocked: true } => new AdminUnblockRoute(card.User.Id).Button(AdminPeopleTexts.Unblock(l)),
        _ => new AdminBlockRoute(card.User.Id).Button(AdminPeopleTexts.Block(l)),
    };
}
