using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Catalog;

/// <summary>A field of the kind "choice".</summary>
internal static class ChoiceReader
{
    public static ChoiceField Read(CardSection section, string name, LocalText label, VocabularyEntry? shared)
    {
        var choices = new List<Choice>();
        switch (section.Node("choices"))
        {
            case TextNode { Text: "all" } when shared is { Choices.Count: > 0 }:
                choices.AddRange(shared.Choices.Select(pair => new Choice(pair.Key, pair.Value)));
                break;
            case ArrayNode { Items.Count: > 0 } list:
                choices.AddRange(list.Items.Select(item => ReadOption(item, name, shared, section.Errors)).OfType<Choice>());
                break;
            default:
                section.Errors.Add(
                    section.LineOf("choices"),
                    $"choice \"{name}\" has no \"choices\"",
                    "list the values the provider takes, or write \"all\" for every choice of the vocabulary");
                break;
        }

        ReportTwins(section, name, choices);
        var wire = section.Word("wire", CardWords.Wires) ?? ChoiceWire.Text;
        if (wire == ChoiceWire.Number && choices.Any(choice => !decimal.TryParse(choice.Value, CultureInfo.InvariantCulture, out _)))
        {
            section.Errors.Add(
                section.LineOf("wire"),
                $"choice \"{name}\" travels as a number but has values that are none",
                "remove \"wire\" or correct the values");
        }

        return new ChoiceField { Name = name, Label = label, Choices = choices, Wire = wire };
    }

    /// <summary>"16:9" | { "value": "auto", "label": … }. What begins with a digit is a good label itself.</summary>
    private static Choice? ReadOption(CardNode node, string field, VocabularyEntry? shared, CardErrors errors)
    {
        string value;
        LocalText? label = null;
        switch (node)
        {
            case TextNode text:
                value = text.Text;
                break;
            case ObjectNode described:
                var section = new CardSection(described, errors);
                value = section.Text("value") ?? "";
                label = section.Local("label", TextLimits.Choice);
                section.Finish();
                break;
            default:
                value = "";
                break;
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            errors.Add(node.Line, $"a choice of \"{field}\" has no value", "write \"value\" or { \"value\": …, \"label\": … }");
            return null;
        }

        label ??= shared?.LabelOf(value) ?? (char.IsAsciiDigit(value[0]) ? new LocalText(value, value) : null);
        if (label is null)
        {
            errors.Add(
                node.Line,
                $"choice \"{value}\" of \"{field}\" has no label",
                "write { \"value\": …, \"label\": … } or add it to vocabulary.json");
        }

        return label is null ? null : new Choice(value, label);
    }

    private static void ReportTwins(CardSection section, string name, List<Choice> choices)
    {
        Report(choice => choice.Value, "value");
        Report(choice => choice.Label.Ru, "Russian label");
        Report(choice => choice.Label.En, "English label");

        void Report(Func<Choice, string> part, string what)
        {
            foreach (var twins in choices.GroupBy(part, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            {
                section.Errors.Add(
                    section.LineOf("choices"),
                    $"two choices of \"{name}\" have the {what} \"{twins.Key}\"",
                    "make them differ: people may type it");
            }
        }
    }
}
