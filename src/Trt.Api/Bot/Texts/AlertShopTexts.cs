using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Alerts about orders, books and the shop itself; null for all others.</summary>
internal static class AlertShopTexts
{
    public static AlertWords? Of(Language l, ModelTitles titles, Matter matter) => matter switch
    {
        Matter.StartsRefused { Reason: ProviderRefusal.NoCredits } refused => new AlertWords(
            "🔴", l.Pick("У поставщика кончились деньги", "The supplier's account is empty"),
            Waiting(l),
            l.Pick(
                Html.Of($"раз в пять минут магазин пробует снова. Пополните счёт у поставщика, остальное сделается само."),
                Html.Of($"the shop tries again every five minutes. Top the account up; the rest happens by itself.")),
            refused.Detail),
        Matter.StartsRefused refused => new AlertWords(
            "🔴", l.Pick("Поставщик не принимает наш ключ", "The supplier does not accept our key"),
            Waiting(l),
            l.Pick(
                Html.Of($"раз в пять минут магазин пробует снова. Новый ключ ставит разработчик."),
                Html.Of($"the shop tries again every five minutes. A new key is set by a developer.")),
            refused.Detail),
        Matter.OrderUnseen unseen => new AlertWords(
            "🟠", l.Pick($"Заказ потерялся из виду: {titles.Of(l, unseen.Model)}", $"An order got out of sight: {titles.Of(l, unseen.Model)}"),
            l.Pick(Html.Of($"деньги уже вернулись; найдётся результат за сутки — придёт бесплатно."), Html.Of($"the money is back; a result found within a day comes for free.")),
            l.Pick(Html.Of($"поставщик мог выполнить заказ и взять за него деньги: сверьте с его списком."), Html.Of($"the supplier may have made it and charged for it: compare with its list."))),
        Matter.ResultLost { IsGivenBack: true } lost => new AlertWords(
            "🔵", l.Pick($"Результат пропал до доставки: {titles.Of(l, lost.Model)}", $"A result was gone before it was brought: {titles.Of(l, lost.Model)}"),
            l.Pick(Html.Of($"не дошло {lost.Lost} из {lost.Outputs}, деньги за это уже вернулись."), Html.Of($"{lost.Lost} of {lost.Outputs} did not arrive; the money for it is back.")),
            l.Pick(Html.Of($"делать ничего не нужно; несколько раз за час — проблемы у поставщика."), Html.Of($"nothing has to be done; several within an hour mean trouble at the supplier."))),
        Matter.ResultLost lost => new AlertWords(
            "🟠", l.Pick($"Повторить доставку не вышло: {titles.Of(l, lost.Model)}", $"A result could not be sent again: {titles.Of(l, lost.Model)}"),
            l.Pick(Html.Of($"клиент не увидел {lost.Lost} из {lost.Outputs}, деньги пока не возвращены."), Html.Of($"the customer did not see {lost.Lost} of {lost.Outputs}; nothing was given back yet.")),
            l.Pick(Html.Of($"решает только человек: посмотрите заказ и верните, если нужно."), Html.Of($"only a person decides: look at the order, and give back what is due."))),
        Matter.BooksDiffer books => new AlertWords(
            "🔴", l.Pick("Книги не сходятся", "The books do not agree"),
            l.Pick(Html.Of($"магазин работает как прежде, ничего не исправлено само."), Html.Of($"the shop works as before; nothing was mended by itself.")),
            Html.Lines(
            [
                l.Pick(Html.Of($"найдите причину и поправьте баланс. Нарушено:"), Html.Of($"find the cause, then correct the balance. Broken:")),
                .. books.Rules.Select(rule => Html.Of($"• {MoneyRuleTexts.Promise(l, rule.Rule)}: {rule.Count}")),
            ]),
            string.Join("; ", books.Rules.SelectMany(rule => rule.First))),
        Matter.UpdateParked parked => new AlertWords(
            "🟠", l.Pick("Сообщение клиента не обработалось", "A customer's message could not be handled"),
            l.Pick(Html.Of($"человек прочитал извинение с номером {parked.Cid}; денег это не тронуло."), Html.Of($"they read an apology with the number {parked.Cid}; no money moved.")),
            l.Pick(Html.Of($"сообщение отложено с ошибкой, её увидит разработчик."), Html.Of($"the message is kept with its error for a developer."))),
        Matter.WorkParked work => new AlertWords(
            "🟠", l.Pick("Работа отложена после двенадцати попыток", "Work was put aside after twelve tries"),
            l.Pick(Html.Of($"кто-то может ждать результата или сообщения."), Html.Of($"somebody may wait for a result or a message.")),
            l.Pick(Html.Of($"сама не повторится: после починки её запускает разработчик."), Html.Of($"it is not repeated by itself: a developer starts it again once it is mended.")),
            $"{work.Name}, {work.Cid}"),
        Matter.TasksUnknown tasks => new AlertWords(
            "🟠", l.Pick($"Поставщик прислал вести о чужих заказах: {tasks.Count}", $"The supplier told of orders that are not ours: {tasks.Count}"),
            Html.Empty,
            l.Pick(Html.Of($"найдётся заказ — весть дойдёт до него сама; нет — сверьте со списком поставщика."), Html.Of($"if an order is found, it hears by itself; if not, compare with the supplier's list.")),
            string.Join(", ", tasks.First)),
        Matter.DryRun => new AlertWords(
            "🧪", l.Pick("Магазин открыт в пробном режиме", "The shop is open in trial mode"),
            l.Pick(Html.Of($"приходят образцы, об этом сказано у каждой цены."), Html.Of($"samples come, and every price says so.")),
            l.Pick(
                Html.Of($"у поставщика ничего не заказывается. Настоящие заказы включает разработчик."),
                Html.Of($"nothing is ordered from the supplier. Real orders are turned on by a developer."))),
        Matter.CardsBroken cards => new AlertWords(
            "🟠", l.Pick($"Новые карточки моделей с ошибками: {cards.Errors}", $"The changed cards have errors: {cards.Errors}"),
            l.Pick(Html.Of($"ничего не изменилось, продаётся прежний набор."), Html.Of($"nothing has changed, the last good set is on sale.")),
            l.Pick(Html.Of($"исправленные карточки подхватятся за секунды."), Html.Of($"mended cards are followed within seconds.")),
            cards.First),
        Matter.SettingNotFollowed setting => new AlertWords(
            "🟠", l.Pick("Настройка записана с ошибкой и не действует", "A setting is written wrongly and does not hold"),
            l.Pick(Html.Of($"действует прежнее значение."), Html.Of($"the value before it holds.")),
            l.Pick(Html.Of($"задайте её заново в настройках."), Html.Of($"set it anew in the settings.")),
            setting.Detail),
        Matter.BackupsMissing missing => new AlertWords(
            "🟠", l.Pick("Копия данных не сделана", "The data were not copied"),
            l.Pick(Html.Of($"ничего не меняется, магазин работает."), Html.Of($"nothing changes, the shop works.")),
            missing.LastAt is { } last
                ? l.Pick(
                    Html.Of($"последняя копия от {Moment(last)} UTC. Магазин пробует снова каждые полчаса; если не выйдет, нужен разработчик."),
                    Html.Of($"the last copy is of {Moment(last)} UTC. The shop tries again every half an hour; a developer helps if it fails."))
                : l.Pick(
                    Html.Of($"копий ещё нет ни одной. Магазин пробует снова каждые полчаса; если не выйдет, нужен разработчик."),
                    Html.Of($"there is no copy yet. The shop tries again every half an hour; a developer helps if it fails.")),
            missing.Detail),
        Matter.OldWords old => new AlertWords("🔵", l.Pick("Сообщение прежней версии", "A message of the version before"), Html.Empty, Html.Empty, old.Text),
        _ => null,
    };

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("dd.MM HH:mm", CultureInfo.InvariantCulture);

    private static Html Waiting(Language l) => l.Pick(
        Html.Of($"новые заказы не запускаются. Каждый видит это до оплаты и может подождать; деньги отказавшихся целы."),
        Html.Of($"new orders do not start. Everybody sees that before paying and may wait; nobody's money is lost."));
}
