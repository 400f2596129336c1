using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice.Orders;
using Trt.Domain.Generations;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>One order as an operator reads it.</summary>
internal static class AdminOrderTexts
{
    private const int DetailShownMax = 300;

    public static Html Head(Language l, OrderInFull order)
    {
        var (made, who) = (order.Order, order.Customer);
        var username = who.Username is { } known ? $" @{known}" : "";
        return Html.Lines(
            Html.Of($"<b>{ModelOf(l, order)}</b> · {GenerationTexts.Status(l, made.Status)}"),
            Html.Of($"{AdminPeopleTexts.NameOf(who.Name)}{username} · <code>{who.Id.Value}</code>"),
            who.HasLeft ? AdminPeopleTexts.HasLeft(l) : Html.Empty,
            made.Batch is null ? Html.Empty : l.Pick(Html.Of($"Один из нескольких вариантов"), Html.Of($"One of several variations")),
            Html.Of($"{HealthOf(l, order.Health)}"));
    }

    /// <summary>Why there is no result, in plain words first and as it came below.</summary>
    public static Html Why(Language l, OrderInFull order)
    {
        var made = order.Order;
        if (made.Failure is null && made.Status != GenerationStatus.Uncertain)
        {
            return Html.Empty;
        }

        return Html.Lines(
            made.Failure is null
                ? l.Pick(
                    Html.Of($"❓ Ответа на запуск не было. Второй раз не запускаем: если результата не будет к сроку, деньги вернутся сами."),
                    Html.Of($"❓ Nobody answered the start. It is not started twice: without a result by the deadline the money returns by itself."))
                : Html.Of($"❗️ {GenerationTexts.Reason(l, made)}"),
            made.Detail is { Length: > 0 } detail ? Html.Of($"<i>{Words.Shorten(detail, DetailShownMax)}</i>") : Html.Empty);
    }

    /// <summary>What it is called by: here and at the supplier.</summary>
    public static Html Names(Language l, OrderInFull order) => Html.Lines(
        GenerationTexts.Number(l, order.Order.Cid),
        order.Order.TaskId is { } task
            ? l.Pick(Html.Of($"Задача: <code>{task}</code>"), Html.Of($"Task: <code>{task}</code>"))
            : Html.Empty,
        l.Pick(Html.Of($"Заказ: <code>{order.Order.Id.ToString()}</code>"), Html.Of($"Order: <code>{order.Order.Id.ToString()}</code>")));

    public static string Row(Language l, OrderSummary order) =>
        $"{GenerationTexts.Status(l, order.Status)} · {order.Card?.Title.In(l) ?? order.Model.Value} · {AdminTexts.Moment(order.CreatedAt)}";

    public static Html Found(Language l, OrderListing listing) => listing switch
    {
        { Found.Items.Count: > 0 } => l.Pick(
            Html.Of($"<b>Заказы под номером «{listing.Name}»</b>"), Html.Of($"<b>Orders under “{listing.Name}”</b>")),
        { ParkedAt: { } at } => l.Pick(
            Html.Of($"Заказа с номером «{listing.Name}» нет. Под ним {AdminTexts.Moment(at)} не удалось обработать сообщение: <code>./trt updates</code>"),
            Html.Of($"No order has the reference “{listing.Name}”. Under it a message could not be handled on {AdminTexts.Moment(at)}: <code>./trt updates</code>")),
        _ => NotFound(l),
    };

    public static Html NotFound(Language l) => l.Pick(
        Html.Of($"Такого заказа нет. {HowReferencesLook(l)}"), Html.Of($"There is no such order. {HowReferencesLook(l)}"));

    public static string HowReferencesLook(Language l) => l.Pick(
        "Номер обращения — десять знаков, например 87aed2e36a: он стоит под сообщением о неудаче.",
        "A reference is ten characters, like 87aed2e36a: it stands below the message about a failure.");

    public static string Look(Language l) => l.Pick("👁 Проверить сейчас", "👁 Look now");

    public static string ReadInputs(Language l) => l.Pick("📝 Показать ввод", "📝 Show inputs");

