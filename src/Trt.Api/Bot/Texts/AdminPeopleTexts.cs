using Trt.Application.BackOffice.People;
using Trt.Application.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Texts;

/// <summary>Customers as an admin sees them.</summary>
internal static class AdminPeopleTexts
{
    private const int NameShownMax = 60;

    public static Html Find(Language l) => l.Pick(
        Html.Of($"<b>Кого ищем?</b>\n\nПришлите номер, @имя или часть имени. Заказ найдётся по номеру обращения, который называет клиент, или по номеру задачи."),
        Html.Of($"<b>Whom are we looking for?</b>\n\nSend an id, an @username or a part of the name. An order is found by the reference that its customer quotes, or by its task."));

    public static Html Found(Language l, string query) => query.Length == 0
        ? l.Pick(Html.Of($"<b>Новые клиенты</b>"), Html.Of($"<b>New customers</b>"))
        : l.Pick(Html.Of($"<b>По запросу «{query}»</b>"), Html.Of($"<b>Found for “{query}”</b>"));

    public static Html Nobody(Language l) => l.Pick(Html.Of($"Никого не нашли."), Html.Of($"Nobody was found."));

    /// <summary>A mistyped reference finds nobody either.</summary>
    public static Html NothingFound(Language l) => Html.Lines(Nobody(l), Html.Of($"{AdminOrderTexts.HowReferencesLook(l)}"));

    /// <summary>Whoever was erased has none.</summary>
    public static string NameOf(string name, int lengthMax = NameShownMax) => name.Length == 0 ? "—" : Words.Shorten(name, lengthMax);

    public static string Row(UserSummary user) =>
        $"{(user.IsBlocked ? "🚫 " : "")}{NameOf(user.Name, 30)}{(user.Username is { } username ? $" @{username}" : "")} · {user.UserId}";

    public static Html Who(Language l, User user)
    {
        var username = user.Username is { } known ? $" @{known}" : "";
        return l.Pick(
            Html.Of($"<b>{NameOf(user.Name)}</b>{username}\n<code>{user.Id.Value}</code> · с {AdminTexts.Moment(user.CreatedAt)}"),
            Html.Of($"<b>{NameOf(user.Name)}</b>{username}\n<code>{user.Id.Value}</code> · since {AdminTexts.Moment(user.CreatedAt)}"));
    }

    public static Html Source(Language l, string source) => l.Pick(Html.Of($"Источник: {source}"), Html.Of($"Source: {source}"));

    public static Html InvitedBy(Language l, UserId inviter) => l.Pick(
        Html.Of($"По приглашению <code>{inviter.Value}</code>"), Html.Of($"Invited by <code>{inviter.Value}</code>"));

    public static Html BlockedSince(Language l, DateTimeOffset since, string reason) => l.Pick(
        Html.Of($"🚫 Заблокирован {AdminTexts.Moment(since)}: {reason}"),
        Html.Of($"🚫 Blocked {AdminTexts.Moment(since)}: {reason}"));

    public static Html HasLeft(Language l) => l.Pick(Html.Of($"💤 Остановил бота: сообщения ждут возвращения."), Html.Of($"💤 Stopped the bot: messages wait for their return."));

    public static Html Money(Language l, UserProfile card) => l.Pick(
        Html.Of($"Баланс: <b>{card.Available.In(l)}</b> · отложено: {card.Reserved.In(l)}\nБесплатных сегодня: {card.FreeLeft} · генераций: {card.Generations}\nПополнений: {card.Payments} на {card.PaidIn.In(l)}"),
        Html.Of($"Balance: <b>{card.Available.In(l)}</b> · set aside: {card.Reserved.In(l)}\nFree today: {card.FreeLeft} · generations: {card.Generations}\nTop-ups: {card.Payments} for {card.PaidIn.In(l)}"));

    public static string Orders(Language l, int count) => l.Pick($"🎨 Генерации · {count}", $"🎨 Generations · {count}");

    public static Html OrdersTitle(Language l, UserId user) => l.Pick(
        Html.Of($"<b>Генерации клиента</b> <code>{user.Value}</code>\n"),
        Html.Of($"<b>Generations of</b> <code>{user.Value}</code>\n"));

    public static Html NoOrders(Language l) => l.Pick(Html.Of($"Заказов пока нет."), Html.Of($"There are no orders yet."));

    public static Html Order(Language l, int number, GenerationSummary order) => Html.Of(
        $"{number}. {AdminTexts.Moment(order.CreatedAt)} · {order.Card?.Title.In(l) ?? order.Model.Value} · {GenerationTexts.Status(l, order.Status)} · {(order.Price.IsZero ? FreeTexts.Tag(l) : order.Price.In(l))}");

    public static string ToCard(Language l) => l.Pick("👤 К клиенту", "👤 To the customer");

    public static string Block(Language l) => l.Pick("🚫 Заблокировать", "🚫 Block");

    public static string Unblock(Language l) => l.Pick("✅ Разблокировать", "✅ Unblock");

    public static Html BlockReason(Language l, UserId user) => l.Pick(
        Html.Of($"<b>Блокируем клиента</b> <code>{user.Value}</code>\n\nНапишите причину: её увидят только админы. Начатое доделаем, деньги останутся на балансе."),
        Html.Of($"<b>Blocking</b> <code>{user.Value}</code>\n\nWrite the reason; only admins will see it. Work under way is finished, the money stays on the balance."));

    public static Html Blocking(Language l, BlockOutcome outcome) => outcome switch
    {
        BlockOutcome.Done => l.Pick(Html.Of($"Заблокирован."), Html.Of($"Blocked.")),
        BlockOutcome.NoChange => l.Pick(Html.Of($"Уже был заблокирован."), Html.Of($"Was blocked already.")),
        BlockOutcome.UnknownPerson => Nobody(l),
        BlockOutcome.IsAdmin => l.Pick(Html.Of($"⚠️ Админа нельзя заблокировать: сначала снимите с него права."), Html.Of($"⚠️ An admin cannot be blocked: take their rights first.")),
    };

    public static Html Unblocking(Language l, BlockOutcome outcome) => outcome switch
    {
        BlockOutcome.Done => l.Pick(Html.Of($"Разблокирован."), Html.Of($"Unblocked.")),
        BlockOutcome.NoChange or BlockOutcome.IsAdmin => l.Pick(Html.Of($"Не был заблокирован."), Html.Of($"Was not blocked.")),
        BlockOutcome.UnknownPerson => Nobody(l),
    };
}
