using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The morning's word: how yesterday was, and what waits for a hand.</summary>
internal static class DigestTexts
{
    public static Html Of(Language l, DigestNotice digest) => digest.IsQuiet
        ? l.Pick(
            Html.Of($"☀️ Доброе утро! Вчера было тихо: заказов и оплат не было. Всё работает, ничего не ждёт."),
            Html.Of($"☀️ Good morning! Yesterday was calm: no orders and no payments. All works, nothing waits."))
        : Html.Paragraphs(
            l.Pick(Html.Of($"☀️ <b>Доброе утро! Вчера, {Day(digest.Day)}</b>"), Html.Of($"☀️ <b>Good morning! Yesterday, {Day(digest.Day)}</b>")),
            Html.Lines(
                l.Pick(Html.Of($"💰 Пополнили: <b>{digest.Figures.PaidIn.In(l)}</b>"), Html.Of($"💰 Paid in: <b>{digest.Figures.PaidIn.In(l)}</b>")),
                digest.Figures.PaidBack.IsZero
                    ? Html.Empty
                    : l.Pick(Html.Of($"↩️ Возвращено: {digest.Figures.PaidBack.In(l)}"), Html.Of($"↩️ Paid back: {digest.Figures.PaidBack.In(l)}")),
                l.Pick(
                    Html.Of($"🛒 Потратили: {digest.Spent.In(l)} · себестоимость {digest.Cost.In(l)}"),
                    Html.Of($"🛒 Spent: {digest.Spent.In(l)} · cost {digest.Cost.In(l)}")),
                l.Pick(Html.Of($"📈 Маржа: <b>{digest.Margin.In(l)}</b>"), Html.Of($"📈 Margin: <b>{digest.Margin.In(l)}</b>"))),
            Html.Lines(
                l.Pick(
                    Html.Of($"🎨 Заказов: {digest.Figures.Orders} · без результата: {digest.Figures.Failed}"),
                    Html.Of($"🎨 Orders: {digest.Figures.Orders} · without a result: {digest.Figures.Failed}")),
                l.Pick(Html.Of($"👥 Новых клиентов: {digest.Figures.NewCustomers}"), Html.Of($"👥 New customers: {digest.Figures.NewCustomers}"))),
            Waiting(l, digest.Waiting));

    private static Html Waiting(Language l, WaitingForHands waiting) => waiting.Count == 0
        ? l.Pick(Html.Of($"✅ Ничего не ждёт вашего решения."), Html.Of($"✅ Nothing waits for your word."))
        : Html.Lines(
            l.Pick(Html.Of($"✋ <b>Ждёт вас</b>"), Html.Of($"✋ <b>Waits for you</b>")),
            Line(l, waiting.Payments, l.Pick("оплаты на проверке", "payments to decide")),
            Line(l, waiting.Models, l.Pick("модели не продаются до вашего решения", "models not sold until you decide")),
            Line(l, waiting.ParkedUpdates, l.Pick("сообщения отложены с ошибкой", "messages put aside with an error")),
            Line(l, waiting.ParkedWork, l.Pick("задачи отложены с ошибкой", "tasks put aside with an error")),
            Line(l, waiting.Matters, l.Pick("прежние сообщения ещё в силе", "earlier alerts still hold")));

    private static Html Line(Language l, int count, string what) => count == 0 ? Html.Empty : Html.Of($"• {what}: {count}");

    private static string Day(DateOnly day) => day.ToString("dd.MM", CultureInfo.InvariantCulture);
}
