using System.Globalization;
using Trt.Application.Generations;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The gallery of a customer's own works.</summary>
internal static class HistoryTexts
{
    private const int WordsShown = 60;
    private const int WordsLengthMax = 700;

    public static string Sign(OutputKind? kind) => kind switch
    {
        OutputKind.Image => "🖼",
        OutputKind.Video => "🎬",
        OutputKind.Audio => "🎵",
        OutputKind.Text => "📝",
        null => "📚",
    };

    public static string Everything(Language l) => l.Pick("Все", "All");

    public const string Favourites = "⭐";

    public static string FavouritesButton(Language l) => l.Pick("⭐ Избранное", "⭐ Favourites");

    public static string Search(Language l) => l.Pick("🔎 Найти по описанию", "🔎 Search the texts");

    public static string Delete(Language l) => l.Pick("🗑 Удалить", "🗑 Delete");

    public static string DeleteHere(Language l) => l.Pick("🗑 Из истории", "🗑 From the history");

    public static string Deleted(Language l) => l.Pick("Удалено из истории. Чек остался.", "Deleted from the history. The receipt stays.");

    public static string UnderWay(Language l) =>
        l.Pick("Заказ ещё в работе, удалить можно после.", "This order is still being worked on; it can be deleted afterwards.");

    /// <summary>A filter that is on says so.</summary>
    public static string Chosen(string label, bool isOn) => isOn ? $"• {label}" : label;

    public static Html Title(Language l, HistoryPage page) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Ваши работы</b>"), Html.Of($"<b>Your works</b>")),
        page.SearchedFor is { } words
            ? l.Pick(Html.Of($"Найдено по словам «{words}»:"), Html.Of($"Found for “{words}”:"))
            : Html.Empty);

    public static Html Nothing(Language l, HistoryPage page) => page switch
    {
        { Works.Number: > 1 } => l.Pick(Html.Of($"Дальше ничего нет."), Html.Of($"There is nothing further on.")),
        { SearchedFor: not null } => l.Pick(
            Html.Of($"С такими словами ничего нет. Попробуйте короче: хватит части слова."),
            Html.Of($"Nothing has these words. Try fewer: a part of a word is enough.")),
        { Filter.IsFavourites: true } => l.Pick(
            Html.Of($"Здесь будет то, что вы отметите ⭐ под результатом."),
            Html.Of($"What you mark with ⭐ below a result will be here.")),
        { Filter.Kind: not null } => l.Pick(Html.Of($"Таких работ пока нет."), Html.Of($"There are no works of this kind yet.")),
        _ => GenerationTexts.NoHistory(l),
    };

    /// <summary>One work in the list: what it is, and below it what it was made with, when, for how much, and how it stands.</summary>
    public static Html Line(Language l, int number, Work work) => Html.Of(
        $"{number}. {Sign(work.Card?.Output)} {(work.Generation.IsFavourite ? "⭐ " : "")}<b>{Name(work, l, WordsShown)}</b>\n     {ModelOf(l, work)} · {Day(work.OrderedAt)} · {Price(l, work)} · {State(l, work)}");

    public static string Button(Language l, Work work) =>
        $"{State(l, work)} · {Sign(work.Card?.Output)} {Name(work, l, 40)}";

    public static Html Card(Language l, Work work) => Html.Paragraphs(
        Html.Of($"{Sign(work.Card?.Output)} <b>{ModelOf(l, work)}</b> · {State(l, work)}"),
        work.Words is { } words ? Html.Of($"<blockquote>{Words.Shorten(words, WordsLengthMax)}</blockquote>") : Html.Empty,
        Html.Of($"{Moment(work.OrderedAt)} · {Price(l, work)}"));

    public static Html AskDelete(Language l, Work work) => Html.Paragraphs(
        Html.Of($"<b>{Name(work, l, WordsShown)}</b>"),
        l.Pick(
            Html.Of($"Удалить из истории? То, что уже в чате, останется в чате, а чек — в чеках."),
            Html.Of($"Delete it from the history? What is in the chat stays in the chat, and the receipt among the receipts.")));

    public static Html AskSearch(Language l) => l.Pick(
        Html.Of($"<b>Что ищем?</b>\n\nНапишите слово из описания своей работы, хватит и части."),
        Html.Of($"<b>What are you looking for?</b>\n\nWrite a word from your text; a part of it will do."));

    public static string ZoneButton(Language l) => l.Pick("🕒 Моё время", "🕒 My time");

    public static Html AskZone(Language l) => l.Pick(
        Html.Of($"<b>Который у вас час?</b>\n\nНажмите своё время: по нему пойдут даты в истории и имена файлов."),
        Html.Of($"<b>What time is it where you are?</b>\n\nPress your time: the dates in your history and the names of files will follow it."));

    public static string ZoneKept(Language l, TimeSpan zone) => l.Pick($"Ваше время: {Utc(zone)}.", $"Your time: {Utc(zone)}.");

    private static string Utc(TimeSpan zone) =>
        string.Create(CultureInfo.InvariantCulture, $"UTC{(zone < TimeSpan.Zero ? '−' : '+')}{zone:h\\:mm}");

    /// <summary>What was forgotten says so; how it ended is in its receipt.</summary>
    private static string State(Language l, Work work) =>
        work.Generation.ForgottenAt is null ? GenerationTexts.Status(l, work.Generation.Status) : PrivacyTexts.Vanished(l);

    private static string Name(Work work, Language l, int lengthMax) => Words.Shorten(work.Words ?? ModelOf(l, work), lengthMax);

    private static string ModelOf(Language l, Work work) => work.Card?.Title.In(l) ?? work.Generation.Model.Value;

    private static string Price(Language l, Work work) => work switch
    {
        { Generation.IsPaid: false } => l.Pick("бесплатно", "free"),
        { Taken.IsZero: true } => l.Pick("не списано", "not charged"),
        _ => work.Taken.In(l),
    };

    private static string Day(DateTimeOffset at) => at.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
