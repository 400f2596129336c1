using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Dashboard;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Pages that say why there is no other.</summary>
internal static class Messages
{
    public static DeskAnswer.Page NotFound(Language l) => Of(
        StatusCodes.Status404NotFound, l.Pick("Такой страницы нет", "There is no such page"),
        l.Pick("Возможно, запись удалена или в адресе опечатка.", "It may have been deleted, or the address is mistyped."));

    public static DeskAnswer.Page Forbidden(Language l, string role) => Of(
        StatusCodes.Status403Forbidden, l.Pick("Здесь нужны другие права", "This needs other rights"),
        l.Pick(
            $"Ваша роль: {role}. Попросите владельца о нужной: он меняет её в чате, «Админы».",
            $"Your role: {role}. Ask an owner for the one you need: it is changed in the chat, under Admins."));

    public static DeskAnswer.Page RoleChanged(Language l) => Of(
        StatusCodes.Status403Forbidden, l.Pick("Ваша роль изменилась", "Your role has changed"),
        l.Pick("Сеанс завершён. Попросите новую ссылку в чате: /dashboard.", "The session has ended. Ask for a new link in the chat: /dashboard."));

    public static DeskAnswer.Page WhoAreYou(Language l) => Of(
        StatusCodes.Status401Unauthorized, l.Pick("Войдите по ссылке из чата", "Sign in by a link from the chat"),
        l.Pick(
            "Отправьте боту /dashboard и откройте ссылку, которая придёт. Пароля здесь нет.",
            "Send /dashboard to the bot and open the link that comes. There is no password here."));

    public static DeskAnswer.Page Refused(Language l, EntryResult result) => result switch
    {
        EntryResult.UsedBefore => Of(
            StatusCodes.Status410Gone, l.Pick("Ссылкой уже вошли", "The link has been used"),
            l.Pick(
                "Она действует один раз. Если это были не вы, нажмите в чате «Выйти везде» и попросите новую: /dashboard.",
                "It works once. If it was not you, press Sign out everywhere in the chat and ask for a new one: /dashboard.")),
        EntryResult.RoleChanged => RoleChanged(l),
        _ => Of(
            StatusCodes.Status410Gone, l.Pick("Ссылка больше не действует", "The link works no more"),
            l.Pick("Ей больше десяти минут, или её отозвали. Попросите новую в чате: /dashboard.", "It is over ten minutes old or was taken back. Ask for a new one in the chat: /dashboard.")),
    };

    public static DeskAnswer.Page Unusable(Language l, string why) =>
        Of(StatusCodes.Status400BadRequest, l.Pick("Так не получится", "That does not work"), why);

    public static DeskAnswer.Page Foreign(Language l) => Of(
        StatusCodes.Status400BadRequest, l.Pick("Форма устарела", "The form is out of date"),
        l.Pick("Откройте страницу заново и повторите. Ничего не изменено.", "Open the page again and repeat. Nothing has changed."));

    public static DeskAnswer.Page Left(Language l) => Of(
        StatusCodes.Status200OK, l.Pick("Вы вышли", "You are signed out"),
        l.Pick("Новая ссылка: /dashboard в чате.", "A new link: /dashboard in the chat."));

    public static DeskAnswer.Page Opening(Language l) => Of(
        StatusCodes.Status503ServiceUnavailable, l.Pick("Магазин открывается", "The shop is opening"),
        l.Pick("Обновите страницу через полминуты.", "Reload the page in half a minute."));

    public static DeskAnswer.Page Trouble(Language l, Cid cid) => Of(
        StatusCodes.Status500InternalServerError, l.Pick("Что-то пошло не так", "Something went wrong"),
        l.Pick($"Запись об этом есть в журнале сервера, номер {cid.Value}.", $"It is in the server’s log under {cid.Value}."));

    private static DeskAnswer.Page Of(int status, string title, string text) =>
        new(title, typeof(MessagePage), new MessageModel(title, text), status);
}
