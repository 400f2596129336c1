using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Backups;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>Behind the counter: the menu, the figures, the audit trail, the tables.</summary>
internal static class AdminScreens
{
    /// <summary>One line per entry: what it is called, where it leads, and who sees it.</summary>
    private static readonly (Func<Language, string> Label, Route Route, AdminAct Act)[] Entries =
    [
        (DashboardTexts.Entry, new AskDashboardRoute(), AdminAct.LookAround),
        (AdminTexts.Find, new AdminFindRoute(), AdminAct.LookAround),
        (AdminTexts.Newest, new AdminUsersRoute(), AdminAct.LookAround),
        (AdminTexts.Transfers, new AdminTransfersRoute(), AdminAct.MoveMoney),
        (AdminTexts.Statistics, new AdminStatisticsRoute(), AdminAct.LookAround),
        (AdminHealthTexts.Health, new AdminHealthRoute(), AdminAct.LookAround),
        (AdminCostTexts.Prices, new AdminPricesRoute(), AdminAct.LookAround),
        (AdminContractTexts.Contracts, new AdminContractsRoute(), AdminAct.LookAround),
        (SettingTexts.Entry, new SettingsRoute(), AdminAct.RunShop),
        (PromoCodeTexts.Entry, new PromoCodesRoute(), AdminAct.RunShop),
        (BroadcastTexts.Entry, new BroadcastsRoute(), AdminAct.Broadcast),
        (BackupTexts.Entry, new AdminBackupsRoute(), AdminAct.RunShop),
        (AdminTexts.Audit, new AdminAuditRoute(), AdminAct.ReadAudit),
        (AdminTexts.Export, new AdminExportsRoute(), AdminAct.Export),
        (AdminTexts.Team, new AdminTeamRoute(), AdminAct.AppointAdmins),
        (InspectTexts.Entry, new DiagRoute(), AdminAct.AppointAdmins),
    ];

    private static readonly int[] ExportDays = [1, 7, 30];

    /// <param name="figures">How the shop does, for whoever may know it.</param>
    /// <param name="above">What belongs to the figures, above the entries.</param>
    public static Screen Menu(
        Language l, AdminRights rights, Html notice = default, Html figures = default, Keyboard? above = null) => new(
        Html.Paragraphs(
            notice,
            AdminTexts.Title(l),
            rights.Role == AdminRole.Support ? AdminTexts.OnlyLooks(l) : Html.Empty,
            figures,
            rights.Spending is { } spending ? AdminTexts.Spending(l, spending.Limit, spending.Left) : Html.Empty),
        new Keyboard()
            .Append(above ?? Keyboard.None)
            .Grid(Entries.Where(entry => rights.May(entry.Act)).Select(entry => entry.Route.Button(entry.Label(l))), perRow: 2)
            .Row(new MainMenuRoute().Button(MenuTexts.Menu(l))));

    public static Screen Statistics(Language l, StatisticsView view)
    {
        var figures = view.Figures;
        return new Screen(
            Html.Paragraphs(
                StatisticsTexts.Title(l, view.At),
                StatisticsTexts.People(l, figures.People),
                StatisticsTexts.Generations(l, figures.GenerationsToday),
                Html.Lines(StatisticsTexts.Revenue(l, figures.Revenue), StatisticsTexts.Margin(l, view.Today, view.Month)),
                view.Wanted.Count == 0 ? Html.Empty : StatisticsTexts.Models(l, view.Wanted),
                Html.Lines(
                    StatisticsTexts.Limbo(l, figures.Limbo),
                    StatisticsTexts.Credits(l, view.Credits),
                    StatisticsTexts.Work(l, figures.ParkedUpdates, figures.ParkedRows, figures.WaitingRows))),
            new Keyboard().Row(new AdminStatisticsRoute().Button(GenerationTexts.Refresh(l))).Row(Back(l)));
    }

    public static Screen Transfers(Language l, WaitingTransfers transfers) => new(
        AdminTexts.WaitingTransfers(l, transfers.Waiting, transfers.Brought),
        new Keyboard().Row(new AdminTransfersRoute().Button(GenerationTexts.Refresh(l))).Row(Back(l)));

    public static Screen Backups(Language l, BackupsView view) => new(
        BackupTexts.Page(l, view),
        new Keyboard().Row(new AdminBackupsRoute().Button(GenerationTexts.Refresh(l))).Row(Back(l)));

    public static Screen Audit(Language l, ModelTitles titles, AuditPage page) => new(
        Html.Paragraphs(
        [
            AuditTexts.Title(l),
            .. page.Lines.Items.Count == 0
                ? [AuditTexts.None(l)]
                : page.Lines.Items.Select(entry => AuditTexts.Line(l, titles, page, entry)),
        ]),
        new Keyboard()
            .Leaf(page.Lines, number => new AdminAuditRoute(number))
            .Row(Back(l)));

    public static Screen Exports(Language l)
    {
        var keyboard = new Keyboard();
        foreach (var table in Enum.GetValues<ExportTable>())
        {
            keyboard.Row(
            [
                .. ExportDays.Select(days => new AdminExportRoute(table, days).Button(AdminTexts.ExportButton(l, table, days))),
                new AdminExportRoute(table, Days: null).Button(AdminTexts.ExportButton(l, table, days: null)),
            ]);
        }

        return new Screen(AdminTexts.ExportTitle(l), keyboard.Row(Back(l)));
    }

    public static Screen ExportOrdered(Language l, ExportTable table, ExportPeriod period) =>
        new(AdminTexts.ExportOrdered(l, table, period), new Keyboard().Row(Back(l)));

    /// <summary>What came of a press, and the way on.</summary>
    public static Screen Said(Language l, Html text) => new(text, new Keyboard().Row(Back(l)));

    public static Button Back(Language l) => new AdminMenuRoute().Button(AdminTexts.Panel(l));
}
