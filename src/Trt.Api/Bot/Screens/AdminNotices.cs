using System.Globalization;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;

namespace Trt.Api.Bot.Screens;

/// <summary>What owners must know and what follows from an operator's act, as it stands in a chat.</summary>
internal static class AdminNotices
{
    public static Screen Adjusted(AdjustmentNotice notice) => new(
        AdminMoneyTexts.Adjusted(notice.Language, notice.Kopecks, notice.Reason, notice.Balance),
        new Keyboard().Row(new Routes.BalanceRoute().Button(MenuTexts.Balance(notice.Language))));

    public static Html Caption(ExportNotice notice, ExportEnd end) =>
        AdminTexts.ExportCaption(notice.Language, notice.Table, notice.Period, end.Rows);

    /// <summary>Why there is no file, and what to do.</summary>
    public static Screen NoFile(ExportNotice notice, ExportEnd end) => new(
        end.Rows == 0
            ? AdminTexts.ExportEmpty(notice.Language, notice.Table, notice.Period)
            : AdminTexts.ExportTooLarge(notice.Language, Command(notice)),
        new Keyboard().Row(AdminScreens.Back(notice.Language)));

    public static string FileName(ExportNotice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{Table(notice)}-{notice.Period.From:yyyy-MM-dd}-{notice.Period.To:yyyy-MM-dd}.csv");

    private static string Command(ExportNotice notice) => string.Create(
        CultureInfo.InvariantCulture,
        $"./trt export {Table(notice)} --from {notice.Period.From:yyyy-MM-dd} --to {notice.Period.To:yyyy-MM-dd} --out {FileName(notice)}");

    private static string Table(ExportNotice notice) => notice.Table.ToString().ToLowerInvariant();
}
