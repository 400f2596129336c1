using System.Globalization;
using Trt.Api.Instance;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The machine itself, for its owner.</summary>
internal static class InspectTexts
{
    public static string Entry(Language l) => l.Pick("🩺 Диагностика", "🩺 Diagnosis");

    public static string Events(Language l) => l.Pick("🧾 События", "🧾 Events");

    public static Html Title(Language l) => l.Pick(Html.Of($"<b>Диагностика</b>"), Html.Of($"<b>Diagnosis</b>"));

    public static Html Build(Language l, ShopBuild build, TimeSpan age) => l.Pick(
        Html.Of($"Сборка: <code>{Version(build)}</code>, работает {AlertTexts.Span(l, age)}"),
        Html.Of($"Build: <code>{Version(build)}</code>, up for {AlertTexts.Span(l, age)}"));

    public static Html Mode(Language l, string? host) => host is null
        ? l.Pick(Html.Of($"Сообщения: бот спрашивает сам"), Html.Of($"Messages: the bot asks for them"))
        : l.Pick(Html.Of($"Сообщения: приходят на <code>{host}</code>"), Html.Of($"Messages: brought to <code>{host}</code>"));

    public static Html Orders(Language l, bool isDryRun) => isDryRun
        ? l.Pick(Html.Of($"Заказы: 🧪 пробный режим, результаты ненастоящие"), Html.Of($"Orders: 🧪 trial mode, results are not real"))
        : l.Pick(Html.Of($"Заказы: настоящие"), Html.Of($"Orders: real"));

    public static Html Database(Language l, bool isOwn) => isOwn
        ? l.Pick(Html.Of($"База: своя, отвечает"), Html.Of($"Database: of its own, answers"))
        : l.Pick(Html.Of($"База: внешняя, отвечает"), Html.Of($"Database: external, answers"));

    public static Html Messenger(Language l, string? untold) => untold is null
        ? l.Pick(Html.Of($"Мессенджер: знает, где бот"), Html.Of($"Messenger: knows where the bot is"))
        : Html.Join(
            l.Pick("Мессенджер: ⚠️ ещё не знает, где бот. ", "Messenger: ⚠️ does not know yet where the bot is. "),
            AdminTexts.Details(l, untold));

    public static Html Health(Language l, string stage) => stage == "ready"
        ? l.Pick(Html.Of($"Состояние: ✅ принимает заказы"), Html.Of($"Health: ✅ takes orders"))
        : l.Pick(Html.Of($"Состояние: ⏳ <code>{stage}</code>"), Html.Of($"Health: ⏳ <code>{stage}</code>"));

    public static Html Last(Language l, UpdateEvent last) => Html.Lines(
        l.Pick(Html.Of($"Последний номер: <code>{last.Cid.Value}</code>"), Html.Of($"Last reference: <code>{last.Cid.Value}</code>")),
        Html.Of($"<code>{last.Route}</code>: <code>{last.Chain}</code>"));

    public static Html EventsTitle(Language l) => l.Pick(Html.Of($"<b>Последние события</b>"), Html.Of($"<b>Latest events</b>"));

    public static Html NoEvents(Language l) => l.Pick(Html.Of($"Пока ничего не было."), Html.Of($"Nothing has happened yet."));

    public static Html Line(UpdateEvent noted) => Html.Of(
        $"{AdminTexts.Moment(noted.At)} · <code>{noted.Cid.Value}</code> · <code>{noted.Route}</code> · <code>{Milliseconds(noted.Milliseconds)}</code> · <code>{noted.Chain.Split(' ')[^1]}</code>");

    public static Html DebugIsOn(Language l, DateTimeOffset until) => l.Pick(
        Html.Of($"🔬 Отладка включена до {AdminTexts.Moment(until)}: под каждым вашим экраном видно, что его вызвало."),
        Html.Of($"🔬 Debugging is on until {AdminTexts.Moment(until)}: below each of your screens stands what brought it."));

    public static Html DebugIsOff(Language l) => l.Pick(
        Html.Of($"Отладка покажет под вашими экранами, что их вызвало. Клиенты её не видят."),
        Html.Of($"Debugging shows below your screens what brought them. Customers do not see it."));

    public static string Switch(Language l, bool turnOn) => turnOn
        ? l.Pick("🔬 Отладка на 30 минут", "🔬 Debug for 30 minutes")
        : l.Pick("Выключить отладку", "Stop debugging");

    /// <summary>Below a screen, for whoever debugs.</summary>
    public static Html Footnote(string route, string chain, Cid cid, double milliseconds) =>
        Html.Of($"🔬 <code>{route}</code> · <code>{cid.Value}</code> · <code>{Milliseconds(milliseconds)}</code>\n<code>{chain}</code>");

    /// <summary>On the panel and at the start, for owners; on the price, for customers.</summary>
    public static Html DryRun(Language l) => l.Pick(
        Html.Of($"🧪 <b>Пробный режим.</b> Результаты ненастоящие, у поставщика ничего не заказывается."),
        Html.Of($"🧪 <b>Trial mode.</b> Results are not real, and nothing is ordered from the supplier."));

    public static Html DryRunPrice(Language l) => l.Pick(
        Html.Of($"🧪 Пробный режим: придёт образец, а не настоящий результат."),
        Html.Of($"🧪 Trial mode: a sample will come, not a real result."));

    private static string Version(ShopBuild build) => build.Commit is { Length: > 8 } commit ? $"{build.Version} · {commit[..8]}" : build.Version;

    private static string Milliseconds(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms");
}
