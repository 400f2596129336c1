using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Alerts about money that comes and goes; null for all others.</summary>
internal static class AlertMoneyTexts
{
    public static AlertWords? Of(Language l, Matter matter) => matter switch
    {
        Matter.PaymentWaits waits => new AlertWords(
            "🟠", l.Pick($"Оплата ждёт решения больше суток: {waits.Amount.In(l)}", $"A payment has waited for over a day: {waits.Amount.In(l)}"),
            l.Pick(Html.Of($"человек заплатил и ждёт денег на балансе."), Html.Of($"somebody has paid and waits for the money.")),
            l.Pick(Html.Of($"решает только человек: зачислите или отклоните."), Html.Of($"only a person decides: credit or reject it."))),
        Matter.PaidUnasked { Credited.IsZero: true } paid => new AlertWords(
            "🟠", l.Pick($"Пришла оплата в незнакомой валюте: {Paid(l, paid.Price)}", $"A payment in an unknown currency came: {Paid(l, paid.Price)}"),
            l.Pick(Html.Of($"человек заплатил, на балансе пока ничего."), Html.Of($"somebody has paid, and nothing is on the balance yet.")),
            l.Pick(Html.Of($"зачислите вручную или верните."), Html.Of($"credit it by hand, or give it back."))),
        Matter.PaidUnasked paid => new AlertWords(
            "🔵", l.Pick($"Пришла оплата, которую никто не заказывал: {Paid(l, paid.Price)}", $"A payment came that nobody asked for: {Paid(l, paid.Price)}"),
            l.Pick(Html.Of($"{paid.Credited.In(l)} уже на балансе заплатившего."), Html.Of($"{paid.Credited.In(l)} is on the payer's balance already.")),
            l.Pick(
                Html.Of($"делать ничего не нужно; попросит вернуть — верните."),
                Html.Of($"nothing has to be done; give it back if the customer asks."))),
        Matter.RefundOfUnknown refund => new AlertWords(
            "🔵", l.Pick($"Клиенту вернули {Paid(l, refund.Price)}, а такой оплаты у нас не было", $"{Paid(l, refund.Price)} went back to a customer, and we never had that payment"),
            l.Pick(Html.Of($"баланс не изменился."), Html.Of($"the balance is as it was.")),
            l.Pick(Html.Of($"возврат записан, делать ничего не нужно."), Html.Of($"it is written down; nothing has to be done."))),
        Matter.RefundRefused refused => new AlertWords(
            "🟠", l.Pick($"Вернуть {refused.Amount.In(l)} не удалось", $"{refused.Amount.In(l)} could not be given back"),
            l.Pick(Html.Of($"деньги снова на балансе клиента."), Html.Of($"the money is on the customer's balance again.")),
            l.Pick(Html.Of($"сам возврат не повторится: попробуйте ещё раз или договоритесь."), Html.Of($"it is not repeated by itself: try again, or agree on another way.")),
            refused.Detail),
        Matter.RefundedPastShop past => new AlertWords(
            past.Spent.IsZero ? "🔵" : "🟠",
            l.Pick($"{past.Amount.In(l)} вернули клиенту в обход магазина", $"{past.Amount.In(l)} went back to a customer past the shop"),
            past.Spent.IsZero
                ? l.Pick(Html.Of($"деньги сняты с баланса."), Html.Of($"the money has left the balance."))
                : l.Pick(Html.Of($"{past.Spent.In(l)} уже потрачено: это убыток магазина."), Html.Of($"{past.Spent.In(l)} is spent already: the shop's loss.")),
            l.Pick(Html.Of($"всё записано, делать ничего не нужно."), Html.Of($"all is written down; nothing has to be done."))),
        Matter.RefundedInPart part => new AlertWords(
            "🟠", l.Pick($"Из оплаты {part.Amount.In(l)} вернули часть: {part.Refunded.In(l)}", $"A part of {part.Amount.In(l)} was given back: {part.Refunded.In(l)}"),
            l.Pick(Html.Of($"на балансе по-прежнему вся сумма."), Html.Of($"the whole sum is still on the balance.")),
            l.Pick(Html.Of($"баланс поправит только человек: за что вернули, магазин не знает."), Html.Of($"only a person can correct it: the shop does not know what it was for."))),
        Matter.CardPageNotOpened page => new AlertWords(
            "🟠", l.Pick("Страница оплаты картой не открылась", "The page for paying by card did not open"),
            l.Pick(Html.Of($"им предложены другие способы, денег никто не потерял."), Html.Of($"they are offered other ways; nobody has lost money.")),
            l.Pick(Html.Of($"следующая оплата попробует снова; повторяется — проверьте кабинет платёжной системы."), Html.Of($"the next payment tries again; if it happens often, look into the payment provider's cabinet.")),
            page.Detail),
        Matter.InvoicesRefused invoices => new AlertWords(
            "🔴", l.Pick($"Мессенджер не принимает счета: {Way(l, invoices.Method)}", $"The messenger refuses invoices: {Way(l, invoices.Method)}"),
            l.Pick(Html.Of($"этим способом сейчас не заплатить, остальные работают."), Html.Of($"nobody can pay this way now; the others work.")),
            l.Pick(Html.Of($"само не пройдёт: проверьте подключение или отключите способ в настройках."), Html.Of($"it does not mend itself: check how it is set up, or switch the way off in the settings."))),
        Matter.StarsReconciled stars => new AlertWords(
            stars.Differences > 0 ? "🟠" : "🔵", l.Pick("Сверка звёзд нашла расхождения", "The count of Stars found differences"),
            l.Pick(
                Html.Of($"потерявшихся оплат зачислено: {stars.Credited}, возвратов записано: {stars.Refunds}."),
                Html.Of($"lost payments credited: {stars.Credited}, refunds written down: {stars.Refunds}.")),
            stars.Differences == 0
                ? l.Pick(Html.Of($"делать ничего не нужно."), Html.Of($"nothing has to be done."))
                : l.Pick(Html.Of($"ещё расхождений: {stars.Differences}, их разберёт только человек."), Html.Of($"{stars.Differences} more only a person can settle.")),
            stars.First ?? ""),
        _ => null,
    };

    private static string Way(Language l, PaymentMethod method) => method switch
    {
        PaymentMethod.Stars => l.Pick("звёзды", "Stars"),
        PaymentMethod.Invoice => l.Pick("карта в чате", "card in the chat"),
        PaymentMethod.Transfer => l.Pick("перевод", "transfer"),
        PaymentMethod.Card => l.Pick("карта на странице оплаты", "card on the payment page"),
    };

    private static string Paid(Language l, PaidTotal price) => price.Currency switch
    {
        PaidTotal.Rubles => new Money(price.Units).In(l),
        PaidTotal.Stars => $"{price.Units} ⭐",
        _ => price.ToString(),
    };
}
