using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Filling;

/// <summary>
/// A customer in a hurry: answers what has to be answered, passes over the rest, and reads nothing but the chat. The card only tells
/// which field a screen speaks about.
/// </summary>
internal sealed partial class OrderForm(RunningShop shop, Customer customer, ModelCard card)
{
    private const int ScreensMax = 40;
    private const string Spoken = "Добрый вечер!";

    private readonly Dictionary<string, Answer> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _timesAsked = new(StringComparer.Ordinal);
    private ChatMessage _seen = null!;

    public async Task<FilledOrder> Fill()
    {
        if ((await customer.FromBot()).LastOrDefault(message => message.Buttons.Any()) is { } newest)
        {
            _seen = newest;
        }
        else
        {
            await customer.Say("/start");
            _seen = await customer.Reads("добро пожаловать");
        }

        await customer.Click(_seen.Id, $"select_model:{card.Id}");
        for (var screens = 0; screens < ScreensMax; screens++)
        {
            _seen = await NextScreen();
            if (_seen.Buttons.FirstOrDefault(button => button.Data.StartsWith("confirm_generate:", StringComparison.Ordinal)) is { Data: { } data, Label: var label })
            {
                return new FilledOrder(card, _given, PriceIn(label), label.Contains(" до ", StringComparison.Ordinal), _seen.Id, data);
            }

            var skip = _seen.Buttons.FirstOrDefault(button => button.Data.StartsWith("skip_param", StringComparison.Ordinal)).Data;
            if (skip is not null && _seen.Text.Contains("Добавить файлы?", StringComparison.Ordinal))
            {
                await Press(skip);
                continue;
            }

            // Two answers that do not go together: the first of them is given once more, and then another way.
            if (_seen.Buttons.FirstOrDefault(button => button.Data.StartsWith("edit_param:", StringComparison.Ordinal)).Data is { } edit)
            {
                await Press(edit);
                continue;
            }

            await Answer(FieldOf(_seen));
        }

        throw new InvalidOperationException($"No confirm screen after {ScreensMax} screens; the last one says: {_seen.Text}");
    }

    /// <summary>The newest message with buttons, once it is another than the one answered before.</summary>
    private Task<ChatMessage> NextScreen() =>
        Eventually.Get($"a screen after «{_seen.Text}» in the chat of {customer.Id}", async () =>
            (await customer.FromBot()).LastOrDefault(message => message.Buttons.Any()) is { } newest && Fingerprint(newest) != Fingerprint(_seen) ? newest : null);

    private async Task Answer(Field field)
    {
        var asked = _timesAsked[field.Name] = _timesAsked.GetValueOrDefault(field.Name) + 1;
        var options = _seen.Buttons.Where(button => button.Data.StartsWith($"set_param:{field.Name}:", StringComparison.Ordinal)).ToList();
        var done = _seen.Buttons.FirstOrDefault(button => button.Data.StartsWith("image_done", StringComparison.Ordinal)).Data;
        var skip = _seen.Buttons.FirstOrDefault(button => button.Data.StartsWith("skip_param", StringComparison.Ordinal)).Data;
        switch (field)
        {
            case MediaField media when done is not null && (_given[field.Name] as Answer.Files)?.Count >= media.ItemsMin:
                await Press(done);
                break;
            case { IsRequired: false } when skip is not null:
                await Press(skip);
                break;
            case MediaField media:
                _given[field.Name] = new Answer.Files((_given.GetValueOrDefault(field.Name) as Answer.Files)?.Count + 1 ?? 1);
                await SampleFiles.Send(shop, customer, media.Kind);
                break;
            case ChoiceField or FlagField:
                var option = options[(asked - 1) % options.Count].Data;
                var token = option[$"set_param:{field.Name}:".Length..];
                _given[field.Name] = new Answer.Words((field as ChoiceField)?.FindByToken(token)?.Value ?? token);
                await Press(option);
                break;
            case EarlierField earlier:
                var (pick, made) = await EarlierOf(earlier);
                _given[field.Name] = made;
                await Press(pick);
                break;
            case DialogueField when options.Count > 0:
                var voice = options[0].Data[$"set_param:{field.Name}:".Length..];
                _given[field.Name] = new Answer.Lines([$"{voice}: {Spoken}"]);
                await Press(options[0].Data);
                break;
            case DialogueField when done is not null:
                await Press(done);
                break;
            case DialogueField:
                await customer.Say(Spoken);
                break;
            case TextListField list:
                var lines = Enumerable.Range(1, Math.Max(1, list.ItemsMin)).Select(number => $"Line {number}").ToList();
                _given[field.Name] = new Answer.Lines(lines);
                await customer.Say(string.Join('\n', lines));
                break;
            case NumberField number:
                await Type(field, number.Min.ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case TextField text:
                await Type(field, Sentence(text));
                break;
            default:
                throw new InvalidOperationException($"No way to answer {field?.GetType().Name}");
        }
    }

    /// <summary>The last of the customer's results on the list, and what it is called at the provider.</summary>
    private async Task<(string Data, Answer.Earlier Made)> EarlierOf(EarlierField field)
    {
        var data = _seen.Buttons.Last(button => button.Data.StartsWith($"pick_result:{field.Name}:", StringComparison.Ordinal)).Data;
        var number = int.Parse(data.Split(':')[^1], CultureInfo.InvariantCulture);
        var made = await shop.Books.FirstOrder(customer, number);
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (field.SendsTask)
        {
            inputs[field.Name] = made.Task;
        }

        if (field.PieceAs is { } piece)
        {
            inputs[piece] = made.Piece.ShouldNotBeNull();
        }

        if (field.ModelAs is { } model)
        {
            inputs[model] = made.Model;
        }

        return (data, new Answer.Earlier(inputs));
    }

    private Task Press(string data) => customer.Click(_seen.Id, data);

    private async Task Type(Field field, string text)
    {
        _given[field.Name] = new Answer.Words(text);
        await customer.Say(text);
    }

    private static string Sentence(TextField field)
    {
        const string words = "Маяк на рассвете, тихое море.";
        return words.Length > field.LengthMax ? words[..field.LengthMax].Trim() : words.PadRight(field.LengthMin, '!');
    }

    /// <summary>A question says its label; where two fields share one, the first that is not answered yet.</summary>
    private Field FieldOf(ChatMessage screen)
    {
        var lines = screen.Text.Split('\n');
        var asked = card.Inputs.Fields.Where(field => !field.IsHidden && lines.Contains(field.Label.In(Language.Russian))).ToList();
        return asked.FirstOrDefault(field => screen.Buttons.Any(button => button.Data.StartsWith($"set_param:{field.Name}:", StringComparison.Ordinal)))
            ?? asked.FirstOrDefault(field => !_given.ContainsKey(field.Name))
            ?? asked.FirstOrDefault()
            ?? throw new InvalidOperationException($"The order of {card.Id} came to a screen that asks for nothing: {screen.Text}");
    }

    private static decimal PriceIn(string label) =>
        PriceOnButton().Match(label) is { Success: true } price
            ? decimal.Parse(price.Value.Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture)
            : 0;

    private static string Fingerprint(ChatMessage message) => $"{message.Id} {message.Text} {string.Join(' ', message.Buttons)}";

    [GeneratedRegex(@"\d[\d\u00A0]*(,\d\d)?(?= ₽)")]
    private static partial Regex PriceOnButton();
}
