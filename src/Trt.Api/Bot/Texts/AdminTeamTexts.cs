using Trt.Application.BackOffice.Admins;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Who is behind the counter.</summary>
internal static class AdminTeamTexts
{
    public static Html Title(Language l) => l.Pick(
        Html.Of($"<b>Админы</b>\n\nВидят клиентов, меняют баланс в пределах лимита, блокируют. Владельцы могут всё."),
        Html.Of($"<b>Admins</b>\n\nThey see customers, change balances within a limit, and block. Owners may do everything."));

    public static Html Owners(Language l, IReadOnlyList<UserId> owners) => l.Pick(
        Html.Of($"Владельцы: {string.Join(", ", owners)}"),
        Html.Of($"Owners: {string.Join(", ", owners)}"));

    public static Html Alone(Language l) => l.Pick(Html.Of($"Других админов пока нет."), Html.Of($"There are no other admins yet."));

    public static string Row(Language l, AdminSummary admin) => l.Pick(
        $"{Name(admin)} · до {admin.DailyLimit.In(l)} в день",
        $"{Name(admin)} · up to {admin.DailyLimit.In(l)} a day");

    public static Html Member(Language l, AdminSummary admin) => l.Pick(
        Html.Of($"<b>{Name(admin)}</b> <code>{admin.UserId.Value}</code>\n\nЛимит зачислений: {admin.DailyLimit.In(l)} в день, сегодня {admin.SpentToday.In(l)}\nНазначен {AdminTexts.Moment(admin.AppointedAt)}, {admin.AppointedBy}"),
        Html.Of($"<b>{Name(admin)}</b> <code>{admin.UserId.Value}</code>\n\nMay credit {admin.DailyLimit.In(l)} a day, today {admin.SpentToday.In(l)}\nAppointed {AdminTexts.Moment(admin.AppointedAt)}, {admin.AppointedBy}"));

    public static string AppointButton(Language l) => l.Pick("➕ Добавить админа", "➕ Add an admin");

    public static Html Appoint(Language l) => l.Pick(
        Html.Of($"<b>Новый админ</b>\n\nПришлите его номер, только цифры. Он должен хотя бы раз написать боту."),
        Html.Of($"<b>A new admin</b>\n\nSend their id, digits only. They must have written to the bot before."));

    public static Html OnlyNumbers(Language l) => l.Pick(
        Html.Of($"⚠️ Нужен номер цифрами: имена в мессенджере переходят к другим людям."),
        Html.Of($"⚠️ Please send the id in digits: names in the messenger change hands."));

    public static Html Result(Language l, AppointResult result) => result switch
    {
        AppointResult.Appointed done => l.Pick(
            Html.Of($"✅ Готово, лимит {done.DailyLimit.In(l)} в день."), Html.Of($"✅ Done, the limit is {done.DailyLimit.In(l)} a day.")),
        AppointResult.LimitChanged done => l.Pick(
            Html.Of($"✅ Лимит: {done.Before.In(l)} → {done.DailyLimit.In(l)} в день."), Html.Of($"✅ Limit: {done.Before.In(l)} → {done.DailyLimit.In(l)} a day.")),
        AppointResult.IsOwner => l.Pick(Html.Of($"⚠️ Это владелец, ему можно всё."), Html.Of($"⚠️ This is an owner, who may do everything.")),
        AppointResult.UnknownPerson => l.Pick(
            Html.Of($"⚠️ Этот человек ещё не писал боту. Проверьте номер."), Html.Of($"⚠️ This person has not written to the bot yet. Please check the id.")),
        AppointResult.IsBlocked => l.Pick(
            Html.Of($"⚠️ Этот клиент заблокирован. Сначала разблокируйте его."), Html.Of($"⚠️ This customer is blocked. Unblock them first.")),
        _ => throw new InvalidOperationException($"No words for {result.GetType().Name}"),
    };

    public static string LimitButton(Language l) => l.Pick("💰 Лимит", "💰 Limit");

    public static Html Limit(Language l, UserId user) => l.Pick(
        Html.Of($"<b>Лимит админа</b> <code>{user.Value}</code>\n\nСколько рублей в день он может зачислять? 0 — нисколько."),
        Html.Of($"<b>Limit of admin</b> <code>{user.Value}</code>\n\nHow many rubles a day may they credit? 0 is none."));

    public static Html BadLimit(Language l) => l.Pick(
        Html.Of($"⚠️ Нужна сумма в рублях цифрами, от 0 до 1 000 000."),
        Html.Of($"⚠️ Please send an amount of rubles in digits, from 0 to 1 000 000."));

    public static string DismissButton(Language l) => l.Pick("🚪 Снять права", "🚪 Take the rights");

    public static Html DismissQuestion(Language l, UserId user) => l.Pick(
        Html.Of($"Снять права админа с <code>{user.Value}</code>?"),
        Html.Of($"Take the admin rights from <code>{user.Value}</code>?"));

    public static string DismissSurely(Language l) => l.Pick("Да, снять", "Yes, take them");

    public static Html Dismissed(Language l) => l.Pick(Html.Of($"Права сняты."), Html.Of($"The rights are taken."));

    private static string Name(AdminSummary admin) => admin.Name.Length > 0 ? Words.Shorten(admin.Name, 30) : admin.UserId.ToString();
}
