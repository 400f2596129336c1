using System.Globalization;
using Trt.Api.Bot.Routes;
using Trt.Application.BackOffice.Settings;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>The settings of the shop in words of people.</summary>
internal static class SettingTexts
{
    private const int ValueShownMax = 40;

    /// <summary>What it is called in both languages, and what it is for; the English of that stands beside the setting itself.</summary>
    private static readonly Dictionary<string, (string Ru, string En, string Help)> Names = new()
    {
        ["rate"] = ("Курс доллара", "Dollar rate", "Рублей за доллар; входит в каждую цену."),
        ["markup"] = ("Наценка", "Markup", "На сколько умножается цена поставщика; входит в каждую цену."),
        ["welcome.balance"] = ("Подарок новичку", "Welcome gift", "Сколько новый клиент находит на балансе."),
        ["free.per_day"] = ("Бесплатных в день", "Free a day", "Бесплатных генераций одному клиенту; день кончается в полночь по Москве."),
        ["free.per_hour"] = ("Бесплатных в час", "Free an hour", "Не больше стольких за час; 0 — без этого предела."),
        ["free.per_day_in_all"] = ("Бесплатных всем за день", "Free for all a day", "Сколько весь магазин дарит за день, сколько бы людей ни пришло."),
        ["free.models"] = ("Бесплатные модели", "Free models", "Что можно взять бесплатно. Пока не задано, решают карточки."),
        ["topup.amounts"] = ("Суммы на кнопках", "Amounts on buttons", "Суммы пополнения, у которых есть кнопка."),
        ["topup.min"] = ("Наименьшее пополнение", "Least top-up", "Меньше за один раз не внести."),
        ["topup.max"] = ("Наибольшее пополнение", "Largest top-up", "Больше за один раз не внести."),
        ["topup.stars_per_ruble"] = ("Звёзд за рубль", "Stars for a ruble", "Цена рубля в звёздах; 0 — звёзды не принимаем."),
        ["topup.invoice_min"] = ("Наименьший счёт картой", "Least card invoice", "Меньшую сумму картой в чате мессенджер не примет."),
        ["topup.ways"] = ("Способы оплаты в чате", "Ways to pay in the chat", "Какие из подключённых способов предлагать в мессенджере; «none» — все."),
        ["pace.starts_per_ten_seconds"] = ("Запусков за 10 секунд", "Starts in 10 seconds", "Сколько заказов уходит поставщику за десять секунд."),
        ["pace.reads_per_second"] = ("Проверок в секунду", "Looks a second", "Сколько раз в секунду спрашиваем о готовности."),
        ["pace.running_max"] = ("Заказов одновременно", "Orders at a time", "Сколько работ магазина идёт у поставщика сразу."),
        ["order.grace_seconds"] = ("Секунд на отмену", "Seconds to take back", "Сколько секунд заказ можно отменить наверняка; 0 — уходит сразу."),
        ["order.starts_paused"] = ("Запуск остановлен", "Starts are paused", "Пока включено, ничего не запускается; заказы могут подождать."),
        ["order.wait_minutes_max"] = ("Минут ожидания", "Minutes of waiting", "Сколько минут заказ ждёт запуска, прежде чем деньги вернутся."),
        ["price.rise_alone_percent"] = ("Рост цены без вопросов, %", "Rise without asking, %", "Настолько цена поставщика растёт сама, дальше спросим вас."),
        ["price.fall_alone_percent"] = ("Падение цены без вопросов, %", "Fall without asking, %", "Настолько она падает сама, дальше спросим вас."),
        ["price.age_hours_max"] = ("Часов доверия цене", "Hours a price holds", "Цена, которую дольше не удаётся прочитать, снимает модель с продажи."),
        ["price.overcharge_percent_max"] = ("Перерасход, %", "Overcharge, %", "Если поставщик взял настолько больше, модель снимается с продажи."),
        ["health.pause_failures"] = ("Сбоев до паузы", "Failures before a pause", "Столько сбоев за час снимают модель с продажи; 0 — никогда."),
        ["health.pause_percent"] = ("Доля сбоев, %", "Share of failures, %", "И такой должна быть их доля за час."),
        ["health.probe_minutes"] = ("Минут до проверки", "Minutes before a look", "Через сколько минут проверяем модель на паузе; дальше вдвое реже."),
        ["growth.invitation_free"] = ("Подарок за приглашение", "Gift for an invitation", "Бесплатных генераций каждому из двоих."),
        ["growth.inviter_reward_at"] = ("Когда даём пригласившему", "When the inviter gets it", "За первую генерацию друга или за первую оплату."),
        ["growth.rewards_per_inviter"] = ("Наград одному в день", "Rewards of one a day", "Сколько приглашений одного человека награждаем за день."),
        ["growth.invitations_per_day"] = ("Приглашений за день", "Invitations a day", "Сколько приглашений всего магазина что-то дают за день."),
        ["growth.share_percent"] = ("Доля от первой оплаты, %", "Share of the first payment, %", "Часть первой оплаты друга, которая достаётся пригласившему; 0 — нет."),
        ["growth.share_max"] = ("Доля не больше", "Share at most", "Больше этой суммы доля не бывает."),
        ["growth.promo_misses_per_hour"] = ("Ошибок промокода в час", "Wrong promo codes an hour", "Столько раз можно ошибиться, потом подождать."),
        ["growth.gift_min"] = ("Подарок дома от", "Gift of the house from", "Самый маленький подарок, один раз каждому; 0 — подарка нет."),
        ["growth.gift_max"] = ("Подарок дома до", "Gift of the house up to", "Самый большой подарок."),
        ["growth.gifts_per_day"] = ("Подарков за день", "Gifts a day", "Сколько подарков всего за день."),
        ["growth.low_balance_notice"] = ("Напоминать о балансе", "Tell of a low balance", "Писать ли клиенту, что деньги кончаются."),
        ["text.support"] = ("Контакт поддержки", "Support contact", "К кому обращаться: @имя, ссылка или слова."),
        ["text.terms_ru"] = ("Условия по-русски", "Terms in Russian", "Свой текст условий; «none» — обычный."),
        ["text.terms_en"] = ("Условия по-английски", "Terms in English", "Свой текст условий по-английски; «none» — обычный."),
    };

