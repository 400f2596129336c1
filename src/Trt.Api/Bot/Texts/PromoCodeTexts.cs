using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice.Promos;
using Trt.Application.Growth;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Promo codes behind the counter: made, watched, stopped.</summary>
internal static class PromoCodeTexts
{
    public static string Entry(Language l) => l.Pick("🎟 Промокоды", "🎟 Promo codes");

    public static Html Title(Language l, bool isEmpty) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Промокоды</b>"), Html.Of($"<b>Promo codes</b>")),
        isEmpty ? l.Pick(Html.Of($"Пока ни одного."), Html.Of($"None yet.")) : Html.Empty);

    public static string New(Language l) => l.Pick("➕ Новый код", "➕ A new code");

    public static string Row(Language l, PromoStanding standing) =>
        $"{(standing.CanBeUsed ? "🟢" : "⚪️")} {standing.Promo.Code} · {Gives(l, standing.Promo.Value)} · {standing.Promo.Uses}/{standing.Promo.UsesMax}";

    public static string Kind(Language l, PromoKind kind) => kind switch
    {
        PromoKind.Money => l.Pick("💰 Деньги на баланс", "💰 Money"),
        PromoKind.TopUpPercent => l.Pick("📈 Процент к пополнению", "📈 Percent on a top-up"),
        PromoKind.FreeGenerations => l.Pick("🎁 Бесплатные генерации", "🎁 Free generations"),
    };

    public static Html AskKind(Language l) => l.Pick(Html.Of($"<b>Что даёт код?</b>"), Html.Of($"<b>What does the code give?</b>"));

    public static Html AskValue(Language l, PromoKind kind) => kind switch
    {
        PromoKind.Money => l.Pick(
            Html.Of($"<b>Сколько денег?</b>\n\nПришлите сумму в рублях, до 10 000: например <code>150</code>."),
            Html.Of($"<b>How much money?</b>\n\nSend an amount in rubles, up to 10 000: for example <code>150</code>.")),
        PromoKind.TopUpPercent => l.Pick(
            Html.Of($"<b>Какой процент и не больше скольких рублей?</b>\n\nНапример <code>20 500</code>: двадцать процентов, но не больше 500 рублей."),
            Html.Of($"<b>What percent, and at most how many rubles?</b>\n\nFor example <code>20 500</code>: twenty percent, but at most 500 rubles.")),
        PromoKind.FreeGenerations => l.Pick(
            Html.Of($"<b>Сколько генераций?</b>\n\nЧисло до 1000: например <code>5</code>."), Html.Of($"<b>How many generations?</b>\n\nA number up to 1000: for example <code>5</code>.")),
    };

    public static Html BadValue(Language l) => l.Pick(Html.Of($"⚠️ Так не получится, посмотрите пример."), Html.Of($"⚠️ That does not work, please look at the example."));

    public static Html Form(Language l, PromoForm form) => Html.Paragraphs(
        l.Pick(Html.Of($"<b>Новый промокод</b>"), Html.Of($"<b>A new promo code</b>")),
        Html.Lines(
            l.Pick(Html.Of($"Даёт: {Gives(l, form.Value)}"), Html.Of($"Gives: {Gives(l, form.Value)}")),
            l.Pick(Html.Of($"Сколько раз: {form.Uses}, каждому один раз"), Html.Of($"Uses: {form.Uses}, once for each")),
            l.Pick(Html.Of($"Срок: {Days(l, form.Days)}"), Html.Of($"Lasts: {Days(l, form.Days)}")),
            form.Code.Length == 0
                ? l.Pick(Html.Of($"Код: придумает магазин. Хотите свой — пришлите его сообщением."), Html.Of($"Code: the shop makes one up. To have your own, send it as a message."))
                : l.Pick(Html.Of($"Код: <code>{form.Code}</code>"), Html.Of($"Code: <code>{form.Code}</code>"))));

    public static Html BadCode(Language l) => l.Pick(
        Html.Of($"⚠️ В коде от {PromoCode.LengthMin} до {PromoCode.LengthMax} букв, цифр, - и _."),
        Html.Of($"⚠️ A code has {PromoCode.LengthMin} to {PromoCode.LengthMax} letters, digits, - or _."));

    public static string Times(Language l, int uses) => l.Count(uses, ("раз", "раза", "раз"), ("use", "uses"));

    public static string Days(Language l, int days) => days == 0 ? l.Pick("без срока", "no end") : l.Count(days, ("день", "дня", "дней"), ("day", "days"));

    public static string Make(Language l) => l.Pick("✅ Создать…", "✅ Make it…");

    public static Html Sure(Language l, PromoForm form) => Html.Paragraphs(
        Form(l, form),
        form.Exposure.IsZero
            ? l.Pick(Html.Of($"⚠️ Точно создать?"), Html.Of($"⚠️ Make it?"))
            : l.Pick(Html.Of($"⚠️ Точно создать? Раздать можно до <b>{form.Exposure.In(l)}</b>."), Html.Of($"⚠️ Make it? It can give away up to <b>{form.Exposure.In(l)}</b>.")));

    public static string Surely(Language l) => l.Pick("Да, создать", "Yes, make it");

    public static Html Outdated(Language l) => l.Pick(Html.Of($"☝️ Эта форма уже не действует, начните заново."), Html.Of($"☝️ This form is out of date, please begin anew."));

    public static Html Made(Language l, CreatePromoResult result) => result switch
    {
        CreatePromoResult.Created made => l.Pick(
            Html.Of($"✅ Готово: <code>{made.Promo.Code}</code>"), Html.Of($"✅ Done: <code>{made.Promo.Code}</code>")),
        CreatePromoResult.Exists exists => l.Pick(
            Html.Of($"☝️ Код <code>{exists.Promo.Code}</code> уже был. Придумайте другой."), Html.Of($"☝️ <code>{exists.Promo.Code}</code> was there before. Please choose another.")),
        _ => throw new InvalidOperationException($"No words for {result.GetType().Name}"),
    };

    public static Html Card(Language l, PromoSheet sheet)
    {
        var promo = sheet.Standing.Promo;
        return Html.Paragraphs(
            Html.Of($"{(sheet.Standing.CanBeUsed ? "🟢" : "⚪️")} <code>{promo.Code}</code>"),
            Html.Lines(
                l.Pick(Html.Of($"Даёт: {Gives(l, promo.Value)}"), Html.Of($"Gives: {Gives(l, promo.Value)}")),
                l.Pick(Html.Of($"Использован: {promo.Uses} из {promo.UsesMax}"), Html.Of($"Used: {promo.Uses} of {promo.UsesMax}")),
                promo.ExpiresAt is { } end
                    ? l.Pick(Html.Of($"Действует до {AdminTexts.Moment(end)}"), Html.Of($"Until {AdminTexts.Moment(end)}"))
                    : l.Pick(Html.Of($"Без срока"), Html.Of($"No end")),
                l.Pick(
                    Html.Of($"Создан {AdminTexts.Moment(promo.CreatedAt)}, {AuditTexts.Who(l, promo.CreatedBy)}"),
                    Html.Of($"Made {AdminTexts.Moment(promo.CreatedAt)}, {AuditTexts.Who(l, promo.CreatedBy)}"))),
            sheet.Uses.Items.Count == 0
                ? l.Pick(Html.Of($"Ещё никто не воспользовался."), Html.Of($"Nobody has used it yet."))
                : Html.Lines([.. sheet.Uses.Items.Select(use => Html.Of($"• {Words.Shorten(use.Name, 30)}, {AdminTexts.Moment(use.At)}"))]));
    }

    public static Html Unknown(Language l) => l.Pick(Html.Of($"Такого кода нет."), Html.Of($"There is no such code."));

    public static string Stop(Language l) => l.Pick("⏹ Выключить", "⏹ Switch it off");

    public static Html StopQuestion(Language l) => l.Pick(
        Html.Of($"Выключить код? Им больше никто не воспользуется; что он дал, остаётся."), Html.Of($"Switch it off? Nobody can use it any more; what it gave stays."));

    public static string StopSurely(Language l) => l.Pick("Да, выключить", "Yes, switch it off");

    public static string Gives(Language l, PromoValue value) => value switch
    {
        PromoValue.MoneyGift gift => gift.Amount.In(l),
        PromoValue.TopUpPercent percent => l.Pick($"+{percent.Percent} % к пополнению, до {percent.BonusMax.In(l)}", $"+{percent.Percent} % on a top-up, up to {percent.BonusMax.In(l)}"),
        PromoValue.FreeGenerations free => l.Count(free.Count, ("генерация", "генерации", "генераций"), ("generation", "generations")),
        _ => throw new InvalidOperationException($"No words for {value.GetType().Name}"),
    };
}
