using Trt.Application.BackOffice.Admins;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Who is behind the counter.</summary>
internal static class AdminTeamTexts
{
    public static Html Title(Language l) => l.Pick(
        Html.Of($"<b>Админы</b>\n\n{RolesIn(l)}\n\nВладельцы могут всё."),
        Html.Of($"<b>Admins</b>\n\n{RolesIn(l)}\n\nOwners may do everything."));

    public static string Role(Language l, AdminRole role) => role switch
    {
        AdminRole.Owner => l.Pick("владелец", "owner"),
        AdminRole.Admin => l.Pick("админ", "admin"),
        AdminRole.Limited => l.Pick("админ с лимитом", "admin with a limit"),
        AdminRole.Support => l.Pick("поддержка", "support"),
        AdminRole.None => l.Pick("без прав", "no rights"),
    };

    /// <summary>What somebody with this role can do, in one line.</summary>
    public static string Does(Language l, AdminRole role) => role switch
    {
        AdminRole.Owner => l.Pick("всё: и деньги, и права, и данные", "everything: money, rights and data"),
        AdminRole.Admin => l.Pick("цены, настройки, рассылки, баланс без дневного лимита", "prices, settings, news, balances without a daily limit"),
        AdminRole.Limited => l.Pick("клиенты, блокировки, баланс в пределах лимита", "customers, blocks, balances within a limit"),
        AdminRole.Support => l.Pick("видит клиентов и заказы, ничего не меняет", "sees customers and orders, changes nothing"),
        AdminRole.None => l.Pick("ничего", "nothing"),
    };

    public static string RoleButton(Language l, AdminRole role) => role switch
    {
        AdminRole.Owner => l.Pick("👑 Владелец", "👑 Owner"),
        AdminRole.Admin => l.Pick("🛠 Админ", "🛠 Admin"),
        AdminRole.Limited => l.Pick("💰 Админ с лимитом", "💰 Admin with a limit"),
        AdminRole.Support => l.Pick("💬 Поддержка", "💬 Support"),
        AdminRole.None => l.Pick("Без прав", "No rights"),
    };

    public static Html Choose(Language l, UserId user, string name) => l.Pick(
        Html.Of($"<b>Кем будет {Words.Shorten(name, 30)}</b> <code>{user.Value}</code>?\n\n{RolesIn(l)}\n• {Role(l, AdminRole.Owner)}: {Does(l, AdminRole.Owner)}"),
        Html.Of($"<b>What will {Words.Shorten(name, 30)}</b> <code>{user.Value}</code> <b>be?</b>\n\n{RolesIn(l)}\n• {Role(l, AdminRole.Owner)}: {Does(l, AdminRole.Owner)}"));

    public static Html Sure(Language l, UserId user, AdminRole role) => l.Pick(
        Html.Of($"⚠️ <b>Точно?</b> <code>{user.Value}</code> — {Role(l, role)}.\n\nСможет: {Does(l, role)}. Права действуют сразу, снять их можно здесь же."),
        Html.Of($"⚠️ <b>Are you sure?</b> <code>{user.Value}</code> becomes {Role(l, role)}.\n\nThat is: {Does(l, role)}. It holds at once, and can be taken back here."));

    public static string Surely(Language l, AdminRole role) => l.Pick($"Да, {Role(l, role)}", $"Yes, {Role(l, role)}");

    public static Html Owners(Language l, IReadOnlyList<UserId> owners) => l.Pick(
        Html.Of($"Владельцы: {string.Join(", ", owners)}"),
        Html.Of($"Owners: {string.Join(", ", owners)}"));

    public static Html Alone(Language l) => l.Pick(Html.Of($"Других админов пока нет."), Html.Of($"There are no other admins yet."));

    public static string Row(Language l, AdminSummary admin) => admin.Role == AdminRole.Limited
        ? l.Pick($"{Name(admin)} · до {admin.DailyLimit.In(l)} в день", $"{Name(admin)} · up to {admin.DailyLimit.In(l)} a day")
        : $"{Name(admin)} · {Role(l, admin.Role)}";

    public static Html Member(Language l, AdminSummary admin) => l.Pick(
        Html.Of($"<b>{Name(admin)}</b> <code>{admin.UserId.Value}</code> · {Role(l, admin.Role)}\n\n{Limit(l, admin)}Может: {Does(l, admin.Role)}\nНазначение: {AdminTexts.Moment(admin.AppointedAt)}, {AuditTexts.Who(l, admin.AppointedBy)}"),
        Html.Of($"<b>{Name(admin)}</b> <code>{admin.UserId.Value}</code> · {Role(l, admin.Role)}\n\n{Limit(l, admin)}May: {Does(l, admin.Role)}\nAppointed: {AdminTexts.Moment(admin.AppointedAt)}, {AuditTexts.Who(l, admin.AppointedBy)}"));

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
            Html.Of($"✅ Готово: {Role(l, done.Role)}{(done.Role == AdminRole.Limited ? $", лимит {done.DailyLimit.In(l)} в день" : "")}."),
            Html.Of($"✅ Done: {Role(l, done.Role)}{(done.Role == AdminRole.Limited ? $", the limit is {done.DailyLimit.In(l)} a day" : "")}.")),
        AppointResult.RoleChanged done => l.Pick(
            Html.Of($"✅ Роль: {Role(l, done.Before)} → {Role(l, done.Role)}. Действует сразу."), Html.Of($"✅ Role: {Role(l, done.Before)} → {Role(l, done.Role)}. It holds at once.")),
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

    private static string RolesIn(Language l) => string.Join(
        '\n', new[] { AdminRole.Support, AdminRole.Limited, AdminRole.Admin }.Select(role => $"• {Role(l, role)}: {Does(l, role)}"));

    private static string Limit(Language l, AdminSummary admin) => admin.Role != AdminRole.Limited ? "" : l.Pick(
        $"Лимит зачислений: {admin.DailyLimit.In(l)} в день, сегодня {admin.SpentToday.In(l)}\n",
        $"May credit {admin.DailyLimit.In(l)} a day, today {admin.SpentToday.In(l)}\n");

    private static string Name(AdminSummary admin) => admin.Name.Length > 0 ? Words.Shorten(admin.Name, 30) : admin.UserId.ToString();
}