    public static string Entry(Language l) => l.Pick("⚙️ Настройки", "⚙️ Settings");

    public static Html Title(Language l) => l.Pick(
        Html.Of($"<b>Настройки магазина</b>\n\nДействуют через пару секунд. Показанные цены держатся, пока не истекут."),
        Html.Of($"<b>Settings of the shop</b>\n\nThey hold within seconds. Prices that were shown hold until they expire."));

    public static string Group(Language l, SettingGroup group) => group switch
    {
        SettingGroup.Prices => l.Pick("💵 Цены", "💵 Prices"),
        SettingGroup.Gifts => l.Pick("🎁 Бесплатное", "🎁 Free things"),
        SettingGroup.TopUps => l.Pick("💳 Пополнения", "💳 Top-ups"),
        SettingGroup.Friends => l.Pick("🤝 Друзья и подарки", "🤝 Friends and gifts"),
        SettingGroup.Orders => l.Pick("🚦 Заказы", "🚦 Orders"),
        SettingGroup.Models => l.Pick("🩺 Здоровье моделей", "🩺 Health of models"),
        SettingGroup.Texts => l.Pick("📝 Тексты", "📝 Texts"),
    };

    /// <summary>Where a setting is found.</summary>
    public static SettingGroup GroupOf(string name) => name.Split('.')[0] switch
    {
        "rate" or "markup" or "price" => SettingGroup.Prices,
        "welcome" or "free" => SettingGroup.Gifts,
        "topup" => SettingGroup.TopUps,
        "growth" => SettingGroup.Friends,
        "order" or "pace" => SettingGroup.Orders,
        "health" => SettingGroup.Models,
        "text" => SettingGroup.Texts,
        _ => throw new InvalidOperationException($"{name} belongs to no group"),
    };

    public static string Name(Language l, string name) => Names.TryGetValue(name, out var known) ? l.Pick(known.Ru, known.En) : name;