    public static string HideInputs(Language l) => l.Pick("🙈 Скрыть ввод", "🙈 Hide inputs");

    public static string BringFiles(Language l) => l.Pick("📎 Прислать файлы", "📎 Bring the files");

    public static Html FilesComing(Language l, int count) => count == 0
        ? l.Pick(Html.Of($"Файлов у заказа нет."), Html.Of($"The order has no files."))
        : l.Pick(
            Html.Of($"📎 Присылаем сюда: {l.Count(count, ("файл", "файла", "файлов"), ("file", "files"))}. Это записано в журнал."),
            Html.Of($"📎 On the way here: {l.Count(count, ("файл", "файла", "файлов"), ("file", "files"))}. It is written into the audit trail."));

    public static string Model(Language l) => l.Pick("🩺 Модель", "🩺 Model");

    public static string Customer(Language l) => l.Pick("👤 Клиент", "👤 Customer");

    public static string Others(Language l) => l.Pick("📚 Его заказы", "📚 Their orders");

    public static string GiveBack(Language l, OrderInFull order) => order.Order.IsPaid
        ? l.Pick($"↩️ Вернуть {order.CanGiveBack.In(l)}", $"↩️ Give back {order.CanGiveBack.In(l)}")
        : l.Pick("↩️ Остановить и вернуть", "↩️ Stop and give back");

    /// <summary>Why nothing can be given back; null when it can.</summary>
    public static Html? Obstacle(Language l, OrderInFull order) => order switch
    {
        { Order.Status: GenerationStatus.Submitting } => OnItsWay(l),
        { Order.CanBeGivenUp: true } => null,
        { CanGiveBack.IsZero: true } => NothingLeft(l),
        _ => null,
    };

    public static string Usual(Language l, UsualGiveBack reason) => reason switch
    {
        UsualGiveBack.TooLong => l.Pick("Слишком долго", "It took too long"),
        UsualGiveBack.BadResult => l.Pick("Результат не годится", "The result is no good"),
        UsualGiveBack.OurFault => l.Pick("Наша ошибка", "Our mistake"),
    };

    public static Html WhyBack(Language l, OrderInFull order) => Html.Paragraphs(
        l.Pick(
            Html.Of($"<b>Возвращаем {Amount(l, order)}</b>\n{ModelOf(l, order)} · {AdminPeopleTexts.NameOf(order.Customer.Name)}"),
            Html.Of($"<b>Giving back {Amount(l, order)}</b>\n{ModelOf(l, order)} · {AdminPeopleTexts.NameOf(order.Customer.Name)}")),
        l.Pick(
            Html.Of($"Почему? Нажмите или напишите свою причину, клиент её увидит."),
            Html.Of($"Why? Press one or write your own; the customer will read it.")));

