using Trt.Application.Contracts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the supplier has changed about its models, for those behind the counter. The changes themselves are in words of the catalog.</summary>
internal static class AdminContractTexts
{
    private const int LinesMax = 10;
    private const int LineLengthMax = 140;

    public static string Contracts(Language l) => l.Pick("🧩 Изменения моделей", "🧩 Changed models");

    public static Html Title(Language l, int looked, bool isQuiet) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Изменения у поставщика</b>"), Html.Of($"<b>Changes at the supplier</b>")),
        isQuiet
            ? l.Pick(Html.Of($"✅ Изменений нет. Проверено моделей: {looked}."), Html.Of($"✅ No changes. Models looked at: {looked}."))
            : l.Pick(
                Html.Of($"🔴 не продаётся, ждёт вашего решения · 🟡 продаётся с отличиями · ⚪️ мелочи"),
                Html.Of($"🔴 not sold, waits for your word · 🟡 sold although it differs · ⚪️ small things")));

    public static string Button(Language l, ModelTitles titles, ContractView contract) =>
        $"{Mark(contract)} {titles.Of(l, contract.Model)}";

    public static Html Model(Language l, ModelTitles titles, ContractView contract) => Html.Paragraphs(
        Html.Lines(
            Html.Of($"{Mark(contract)} <b>{titles.Of(l, contract.Model)}</b> <code>{contract.Model.Value}</code>"),
            contract.OffSale is null
                ? l.Pick(Html.Of($"Продаётся."), Html.Of($"On sale."))
                : l.Pick(
                    Html.Of($"Не продаётся: заказы на изменившуюся модель сорвались бы."),
                    Html.Of($"Not sold: orders would break on what has changed."))),
        Differences(l.Pick(Html.Of($"<b>Ломает заказы</b>"), Html.Of($"<b>Breaks orders</b>")), contract.Unsafe, l),
        Differences(l.Pick(Html.Of($"<b>Не мешает</b>"), Html.Of($"<b>Does no harm</b>")), contract.Safe, l),
        contract.Trouble is { } trouble
            ? l.Pick(Html.Of($"Последний раз прочитать не удалось: {Shown(trouble)}"), Html.Of($"It could not be read last time: {Shown(trouble)}"))
            : Html.Empty,
        Html.Lines(
            l.Pick(Html.Of($"Проверено: {AdminTexts.Moment(contract.AskedAt)}"), Html.Of($"Looked at: {AdminTexts.Moment(contract.AskedAt)}")),
            contract.OffSale is null
                ? Html.Empty
                : l.Pick(
                    Html.Of($"Исправьте карточку или продавайте как есть. Вернёт поставщик прежнее — модель вернётся сама."),
                    Html.Of($"Mend the card, or sell it as it is. If the supplier takes the change back, it is on sale again by itself."))));

    public static Html Unknown(Language l, ModelTitles titles, ModelId model) => l.Pick(
        Html.Of($"Модель «{titles.Of(l, model)}» ещё не проверялась."),
        Html.Of($"{titles.Of(l, model)} has not been looked at yet."));

    public static string Agree(Language l) => l.Pick("✅ Продавать как есть", "✅ Sell it as it is");

    public static Html Outcome(Language l, AcceptContractOutcome outcome) => outcome switch
    {
        AcceptContractOutcome.Accepted => l.Pick(
            Html.Of($"✅ Принято и записано. Модель снова продаётся."), Html.Of($"✅ Accepted and written down. It is on sale again.")),
        AcceptContractOutcome.NothingToAccept => l.Pick(
            Html.Of($"☝️ Принимать нечего: решение уже принято."), Html.Of($"☝️ Nothing waits for a word here any more.")),
        AcceptContractOutcome.ChangedSince => l.Pick(
            Html.Of($"☝️ Поставщик изменил её ещё раз. Прочитайте, прежде чем принимать:"),
            Html.Of($"☝️ The supplier has changed it again. Please read before you accept:")),
    };

    private static Html Differences(Html title, IReadOnlyList<string> lines, Language l) => lines.Count == 0
        ? Html.Empty
        : Html.Lines(
        [
            title,
            .. lines.Take(LinesMax).Select(line => Html.Of($"• {Shown(line)}")),
            lines.Count > LinesMax
                ? l.Pick(Html.Of($"… и ещё {lines.Count - LinesMax}"), Html.Of($"… and {lines.Count - LinesMax} more"))
                : Html.Empty,
        ]);

    private static string Shown(string text) => Words.Shorten(text, LineLengthMax);

    private static string Mark(ContractView contract) => contract switch
    {
        { OffSale: not null } => "🔴",
        { Unsafe.Count: > 0 } => "🟡",
        _ => "⚪️",
    };
}