    public static string Row(Language l, SettingView setting) => $"{Name(l, setting.Name)} · {Words.Shorten(Value(l, setting, setting.Value), ValueShownMax)}";

    public static string Help(Language l, SettingView setting) =>
        l == Language.Russian && Names.TryGetValue(setting.Name, out var known) ? known.Help : setting.Help;

    public static Html Sheet(Language l, SettingSheet sheet)
    {
        var setting = sheet.Setting;
        return Html.Paragraphs(
            Html.Of($"<b>{Name(l, setting.Name)}</b>"),
            Html.Of($"{Help(l, setting)}"),
            Html.Lines(
                l.Pick(Html.Of($"Сейчас: <b>{Value(l, setting, setting.Value)}</b>"), Html.Of($"Now: <b>{Value(l, setting, setting.Value)}</b>")),
                setting.IsChanged
                    ? l.Pick(Html.Of($"Обычно: {Value(l, setting, setting.Default)}"), Html.Of($"As a rule: {Value(l, setting, setting.Default)}"))
                    : l.Pick(Html.Of($"Это обычное значение."), Html.Of($"That is the usual value.")),
                l.Pick(Html.Of($"Может быть: {Bounds(l, setting.Shape)}"), Html.Of($"May be: {Bounds(l, setting.Shape)}"))),
            sheet.Last is { } last
                ? l.Pick(
                    Html.Of($"Менял {AuditTexts.Who(l, last.Actor)}, {AdminTexts.Moment(last.At)}: {Value(l, setting, last.Before ?? "")} → {Value(l, setting, last.After ?? "")}"),
                    Html.Of($"Changed by {AuditTexts.Who(l, last.Actor)}, {AdminTexts.Moment(last.At)}: {Value(l, setting, last.Before ?? "")} → {Value(l, setting, last.After ?? "")}"))
                : Html.Empty);
    }

    public static string Change(Language l) => l.Pick("✏️ Изменить", "✏️ Change");

    public static string Undo(Language l) => l.Pick("↩️ Отменить последнее", "↩️ Undo the last");

    public static string Reset(Language l) => l.Pick("♻️ Как обычно", "♻️ As usual");

    public static string ToGroups(Language l) => l.Pick("⚙️ Все настройки", "⚙️ All settings");

    public static Html Ask(Language l, SettingView setting) => l.Pick(
        Html.Of($"<b>{Name(l, setting.Name)}</b>\n\nСейчас: {Value(l, setting, setting.Value)}. Пришлите новое значение: {Bounds(l, setting.Shape)}."),
        Html.Of($"<b>{Name(l, setting.Name)}</b>\n\nNow: {Value(l, setting, setting.Value)}. Send the new value: {Bounds(l, setting.Shape)}."));

    public static Html Sure(Language l, SettingView setting, string before, string after) => l.Pick(
        Html.Of($"⚠️ <b>Точно?</b> {Name(l, setting.Name)}: {Value(l, setting, before)} → <b>{Value(l, setting, after)}</b>.\n\nЭто увидят все клиенты."),
        Html.Of($"⚠️ <b>Are you sure?</b> {Name(l, setting.Name)}: {Value(l, setting, before)} → <b>{Value(l, setting, after)}</b>.\n\nAll customers will meet it."));

    public static string Surely(Language l) => l.Pick("Да, изменить", "Yes, change it");

    public static Html Said(Language l, SettingView setting, SettingResult? result) => result switch
    {
        SettingResult.Changed changed => l.Pick(
            Html.Of($"✅ Было {Value(l, setting, changed.Before)}, стало {Value(l, setting, changed.After)}."),
            Html.Of($"✅ Was {Value(l, setting, changed.Before)}, is {Value(l, setting, changed.After)} now.")),
        SettingResult.AsBefore => l.Pick(Html.Of($"👌 Так и было, ничего не изменилось."), Html.Of($"👌 It is so already; nothing has changed.")),
        SettingResult.Refused { Reason: SettingRefusal.Contradiction } => l.Pick(
            Html.Of($"⚠️ Так настройки спорят друг с другом: наименьшее не может быть больше наибольшего, а суммы на кнопках лежат между ними."),
            Html.Of($"⚠️ The settings would contradict each other: the least cannot be above the most, and amounts on buttons lie between them.")),
        SettingResult.Refused { Reason: SettingRefusal.UnknownSubject } => l.Pick(
            Html.Of($"⚠️ Такой модели нет."), Html.Of($"⚠️ There is no such model.")),
        SettingResult.Refused => l.Pick(
            Html.Of($"⚠️ Не подходит. Может быть: {Bounds(l, setting.Shape)}."), Html.Of($"⚠️ That does not fit. May be: {Bounds(l, setting.Shape)}.")),
        null => l.Pick(Html.Of($"👌 Отменять нечего."), Html.Of($"👌 There is nothing to undo.")),
        _ => throw new InvalidOperationException($"No words for {result.GetType().Name}"),
    };

