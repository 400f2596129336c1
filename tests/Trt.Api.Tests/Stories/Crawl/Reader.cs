using System.Text;
using System.Text.RegularExpressions;
using Trt.Api.Bot.Routes;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>Reads every screen as a critical customer would, and notes what nobody should have to read.</summary>
/// <param name="isCustomer">Operators may read of the machinery.</param>
internal sealed partial class Reader(Language language, ModelCatalog catalog, bool isCustomer)
{
    private const int DataBytesMax = 64;

    private readonly List<string> _names =
    [
        .. catalog.Cards.SelectMany(card => new[] { card.Id.Value, card.Title.Ru, card.Title.En, card.Maker })
            .Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length),
    ];

    private readonly Dictionary<string, string> _complaints = [];

    /// <summary>What the screens are to be in.</summary>
    public Language Language { get; set; } = language;

    /// <summary>Each with the first way that leads there.</summary>
    public IEnumerable<string> Complaints => _complaints.Select(pair => $"{pair.Key}\n    {pair.Value}");

    public void Complain(Step step, string what) => _complaints.TryAdd(what, step.ToString());

    /// <summary>What flies over the chat for a moment.</summary>
    public void Hear(Step step, string toast) => Judge(step, toast, toast);

    public void Read(Step step, ChatMessage message)
    {
        Judge(step, message.Text, message.Text);
        foreach (var (label, data) in message.Buttons)
        {
            Judge(step, label, $"[{label}]");
            if (label.Trim().Length == 0)
            {
                Complain(step, $"a button without a word: {data}");
            }

            if (Encoding.UTF8.GetByteCount(data) > DataBytesMax)
            {
                Complain(step, $"over {DataBytesMax} bytes: {data}");
            }

            if (RouteTable.Read(data) is ModelRoute to && Priced().IsMatch(label) && !HasUnit(to.Model, label))
            {
                Complain(step, $"a price without its unit: [{label}]");
            }
        }

        if (step.Act is Act.Press press && RouteTable.Read(press.Data) is ModelRoute card
            && message.Text.Split('\n').FirstOrDefault(line => PriceLine().IsMatch(line)) is { } price && Priced().IsMatch(price) && !HasUnit(card.Model, price))
        {
            Complain(step, $"a price without its unit: {price} ({card.Model})");
        }
    }

    private bool HasUnit(ModelId model, string text) => catalog.Find(model)?.Prices.Unit switch
    {
        PriceUnit.Second => Says(text, "за секунду", "a second"),
        PriceUnit.Minute => Says(text, "за минуту", "a minute"),
        PriceUnit.ThousandChars => Says(text, "за 1000 знаков", "per 1000 characters"),
        PriceUnit.Megapixel => Says(text, "за мегапиксель", "a megapixel"),
        PriceUnit.Image => Says(text, "за картинку", "a picture"),
        _ => true,
    };

    private bool Says(string text, string russian, string english) =>
        text.Contains(Language == Language.Russian ? russian : english, StringComparison.Ordinal);

    private void Judge(Step step, string text, string shown)
    {
        if (OwnName().IsMatch(text))
        {
            return;
        }

        var rest = Hole().Replace(Address().Replace(_names.Aggregate(text, (left, name) => left.Replace(name, " ", StringComparison.Ordinal)), " "), " ");
        foreach (var (rule, name) in Rules(isFromMachine: !isCustomer && FromTheMachine().IsMatch(text)))
        {
            if (rule.Match(rest) is { Success: true } found)
            {
                Complain(step, $"{name} «{found.Value.Trim()}»: {shown}");
            }
        }
    }

    private IEnumerable<(Regex Rule, string Name)> Rules(bool isFromMachine)
    {
        yield return (Trouble(), "an error");
        yield return (MachineMoney(), "money as machines write it");
        if (!isFromMachine)
        {
            yield return (Placeholder(), "a placeholder");
            yield return Language == Language.Russian ? (EnglishSentence(), "not Russian") : (Cyrillic(), "not English");
        }

        yield return Language == Language.Russian ? (EnglishMoney(), "English money") : (RussianMoney(), "Russian money");
        yield return (Plural(), "a wrong plural");
        if (isCustomer)
        {
            yield return (Machinery(), "the machinery");
        }
    }

    /// <summary>The names that languages, and the messenger's money, have in themselves.</summary>
    [GeneratedRegex(@"^(?:\S+ )?(?:Русский|English)$|^Язык · Language$|^⭐ Telegram Stars · \d+$")]
    private static partial Regex OwnName();

    /// <summary>What others have said of it (the supplier, a person who gave a reason), and price lines, which are called alike in every language.</summary>
    [GeneratedRegex(@"(?m)^(?:Подробности|Details|Причина|Reason): |\d (?:кр|cr)\. →")]
    public static partial Regex FromTheMachine();

    [GeneratedRegex(@"https?://\S+|@\w+|(?<!\S)/[a-z]+\b")]
    private static partial Regex Address();

    /// <summary>The holes of a recipe: those of the shop's example, and the one that is typed on this walk.</summary>
    [GeneratedRegex(@"\{(?:кого|стиль|whom|style|42)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\d[ ]?₽|₽[ ]?\d")]
    private static partial Regex Priced();

    [GeneratedRegex(@"^(?:Цена|Price): ")]
    private static partial Regex PriceLine();

    [GeneratedRegex("Что-то пошло не так|Something went wrong|Сервис обновляется|is being updated|Такой команды нет|There is no such command")]
    private static partial Regex Trouble();

    [GeneratedRegex(@"\{\w*\}|\bnull\b|undefined|\bNaN\b|\bTrue\b|\bFalse\b|\\n|System\.|&(?:lt|gt|amp|quot);|</?[a-z]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\d\.\d+[ \u00A0]?₽|\d,00[ \u00A0]?₽|₽ ?\d+\.00\b|\d{4,}(?:,\d\d)?[ \u00A0]?₽|₽\d{4,}|--")]
    private static partial Regex MachineMoney();

    [GeneratedRegex(@"₽ ?\d")]
    private static partial Regex EnglishMoney();

    [GeneratedRegex(@"\d[\u00A0 ]?₽")]
    private static partial Regex RussianMoney();

    [GeneratedRegex(@"[А-Яа-яЁё]+")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\b[A-Za-z][a-z'’]{2,}(?:[ -][A-Za-z'’]{2,})+")]
    private static partial Regex EnglishSentence();

    [GeneratedRegex(@"(?<![\d,.])(?:\d*[02-9])?1 (?:моделей|модели|генераций|генерации|рублей|файлов|секунд|картинок|дней|песен|free generations|models|files|seconds)\b|(?<![\d,.])(?:\d*[02-9])?[2-4] (?:моделей|генераций|файлов|картинок|дней)\b|\b(?:[2-9]|\d\d+) (?:model|file|generation|day|picture)\b")]
    private static partial Regex Plural();

    [GeneratedRegex(
        @"\bkie\b|aiquickdraw|provider|supplier|провайдер|поставщик|callback|webhook|\bapi\b|\bjson\b|\bhttp\b|exception|timeout|\bsku\b|\btask\b|\bprompt\b|\bнейминг\b|\b[a-z]+_[a-z_]+\b|Coming soon|TODO",
        RegexOptions.IgnoreCase)]
    private static partial Regex Machinery();
}
