using System.Globalization;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>Every combination a customer may choose has to meet a price line, or the order would fail at the last step.</summary>
internal static class PriceCoverage
{
    private const int CombinationsMax = 20_000;

    public static void Report(CardSection section, PriceList prices, ConditionReader fields, IReadOnlyList<FieldRule> rules)
    {
        var axes = prices.Skus.SelectMany(sku => sku.When.Keys).Select(fields.Find).OfType<Field>().Distinct().ToArray();
        if (prices.Skus.Count == 0)
        {
            return;
        }

        var choices = axes.ToDictionary(axis => axis.Name, axis => Values(axis, prices));
        if (choices.Values.Aggregate(1L, (count, values) => Math.Min(count * values.Count, int.MaxValue)) > CombinationsMax)
        {
            section.Errors.Add(section.LineOf("skus"), "the conditions span too many combinations to check", "use fewer conditions");
            return;
        }

        var names = axes.Select(axis => axis.Name).ToHashSet();
        var limits = rules.OfType<NotTogether>().Where(rule => rule.Concerns.All(names.Contains)).ToArray();
        var used = new HashSet<Sku>(ReferenceEqualityComparer.Instance);
        foreach (var combination in Combinations(choices).Where(values => limits.All(rule => rule.IsKeptBy(values))))
        {
            if (prices.Skus.FirstOrDefault(sku => sku.Fits(combination)) is { } match)
            {
                used.Add(match);
            }
            else
            {
                section.Errors.Add(
                    section.Line,
                    $"no price for {Describe(axes, combination)}",
                    "add a line for it, or a rule that forbids the combination");
            }
        }

        foreach (var idle in prices.Skus.Where(sku => !used.Contains(sku)))
        {
            section.Errors.Add(
                section.LineOf("skus"),
                $"the price line {idle.Key} can never be met",
                "remove it, or move it before the more general one");
        }
    }

    private static IEnumerable<Dictionary<string, InputValue>> Combinations(Dictionary<string, List<InputValue?>> choices)
    {
        IEnumerable<Dictionary<string, InputValue>> all = [new(StringComparer.Ordinal)];
        foreach (var (name, values) in choices)
        {
            all = all.SelectMany(_ => values, (known, value) =>
            {
                var next = new Dictionary<string, InputValue>(known, StringComparer.Ordinal);
                if (value is not null)
                {
                    next[name] = value;
                }

                return next;
            });
        }

        return all;
    }

    /// <summary>What the field may hold after the check; null = nothing was given and there is no default.</summary>
    private static List<InputValue?> Values(Field field, PriceList prices)
    {
        List<InputValue?> values = field switch
        {
            { IsHidden: true } => [field.Default],
            ChoiceField choice => [.. choice.Choices.Select(option => new TextValue(option.Value))],
            NumberField number => [.. Marks(number, prices).Select(mark => new NumberValue(mark))],
            FlagField => [new FlagValue(false), new FlagValue(true)],
            TextListField => [new TextListValue(["x"])],
            DialogueField dialogue => [new DialogueValue([new DialogueLine("x", dialogue.Voices[0].Value)])],
            EarlierField earlier => [.. earlier.From.SelectMany(model => Ordered(earlier, prices).Select(
                ordered => new EarlierValue(default, model, "x", "x", "x", default) { Ordered = ordered }))],
            MediaField => [new MediaValue([Anything])],
            _ => [new TextValue("x")],
        };
        if (field is { IsRequired: false, Default: null })
        {
            values.Add(null);
        }

        return values;
    }

    /// <summary>What the lines say about the earlier order, and an order that nobody remembers.</summary>
    private static List<Dictionary<string, string>> Ordered(EarlierField field, PriceList prices)
    {
        List<Dictionary<string, string>> all = [new(StringComparer.Ordinal)];
        foreach (var name in field.Remembers)
        {
            var said = prices.Skus.Select(sku => sku.When.GetValueOrDefault($"{field.Name}.{name}")).OfType<string>().Distinct().ToList();
            all = [.. all, .. all.SelectMany(_ => said, (known, value) => new Dictionary<string, string>(known) { [name] = value })];
        }

        return all;
    }

    /// <summary>Of a range the ends and whatever the lines speak about.</summary>
    private static IEnumerable<decimal> Marks(NumberField number, PriceList prices) =>
        prices.Skus.Select(sku => sku.When.GetValueOrDefault(number.Name))
            .Select(value => decimal.TryParse(value, CultureInfo.InvariantCulture, out var mark) ? mark : number.Min)
            .Append(number.Max)
            .Distinct();

    private static readonly MediaItem Anything = new() { FileId = "x", FileUniqueId = "x", Kind = MediaKind.Image, MimeType = "image/png" };

    private static string Describe(Field[] axes, Dictionary<string, InputValue> values) =>
        axes.Length == 0 ? "the plain order" : string.Join(
            ", ",
            axes.Select(axis => $"{axis.Name}={Word(values.GetValueOrDefault(axis.Name))}"));

    private static string Word(InputValue? value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        FlagValue flag => flag.Flag ? "true" : "false",
        null => Condition.Absent,
        _ => Condition.Present,
    };
}
