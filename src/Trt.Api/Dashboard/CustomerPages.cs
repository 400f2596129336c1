using Trt.Api.Bot;
using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.BackOffice.People;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Customers: looked for, one of them, and what can be done for them.</summary>
internal static class CustomerPages
{
    public static Task<DeskAnswer> List(Call call) => call.Ask(
        new FindUsers(call.By, call.Asked("q"), call.PageNumber),
        people => new DeskAnswer.Page(call.L.Pick("Клиенты", "Customers"), typeof(CustomersPage), new CustomersModel(people)));

    public static Task<DeskAnswer> Show(Call call) => About(call, id => call.AskThen(
        new ShowUser(call.By, id), profile => profile is null
            ? Nowhere()
            : call.AskThen(
                new ListUserGenerations(call.By, id, call.Number("orders")), orders => call.Ask(
                    new ListUserPayments(call.By, id, call.Number("payments")),
                    payments => new DeskAnswer.Page(
                        AdminPeopleTexts.NameOf(profile.User.Name), typeof(CustomerPage), new CustomerModel(profile, orders, payments))))));

    public static Task<DeskAnswer> Block(Call call) => About(call, async id =>
    {
        var answer = await call.Do(
            new BlockUser(call.By, id, call.Said("reason")), outcome => AdminPeopleTexts.Blocking(call.L, outcome), $"customers/{id}");
        call.Services.GetRequiredService<KnownCustomers>().Forget(id);
        return answer;
    });

    public static Task<DeskAnswer> Unblock(Call call) => About(call, id => call.Ask(new UnblockUser(call.By, id), outcome =>
    {
        call.Services.GetRequiredService<KnownCustomers>().Unblock(id);
        return new DeskAnswer.GoTo($"customers/{id}", PlainWords.Of(AdminPeopleTexts.Unblocking(call.L, outcome)));
    }));

    /// <summary>Written down first; money moves when it is signed.</summary>
    public static Task<DeskAnswer> Adjust(Call call) => About(call, async id =>
        AdjustmentAmount.Read(call.Said("amount"), out var kopecks) is { } problem
            ? new DeskAnswer.Unusable(PlainWords.Of(AdminMoneyTexts.Problem(call.L, problem)))
            : await call.Ask(
                new WriteAdjustment(call.UserId, id, kopecks, call.Said("reason")), view => Stands(call, id, view)));

    public static Task<DeskAnswer> Sign(Call call) => About(call, async id =>
        Guid.TryParseExact(call.Said("adjustment"), "N", out var adjustment)
            ? await call.Ask(
                new SignAdjustment(call.UserId, adjustment, call.IsTicked("second"), call.IsTicked("silent"), call.Cid),
                view => Stands(call, id, view))
            : new DeskAnswer.NotFound());

    private static DeskAnswer Stands(Call call, UserId id, AdjustmentView view) => view is AdjustmentView.ToSign
        ? new DeskAnswer.Page(call.L.Pick("Баланс", "Balance"), typeof(AdjustmentPage), new AdjustmentModel(id, view))
        : new DeskAnswer.GoTo($"customers/{id}", PlainWords.Of(Word(call.L, view)));

    private static Html Word(Language l, AdjustmentView view) => view switch
    {
        AdjustmentView.Booked booked => Html.Lines(
            AdminMoneyTexts.Booked(l, booked.Adjustment.Kopecks, booked.Adjustment.IsSilent),
            AdminMoneyTexts.BeforeAfter(l, booked.Before, booked.After)),
        AdjustmentView.BookedBefore before => AdminMoneyTexts.BookedBefore(l, before.Adjustment.Kopecks, before.Available),
        AdjustmentView.NotEnough few => AdminMoneyTexts.NotEnough(l, few.Available),
        AdjustmentView.OverLimit over => AdminMoneyTexts.OverLimit(l, over.Limit, over.Left),
        AdjustmentView.UnknownCustomer => AdminPeopleTexts.Nobody(l),
        _ => AdminMoneyTexts.Gone(l),
    };

    private static Task<DeskAnswer> About(Call call, Func<UserId, Task<DeskAnswer>> serve) => call.User is { } id ? serve(id) : Nowhere();

    private static Task<DeskAnswer> Nowhere() => Task.FromResult<DeskAnswer>(new DeskAnswer.NotFound());
}
