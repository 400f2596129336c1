using System.Globalization;
using Trt.Application.Backups;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>How it stands with the copies of the data, for those behind the counter.</summary>
internal static class BackupTexts
{
    private const int ShownMax = 5;
    private const double Megabyte = 1024 * 1024;

    public static string Entry(Language l) => l.Pick("💾 Копии данных", "💾 Backups");

    public static Html Page(Language l, BackupsView view) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Копии данных</b>"), Html.Of($"<b>Backups</b>")),
        State(l, view),
        view.Latest.Count == 0 ? Html.Empty : Html.Lines([.. view.Latest.Take(ShownMax).Select(backup => Line(l, backup))]),
        view.Place is null ? Html.Empty : Rule(l, view));

    /// <summary>Under the age of the newest.</summary>
    public static string Short(Language l, BackupsView view) => view switch
    {
        { Age: not null, IsOld: true } => l.Pick("новой всё нет", "a new one is overdue"),
        { Place: null } => l.Pick("сам магазин их не делает", "the shop makes none itself"),
        { Age: null } => l.Pick("ни одной ещё нет", "there is none yet"),
        _ => l.Pick($"новая раз в {Hours(view)} ч", $"a new one every {Hours(view)} h"),
    };

    private static Html State(Language l, BackupsView view) => view switch
    {
        { Place: null } => l.Pick(
            Html.Of($"🟠 Магазин сам копий не делает: место для них задаёт разработчик."),
            Html.Of($"🟠 The shop makes none by itself: a developer sets the place for them.")),
        { Age: null } => l.Pick(Html.Of($"🟠 Ни одной копии ещё нет."), Html.Of($"🟠 There is none yet.")),
        { IsOld: true, Age: { } age } => l.Pick(
            Html.Of($"🔴 Последней копии уже {AlertTexts.Span(l, age)}."), Html.Of($"🔴 The last one is {AlertTexts.Span(l, age)} old.")),
        { Age: { } age } => l.Pick(
            Html.Of($"✅ Последняя сделана {AlertTexts.Span(l, age)} назад."), Html.Of($"✅ The last one was made {AlertTexts.Span(l, age)} ago.")),
    };

    private static Html Line(Language l, Backup backup)
    {
        var day = backup.BegunAt.UtcDateTime.ToString("dd.MM HH:mm", CultureInfo.InvariantCulture);
        return backup switch
        {
            { Problem: { } problem } => Html.Join($"❌ {day}. ", AdminTexts.Details(l, problem, lengthMax: 120)),
            { EndedAt: null } => l.Pick(Html.Of($"⏳ {day}: делается"), Html.Of($"⏳ {day}: being made")),
            { RemovedAt: not null } => l.Pick(Html.Of($"🗑 {day}: уступила место новой"), Html.Of($"🗑 {day}: made room for a newer one")),
            _ => Html.Of($"✅ {day}: {Size(l, backup.Bytes)}"),
        };
    }

    private static Html Rule(Language l, BackupsView view)
    {
        var hours = Hours(view);
        return l.Pick(
            Html.Of($"Новая раз в {hours} ч. Хранятся все за {view.Terms.KeepDays} дн. и по одной за {view.Terms.KeepWeeks} нед. Время по UTC."),
            Html.Of($"A new one every {hours} h. All of {view.Terms.KeepDays} days are kept, and one of each of {view.Terms.KeepWeeks} weeks. Times in UTC."));
    }

    private static int Hours(BackupsView view) => (int)view.Terms.Every.TotalHours;

    private static string Size(Language l, long bytes)
    {
        var megabytes = (bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
        return l.Pick($"{megabytes.Replace('.', ',')} МБ", $"{megabytes} MB");
    }
}
