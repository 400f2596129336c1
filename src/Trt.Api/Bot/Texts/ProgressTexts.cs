using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is read while one waits; each state has one name, wherever it is read.</summary>
internal static class ProgressTexts
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    /// <summary>The same facts at every moment, so no refresh takes one away: what it does, how far, and until when at the latest.</summary>
    public static Html UnderWay(Language l, string model, Generation order, QueuePlace? queue, TimeSpan elapsed, RunTime? usual) =>
        Html.Paragraphs(
            Html.Of($"⏳ <b>{model}</b> · {State(l, order.Status)}, {Clock(elapsed)}"),
            queue is not null ? Html.Lines(Queue(l, queue), usual is null ? Html.Empty : Usually(l, usual))
            : usual is not null ? Pace(l, elapsed - ((order.SubmittedAt ?? order.CreatedAt) - order.CreatedAt), usual)
            : Html.Empty,
            Until(l, order));

    public static string State(Language l, GenerationStatus status) => status switch
    {
        GenerationStatus.Queued => l.Pick("в очереди", "queued"),
        GenerationStatus.Submitting => l.Pick("запускаем", "starting"),
        GenerationStatus.Running => l.Pick("создаём", "creating"),
        GenerationStatus.Uncertain => l.Pick("ждём ответа", "waiting for an answer"),
        GenerationStatus.Succeeded => l.Pick("отправляем", "delivering"),
        GenerationStatus.Delivered => l.Pick("готово", "done"),
        GenerationStatus.Failed => l.Pick("не получилось", "no result"),
        GenerationStatus.Expired => l.Pick("не успели", "timed out"),
        GenerationStatus.Cancelled => l.Pick("отменено", "cancelled"),
    };

    /// <summary>Before the money: what the order would wait for.</summary>
    public static Html Obstacle(Language l, QueuePlace place) => place.Reason switch
    {
        WaitReason.StartsPaused => l.Pick(
            Html.Of($"⏳ Запуски приостановлены{Since(l, place)}. Запустим ваш заказ, как только откроются."),
            Html.Of($"⏳ Starts have been paused{Since(l, place)}. Yours begins as soon as they open.")),
        WaitReason.ModelRests => l.Pick(
            Html.Of($"⏳ Модель отдыхает{Since(l, place)}. Запустим ваш заказ, как только вернётся."),
            Html.Of($"⏳ The model has been resting{Since(l, place)}. Your order begins as soon as it is back.")),
        WaitReason.OwnOrders => l.Pick(
            Html.Of($"⏳ Сначала завершим ваши прошлые заказы: перед этим ещё {place.Ahead}. Потом он начнётся сам."),
            Html.Of($"⏳ Your earlier orders come first: {place.Ahead} ahead of this one. Then it starts by itself.")),
        WaitReason.Grace or WaitReason.Turn => Html.Empty,
    };

    /// <summary>When the money comes back at the latest, before it is set aside.</summary>
    public static Html NotLater(Language l, DateTimeOffset until, bool isPaid) => l.Pick(
        Html.Of($"Не позже {At(until)} (МСК), иначе {Returns(l, isPaid)}. До запуска можно отменить."),
        Html.Of($"By {At(until)} (Moscow time) at the latest, otherwise {Returns(l, isPaid)}. You can cancel until it starts."));

    /// <summary>"25–40 секунд", "1–3 минуты", "около 30 секунд".</summary>
    public static string Usual(Language l, RunTime usual)
    {
        if (usual.Most <= TimeSpan.FromSeconds(90))
        {
            return Span(
                l, Fives(usual.Half), Fives(usual.Most),
                ("секунда", "секунды", "секунд"), ("секунды", "секунд"), ("second", "seconds"));
        }

        return Span(
            l, Math.Max(1, (int)Math.Round(usual.Half.TotalMinutes)), (int)Math.Ceiling(usual.Most.TotalMinutes),
            ("минута", "минуты", "минут"), ("минуты", "минут"), ("minute", "minutes"));
    }

    public static Html Delivering(Language l, string model) => l.Pick(
        Html.Of($"✅ <b>{model}</b> · готово, {State(l, GenerationStatus.Succeeded)}\n\nЗабираем файл и пришлём его сюда. Если он не дойдёт, вы ничего не платите."),
        Html.Of($"✅ <b>{model}</b> · done, {State(l, GenerationStatus.Succeeded)}\n\nThe file is being fetched and will come here. If it does not arrive, you pay nothing."));

    /// <summary>Nobody answered when the order was placed, and it is not placed twice.</summary>
    public static Html Unsure(Language l, string model, DateTimeOffset deadline, bool isPaid) => l.Pick(
        Html.Of($"⏳ <b>{model}</b> · {State(l, GenerationStatus.Uncertain)}\n\nСвязь прервалась, но результат ещё может прийти: тогда мы сразу пришлём его сюда. Если до {At(deadline)} (МСК) его не будет, {(isPaid ? "деньги вернутся на баланс сами" : Returns(l, isPaid))}.\n\nНе хотите ждать? Запустите ещё раз, это отдельный заказ."),
        Html.Of($"⏳ <b>{model}</b> · {State(l, GenerationStatus.Uncertain)}\n\nThe connection broke off, but the result may still come: then it will be here at once. If it is not here by {At(deadline)} (Moscow time), {(isPaid ? "the money returns to your balance by itself" : Returns(l, isPaid))}.\n\nRather not wait? Start again, as an order of its own."));

    private static Html Queue(Language l, QueuePlace place) => place switch
    {
        { Reason: WaitReason.Grace } => l.Pick(
            Html.Of($"Начнём через {Seconds(l, place.LeavesIn)}, до этого можно отменить."),
            Html.Of($"It starts in {Seconds(l, place.LeavesIn)}; until then you can cancel.")),
        { Reason: WaitReason.Turn, Ahead: 0 } => l.Pick(Html.Of($"Начнём автоматически."), Html.Of($"It starts by itself.")),
        { Reason: WaitReason.Turn } => l.Pick(
            Html.Of($"Перед вами: {place.Ahead}. Начнём автоматически."),
            Html.Of($"Ahead of you: {place.Ahead}. It starts by itself.")),
        _ => Obstacle(l, place),
    };

    private static Html Pace(Language l, TimeSpan worked, RunTime usual) => worked >= usual.Most
        ? l.Pick(
            Html.Of($"{Bar(1)}\nДольше обычного ({Usual(l, usual)}). Заказ в работе, ждать в чате не нужно."),
            Html.Of($"{Bar(1)}\nLonger than usual ({Usual(l, usual)}). It is being worked on; no need to wait in the chat."))
        : Html.Lines(
            l.Pick(
                Html.Of($"{Bar(worked / usual.Most)} ещё до {Clock(usual.Most - worked)}"),
                Html.Of($"{Bar(worked / usual.Most)} up to {Clock(usual.Most - worked)} more")),
            Usually(l, usual));

    private static Html Usually(Language l, RunTime usual) => l.Pick(
        Html.Of($"Обычно это {Usual(l, usual)}."),
        Html.Of($"Usually {Usual(l, usual)}."));

    /// <summary>Who has agreed to wait is told when the start is given up; everybody else, when the result is.</summary>
    private static Html Until(Language l, Generation order) => order is { Status: GenerationStatus.Queued, WaitsUntil: { } start }
        ? NotLater(l, start, order.IsPaid)
        : l.Pick(
            Html.Of($"Результат придёт сюда сам до {At(order.Deadline)} (МСК), иначе {Returns(l, order.IsPaid)}."),
            Html.Of($"The result comes here by itself by {At(order.Deadline)} (Moscow time); otherwise {Returns(l, order.IsPaid)}."));

    private static string Returns(Language l, bool isPaid) => isPaid
        ? l.Pick("деньги вернутся сами", "the money returns by itself")
        : l.Pick("бесплатная генерация вернётся сама", "your free generation returns by itself");

    private static string Since(Language l, QueuePlace place) => place.Since is { } since
        ? l.Pick($" с {At(since)} (МСК)", $" since {At(since)} (Moscow time)")
        : "";

    private static string Span(
        Language l, int half, int most, (string One, string Few, string Many) ru, (string One, string Many) ruOf, (string One, string Many) en) =>
        half >= most
            ? l.Pick($"около {l.CountOf(most, ruOf, en)}", $"about {l.CountOf(most, ruOf, en)}")
            : string.Create(CultureInfo.InvariantCulture, $"{half}–{l.Count(most, ru, en)}");

    private static int Fives(TimeSpan time) => Math.Max(5, (int)Math.Ceiling(time.TotalSeconds / 5) * 5);

    private static string Seconds(Language l, TimeSpan wait) =>
        l.Count((int)Math.Ceiling(wait.TotalSeconds), ("секунду", "секунды", "секунд"), ("second", "seconds"));

    private static string Bar(double done)
    {
        var full = (int)Math.Clamp(done * 10, 0, 10);
        return new string('▓', full) + new string('░', 10 - full);
    }

    private static string At(DateTimeOffset moment) => moment.ToOffset(Moscow).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Clock(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)elapsed.TotalMinutes}:{elapsed.Seconds:00}");
}
