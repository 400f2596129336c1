using System.Globalization;
using Trt.Application.BackOffice.Orders;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What happened to an order, step by step with its times.</summary>
internal static class OrderTimelineTexts
{
    private static readonly TimeSpan Shop = TimeSpan.FromHours(3);

    /// <summary>An id that was made otherwise begins with no moment worth telling.</summary>
    private static readonly TimeSpan FilledInMax = TimeSpan.FromDays(30);

    public static Html Of(Language l, OrderInFull order)
    {
        var made = order.Order;
        var lines = Steps(l, order)
            .Select((step, index) => (step, index))
            .OrderBy(pair => pair.step.At).ThenBy(pair => pair.index)
            .Select(pair => Html.Of($"{Time(pair.step.At, made.CreatedAt)} · {pair.step.What}"));
        return Html.Lines(
        [
            Html.Of($"<b>{AdminTexts.Moment(made.CreatedAt)}</b> ({l.Pick("МСК", "Moscow time")})"),
            .. lines,
            .. Delivered(l, order),
            made.Status.IsOpen() ? Deadline(l, made) : Html.Empty,
            made.IsUndeliverable
                ? l.Pick(Html.Of($"💤 Исход ждёт возвращения клиента"), Html.Of($"💤 The outcome waits for the customer's return"))
                : Html.Empty,
        ]);
    }

    public static IEnumerable<(DateTimeOffset At, string What)> Steps(Language l, OrderInFull order)
    {
        var made = order.Order;
        if (made.Id.MadeAt is var begun && begun <= made.CreatedAt && made.CreatedAt - begun < FilledInMax)
        {
            yield return (begun, l.Pick("начал заполнять", "began to fill it in"));
        }

        yield return (made.CreatedAt, l.Pick("подтвердил", "confirmed"));
        if (made.WaitsUntil is { } until)
        {
            yield return (made.CreatedAt, l.Pick($"согласился ждать до {AdminTexts.Moment(until)}", $"agreed to wait until {AdminTexts.Moment(until)}"));
        }

        if (made.SubmittedAt is { } left)
        {
            yield return (left, made.Attempt > 1
                ? l.Pick($"запущен, попытка {made.Attempt}", $"started, attempt {made.Attempt}")
                : l.Pick("запущен", "started"));
        }

        foreach (var call in order.Called)
        {
            yield return (call, l.Pick("пришёл сигнал о готовности", "a signal came"));
        }

        if (made.FinishedAt is { } end)
        {
            yield return (end, End(l, made));
        }
    }

    private static string End(Language l, Generation made) => made.Status switch
    {
        GenerationStatus.Succeeded or GenerationStatus.Delivered => l.Pick("результат получен и проверен", "the result came and was checked"),
        GenerationStatus.Expired when made.Failure == FailureReason.GivenBack => l.Pick("деньги вернул оператор", "an operator gave the money back"),
        GenerationStatus.Expired when made.IsLate => l.Pick("срок вышел; результат пришёл позже, в подарок", "out of time; the result came later, as a gift"),
        GenerationStatus.Expired => l.Pick("срок вышел", "out of time"),
        GenerationStatus.Cancelled => l.Pick("отменён клиентом", "cancelled by the customer"),
        GenerationStatus.Failed => l.Pick("не получилось", "failed"),
        GenerationStatus.Queued or GenerationStatus.Submitting or GenerationStatus.Uncertain or GenerationStatus.Running =>
            ProgressTexts.State(l, made.Status),
    };

    private static IEnumerable<Html> Delivered(Language l, OrderInFull order)
    {
        var parts = order.Parts.Where(part => part.OutputCount > 0 && part.State != DeliveryState.TakenApart).ToList();
        if (parts.Count == 0)
        {
            yield break;
        }

        var outputs = parts.Sum(part => part.OutputCount);
        var sent = Count(DeliveryState.Sent);
        yield return l.Pick(Html.Of($"📬 Доставлено: {sent} из {outputs}"), Html.Of($"📬 Delivered: {sent} of {outputs}"));
        if (Count(DeliveryState.Doubted) is > 0 and var doubted)
        {
            yield return l.Pick(
                Html.Of($"❓ Неизвестно, дошло ли: {doubted}"), Html.Of($"❓ Nobody knows whether it arrived: {doubted}"));
        }

        if (Count(DeliveryState.Lost) is > 0 and var lost)
        {
            yield return l.Pick(Html.Of($"✕ Пропало по дороге: {lost}"), Html.Of($"✕ Lost on the way: {lost}"));
        }

        int Count(DeliveryState state) => parts.Where(part => part.State == state).Sum(part => part.OutputCount);
    }

    private static Html Deadline(Language l, Generation made) => l.Pick(
        Html.Of($"⏳ Срок: до {AdminTexts.Moment(made.Deadline)}, потом деньги вернутся сами"),
        Html.Of($"⏳ Deadline: {AdminTexts.Moment(made.Deadline)}; then the money returns by itself"));

    /// <summary>Within a day the time is enough.</summary>
    private static string Time(DateTimeOffset at, DateTimeOffset day) => at.ToOffset(Shop) is var moment && moment.Date == day.ToOffset(Shop).Date
        ? moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : moment.ToString("dd.MM HH:mm:ss", CultureInfo.InvariantCulture);
}