    public static Html Unknown(Language l) => l.Pick(Html.Of($"Такой настройки больше нет."), Html.Of($"There is no such setting any more."));

    /// <summary>A value as people write it.</summary>
    public static string Value(Language l, SettingView setting, string value) => setting.Shape.Kind switch
    {
        SettingKind.Rubles when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var rubles) => Money.Rubles(rubles).In(l),
        SettingKind.Decimal => l == Language.Russian ? value.Replace('.', ',') : value,
        SettingKind.Flag or SettingKind.Choice => Choice(l, value),
        SettingKind.Several when value == SettingShape.Nothing => setting.Name == "topup.ways" ? l.Pick("все подключённые", "all that are set up") : l.Pick("ничего", "nothing"),
        SettingKind.Several => string.Join(", ", value.Split(", ").Select(each => Amount(l, setting.Name, each))),
        SettingKind.Words when value == SettingShape.Nothing => l.Pick("как обычно", "as usual"),
        _ => value,
    };

    public static string Choice(Language l, string value) => value switch
    {
        "yes" => l.Pick("да", "yes"),
        "no" => l.Pick("нет", "no"),
        nameof(RewardMoment.FirstGeneration) => l.Pick("за первую генерацию", "for the first generation"),
        nameof(RewardMoment.FirstPayment) => l.Pick("за первую оплату", "for the first payment"),
        _ when Enum.TryParse<PaymentMethod>(value, out var method) => TopUpTexts.WayName(l, method),
        _ => value,
    };

    private static string Amount(Language l, string name, string value) => name switch
    {
        "topup.amounts" when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var rubles) => Money.Rubles(rubles).In(l),
        "topup.ways" => Choice(l, value),
        "free.models" when value == "as the cards say" => l.Pick("как в карточках", "as the cards say"),
        _ => value,
    };

    public static string Bounds(Language l, SettingShape shape) => shape switch
    {
        { Kind: SettingKind.Number, Min: { } min, Max: { } max } => l.Pick($"целое число от {Text(l, min)} до {Text(l, max)}", $"a whole number from {Text(l, min)} to {Text(l, max)}"),
        { Kind: SettingKind.Decimal, Min: { } min, Max: { } max } => l.Pick($"число от {Text(l, min)} до {Text(l, max)}", $"a number from {Text(l, min)} to {Text(l, max)}"),
        { Kind: SettingKind.Rubles, Min: { } min, Max: { } max } => l.Pick($"от {Money.Rubles(min).In(l)} до {Money.Rubles(max).In(l)}", $"from {Money.Rubles(min).In(l)} to {Money.Rubles(max).In(l)}"),
        { Choices: { } choices } => string.Join(", ", choices.Select(choice => Choice(l, choice))),
        { Kind: SettingKind.Several, Max: { } count } => l.Pick($"до {Text(l, count)} через запятую или none", $"up to {Text(l, count)} with commas between, or none"),
        { Max: { } length } => l.Pick($"текст до {Text(l, length)} знаков или none", $"a text of up to {Text(l, length)} characters, or none"),
        _ => l.Pick("текст", "a text"),
    };

    private static string Text(Language l, decimal number)
    {
        var text = number.ToString("#,0.##", CultureInfo.InvariantCulture);
        return l == Language.Russian ? text.Replace(",", "\u00A0", StringComparison.Ordinal).Replace('.', ',') : text;
    }
}
