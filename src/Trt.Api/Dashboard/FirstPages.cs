using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Figures;
using Trt.Application.BackOffice.Orders;
using Trt.Application.BackOffice.People;
using Trt.Application.Backups;
using Trt.Domain.BackOffice;

namespace Trt.Api.Dashboard;

/// <summary>The first page, and what is looked for from any page.</summary>
internal static class FirstPages
{
    public static async Task<DeskAnswer> Today(Call call)
    {
        var title = call.L.Pick("Сегодня", "Today");
        var period = Enum.TryParse<FigurePeriod>(call.Asked("period"), ignoreCase: true, out var asked) && Enum.IsDefined(asked)
            ? asked
            : FigurePeriod.Day;
        if (!call.Look.May(AdminAct.ReadFigures))
        {
            return new DeskAnswer.Page(call.L.Pick("Начало", "Home"), typeof(TodayPage), new TodayModel(period, null, null, null));
        }

        return await call.AskThen(new ShowFigures(call.By, period, AsksProvider: false), figures => call.AskThen(
            new ShowFunnel(call.By, period), funnel => Show(new TodayModel(period, figures, funnel, null))));

        Task<DeskAnswer> Show(TodayModel model) => call.Look.May(AdminAct.RunShop)
            ? call.Ask(new WatchBackups(call.By), backups => Drawn(model with { Backups = backups }))
            : Task.FromResult(Drawn(model));

        DeskAnswer Drawn(TodayModel model) => new DeskAnswer.Page(title, typeof(TodayPage), model);
    }

    /// <summary>Whoever looks for one thing stands before it at once.</summary>
    public static Task<DeskAnswer> Find(Call call)
    {
        var query = call.Asked("q");
        if (query.Length == 0)
        {
            return Task.FromResult<DeskAnswer>(new DeskAnswer.GoTo(""));
        }

        return call.AskThen(new FindOrders(call.By, query), orders => orders.Found is { Items: [var only], HasMore: false }
            ? Task.FromResult<DeskAnswer>(new DeskAnswer.GoTo($"orders/{only.Id}"))
            : call.Ask(new FindUsers(call.By, query), people => (orders.Found.Items.Count, people.Found.Items) is (0, [var one])
                ? new DeskAnswer.GoTo($"customers/{one.UserId}")
                : new DeskAnswer.Page(query, typeof(FoundPage), new FoundModel(query, orders, people))));
    }
}