    public static Html Sure(Language l, OrderInFull order, string reason) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Вернуть {Amount(l, order)}?</b>"), Html.Of($"<b>Give back {Amount(l, order)}?</b>")),
        l.Pick(Html.Of($"Причина: {reason}"), Html.Of($"Reason: {reason}")),
        order.Order.CanBeGivenUp
            ? l.Pick(
                Html.Of($"Заказ ещё не закончен: он закроется, клиент об этом узнает. Если результат всё же придёт, он уйдёт клиенту в подарок."),
                Html.Of($"The order has not ended: it will be closed and the customer told. Should the result still come, it is theirs as a gift."))
            : l.Pick(
                Html.Of($"Результат останется у клиента, деньги вернутся на его баланс."),
                Html.Of($"The result stays with the customer, the money returns to their balance.")));

    public static string Go(Language l, OrderInFull order) =>
        l.Pick($"✅ Да, вернуть {Amount(l, order)}", $"✅ Yes, give back {Amount(l, order)}");

    public static Html Gone(Language l) => l.Pick(
        Html.Of($"Причина на этом экране уже не действует. Начните возврат заново."),
        Html.Of($"The reason on that screen is out of date. Please begin again."));

    public static Html GaveBack(Language l, GiveBackResult result) => result switch
    {
        GiveBackResult.Given { Amount.IsZero: true } => l.Pick(
            Html.Of($"✅ Заказ остановлен, бесплатная генерация вернулась клиенту."),
            Html.Of($"✅ The order is stopped, the free generation is the customer's again.")),
        GiveBackResult.Given given => l.Pick(
            Html.Of($"✅ Вернули {given.Amount.In(l)}. Клиент получит сообщение."),
            Html.Of($"✅ {given.Amount.In(l)} given back. The customer will be told.")),
        GiveBackResult.NothingLeft => NothingLeft(l),
        GiveBackResult.OnItsWay => OnItsWay(l),
        GiveBackResult.OverLimit over => Html.Lines(
            AdminMoneyTexts.OverLimit(l, over.Limit, over.Left),
            l.Pick(Html.Of($"Вернуть {over.Amount.In(l)} может владелец."), Html.Of($"An owner can give {over.Amount.In(l)} back."))),
        GiveBackResult.NotFound => NotFound(l),
        _ => throw new InvalidOperationException($"No words for {result.GetType().Name}"),
    };

    public static Html SentAgain(Language l, SendAgainOutcome outcome) => outcome switch
    {
        SendAgainOutcome.OnTheWay => l.Pick(Html.Of($"📥 Отправляем клиенту ещё раз."), Html.Of($"📥 On its way to the customer once more.")),
        SendAgainOutcome.StillComing => l.Pick(
            Html.Of($"Результат ещё отправляется первый раз."), Html.Of($"The result is still being delivered for the first time.")),
        SendAgainOutcome.NothingToSend => l.Pick(Html.Of($"Отправлять нечего: результата нет."), Html.Of($"There is nothing to send: no result.")),
        SendAgainOutcome.HasLeft => l.Pick(
            Html.Of($"Клиент остановил бота. Вернётся — получит всё, что ждёт."),
            Html.Of($"The customer has stopped the bot. What waits for them comes when they return.")),
        SendAgainOutcome.NotFound => NotFound(l),
    };

    public static Html Looked(Language l, LookOutcome outcome) => outcome switch
    {
        LookOutcome.Asked => l.Pick(
            Html.Of($"👁 Спросили. Ответ появится здесь через пару секунд: нажмите «Обновить»."),
            Html.Of($"👁 Asked. The answer will be here within seconds: press Refresh.")),
        LookOutcome.NotThereYet => l.Pick(Html.Of($"Заказ ещё не запущен, спрашивать не о чем."), Html.Of($"It has not been started yet, so there is nothing to ask.")),
        LookOutcome.Ended => l.Pick(Html.Of($"Заказ закончен, нового уже не будет."), Html.Of($"It has ended; nothing new can come of it.")),
        LookOutcome.NotFound => NotFound(l),
    };

    private static string Amount(Language l, OrderInFull order) => order.Order.IsPaid
        ? order.CanGiveBack.In(l)
        : l.Pick("бесплатную генерацию", "the free generation");

    private static string ModelOf(Language l, OrderInFull order) => order.Card?.Title.In(l) ?? order.Order.Model.Value;

    private static string HealthOf(Language l, ModelHealth? health) => health switch
    {
        null or { IsSold: true, State: HealthState.Well } => l.Pick("🟢 модель в порядке", "🟢 the model is well"),
        { IsSold: false } => l.Pick("🔴 модель сейчас не продаётся", "🔴 the model is not sold now"),
        _ => l.Pick("🟡 модель под наблюдением", "🟡 the model is under watch"),
    };

    private static Html NothingLeft(Language l) => l.Pick(
        Html.Of($"Возвращать нечего: денег за этот заказ у магазина нет."),
        Html.Of($"There is nothing to give back: the shop holds no money of this order."));

    private static Html OnItsWay(Language l) => l.Pick(
        Html.Of($"Заказ как раз запускается. Подождите несколько секунд и нажмите «Обновить»."),
        Html.Of($"The order is just being started. Wait a few seconds and press Refresh."));
}
