using System.Globalization;
using System.Text;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>One card laid out for the operator: what is asked, what it costs, why it is or is not sold.</summary>
public static class CardSheet
{
    public static string ToText(ModelCard card, PriceTerms terms)
    {
        var text = new StringBuilder();
        Line($"{card.Title.En} ({card.Id}) by {card.Maker}");
        Line($"{card.Benefit.En} / {card.Benefit.Ru}");
        Line($"{card.Type.Word()}, gives {card.Output.Word()}");
        Line($"sent to {card.Family.Word()}{Prefixed("/", card.Endpoint)} as {card.SendAs ?? "nothing"}");
        Line($"{card.Status.Word()}{Prefixed(": ", card.StatusReason)}{Free(card)}");
        Line($"\nInputs");
        foreach (var field in card.Inputs.Fields)
        {
            Line($"  {Mark(field)} {field.Name} ({field.Label.En}): {Limits(field)}{Default(field)}");
        }

        foreach (var rule in card.Inputs.Rules)
        {
            Line($"  rule: {RuleText(rule)}");
        }

        Line($"\nPrice per {card.Prices.Unit}, {card.Prices.Source ?? "unknown"}");
        foreach (var sku in card.Prices.Skus)
        {
            var whose = sku.OwnPrice is null ? "" : ", the operator's own price";
            Line($"  {sku.Key}: {(sku.IsAtMost ? "at most " : "")}{sku.Credits} credits = {sku.PriceOf(1, terms)}{whose}{Promise(sku)}");
        }

        foreach (var surcharge in card.Prices.Surcharges)
        {
            var free = surcharge.Free == 0 ? "" : $", {surcharge.Free} of them free";
            var when = surcharge.When.Count == 0 ? "" : $", with {Words(surcharge.When)}";
            Line($"  each of {surcharge.Field}: {surcharge.Credits} credits more{free}{when}");
        }

        return text.ToString().TrimEnd();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Promise(Sku sku) => sku switch
    {
        { IsOver: true } => ", promised until a day that is over: not sold",
        { Until: { } until, Afterwards: { } regular } => FormattableString.Invariant($", until {until:yyyy-MM-dd HH:mm} UTC, then {regular}"),
        { Until: { } until } => FormattableString.Invariant($", until {until:yyyy-MM-dd HH:mm} UTC, then not sold"),
        _ => "",
    };

    private static string Free(ModelCard card) => card switch
    {
        { IsFree: false } => "",
        { FreeSkus: { } lines } => $", part of the free allowance with {string.Join(", ", lines)}",
        _ => ", part of the free allowance",
    };

    /// <summary>* asked, ~ behind the settings button, # never shown.</summary>
    private static char Mark(Field field) => field switch
    {
        { IsHidden: true } => '#',
        { IsRequired: true } => '*',
        _ => '~',
    };

    private static string Limits(Field field) => field switch
    {
        TextField text => $"text of {text.LengthMin} to {text.LengthMax}",
        TextListField list => $"{list.ItemsMin} to {list.ItemsMax} texts of up to {list.LengthMax}",
        DialogueField dialogue => $"{dialogue.ItemsMin} to {dialogue.ItemsMax} lines, each with one of {dialogue.Voices.Count} voices, "
            + $"{dialogue.LengthMax} characters together",
        ChoiceField { Choices.Count: > 20 } choice => $"one of {choice.Choices.Count} choices",
        ChoiceField choice => string.Join(", ", choice.Choices.Select(option => option.Value)),
        NumberField number => FormattableString.Invariant($"{number.Min} to {number.Max}") + (number.IsInteger ? ", whole" : ""),
        FlagField => "yes or no",
        EarlierField earlier => $"an earlier result of {string.Join(", ", earlier.From)}",
        MediaField media => $"{media.ItemsMin} to {media.ItemsMax} {media.Kind} of up to {media.BytesMax / (1024 * 1024)} MB",
        _ => field.GetType().Name,
    };

    private static string Prefixed(string prefix, string? text) => text is null ? "" : prefix + text;

    private static string Default(Field field) => field.Default is null ? "" : $" = {Word(field.Default)}";

    private static string RuleText(FieldRule rule) => rule switch
    {
        OneOfRequired one => $"at least one of {string.Join(", ", one.Fields)}",
        NotTogether not => $"not {Words(not.Values)}",
        RequiredWhen required => $"{required.Field} is needed with {Words(required.When)}",
        LengthWhen length => $"{length.Field} up to {length.LengthMax} characters with {Words(length.When)}",
        MaxWhen max => FormattableString.Invariant($"{max.Field} up to {max.Max} with {Words(max.When)}"),
        DurationWhen duration => $"{duration.Field} up to {duration.SecondsMax} s with {Words(duration.When)}",
        ItemsTogether items => $"{string.Join(" and ", items.Fields)} up to {items.ItemsMax} files together",
        _ => rule.ToString(),
    };

    private static string Words(IReadOnlyDictionary<string, string> values) =>
        string.Join(" and ", values.Select(pair => $"{pair.Key}={pair.Value}"));

    internal static string Word(InputValue value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        FlagValue flag => flag.Flag ? "true" : "false",
        TextListValue list => string.Join(" / ", list.Items),
        DialogueValue dialogue => string.Join(" / ", dialogue.Lines.Select(line => $"{line.Voice}: {line.Text}")),
        EarlierValue earlier => earlier.Title,
        MediaValue media => $"{media.Items.Count} files",
        _ => value.ToString(),
    };
}
