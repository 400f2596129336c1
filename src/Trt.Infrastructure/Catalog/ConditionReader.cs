using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog;

/// <summary>{ "resolution": ["1K", "2K"], "image": "present" }: read, held against the fields, spread into single combinations.</summary>
internal sealed class ConditionReader(IReadOnlyDictionary<string, Field> fields)
{
    /// <summary>"task_id.resolution" is a word about the field "task_id".</summary>
    public Field? Find(string name) => fields.GetValueOrDefault(Condition.Split(name)?.Field ?? name);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Read(CardSection parent, string property)
    {
        if (parent.Section(property) is not { } section)
        {
            return [];
        }

        var combinations = new List<Dictionary<string, string>> { new(StringComparer.Ordinal) };
        foreach (var name in section.Names.Order(StringComparer.Ordinal).ToArray())
        {
            var values = Values(section, name);
            combinations = [.. combinations.SelectMany(
                _ => values,
                (known, value) => new Dictionary<string, string>(known, StringComparer.Ordinal) { [name] = value })];
        }

        return combinations;
    }

    private List<string> Values(CardSection section, string name)
    {
        var line = section.LineOf(name);
        var nodes = section.Node(name) is ArrayNode list ? list.Items : [section.Node(name)!];
        var values = nodes.Select(Word).OfType<string>().ToList();
        if (values.Count != nodes.Count || values.Count == 0)
        {
            section.Errors.Add(
                line,
                $"the condition on \"{name}\" is neither a value nor a list of values",
                "write a value of the field, \"present\" or \"absent\"");
        }

        if (Find(name) is not { } field)
        {
            section.Errors.Add(line, $"a condition speaks about \"{name}\", which is no field of this card", "correct the name");
            return values;
        }

        if (Condition.Split(name) is { } earlier)
        {
            ReportForgotten(section, line, field, earlier.Ordered);
            return values;
        }

        foreach (var value in values.Where(value => !CanBe(field, value)))
        {
            section.Errors.Add(line, $"\"{name}\" can never be \"{value}\"", $"use {Allowed(field)}");
        }

        return values;
    }

    private static void ReportForgotten(CardSection section, int line, Field field, string ordered)
    {
        if ((field as EarlierField)?.Remembers.Contains(ordered) != true)
        {
            section.Errors.Add(
                line,
                $"\"{field.Name}\" does not remember the {ordered} of the earlier order",
                $"write \"remembers\": [\"{ordered}\"] at that field, which has to be an earlier result");
        }
    }

    private static string? Word(CardNode node) => node switch
    {
        TextNode text => text.Text,
        FlagNode flag => flag.Flag ? "true" : "false",
        NumberNode number => number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool CanBe(Field field, string value) => value is Condition.Present or Condition.Absent || field switch
    {
        ChoiceField choice => choice.Choices.Any(option => option.Value == value),
        EarlierField earlier => earlier.From.Any(model => model.Value == value),
        FlagField => value is "true" or "false",
        NumberField number => new InputSchema([number], []).CheckField(number, new TextValue(value)).IsValid,
        _ => false,
    };

    private static string Allowed(Field field) => field switch
    {
        ChoiceField choice => string.Join(", ", choice.Choices.Select(option => option.Value)),
        EarlierField earlier => string.Join(", ", earlier.From),
        FlagField => "true or false",
        NumberField number => $"a number from {number.Min} to {number.Max}",
        _ => "\"present\" or \"absent\"",
    };
}
