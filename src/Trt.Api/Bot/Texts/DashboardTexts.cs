using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the chat says of the dashboard.</summary>
internal static class DashboardTexts
{
    public static string Entry(Language l) => l.Pick("🖥 Сайт управления", "🖥 Dashboard");

    public static Html Link(Language l, int minutes) => l.Pick(
        Html.Of($"<b>Сайт управления</b>\n\nСсылка откроется один раз, в течение {minutes} минут. Никому её не пересылайте."),
        Html.Of($"<b>Dashboard</b>\n\nThe link opens once, within {minutes} minutes. Pass it to nobody."));

    public static string Open(Language l) => l.Pick("Открыть", "Open");

    public static string Leave(Language l) => l.Pick("🚪 Выйти везде", "🚪 Sign out everywhere");

    public static Html Left(Language l, int ended) => ended == 0
        ? l.Pick(Html.Of($"Открытых сеансов и ссылок не было."), Html.Of($"There were no open sessions or links."))
        : l.Pick(
            Html.Of($"Завершено: {l.Count(ended, ("сеанс", "сеанса", "сеансов"), ("session", "sessions"))}. Неиспользованные ссылки больше не откроются."),
            Html.Of($"{l.Count(ended, ("сеанс", "сеанса", "сеансов"), ("session", "sessions"))} ended. Unused links open no more."));

    public static Html NoAddress(Language l) => l.Pick(
        Html.Of($"Адрес магазина ещё не задан. На сервере укажите <code>PUBLIC_BASE_URL</code> с адресом https и перезапустите."),
        Html.Of($"The shop has no address yet. Set <code>PUBLIC_BASE_URL</code> to its https address on the server and restart."));
}
