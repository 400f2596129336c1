using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>A value as people say it: "Да", "16:9", "2 файла", the beginning of a prompt.</summary>
internal static class ValueTexts
{
    private const int LengthMax = 80;

    public static string Of(Language l, Field field, InputValue? value) => value switch
    {
        null when field is MediaField => ConfirmTexts.Absent(l),
        null => ConfirmTexts.Auto(l),
        TextValue text when field is ChoiceField choice => choice.Choices.FirstOrDefault(option => option.Value == text.Text)?.Label.In(l) ?? text.Text,
        TextValue text => Words.Shorten(text.Text, LengthMax),
        NumberValue number => Number(l, number.Number),
        FlagValue flag => flag.Flag ? WizardTexts.Yes(l) : WizardTexts.No(l),
        TextListValue list => Words.Shorten(string.Join("; ", list.Items), LengthMax),
        DialogueValue dialogue => Words.Shorten(string.Join("; ", dialogue.Lines.Select(line => $"{Voice(l, field, line)}: {line.Text}")), LengthMax),
        EarlierValue earlier => Words.Shorten(earlier.Title, LengthMax),
        MediaValue media => ConfirmTexts.FilesCount(l, media.Items.Count),
        var other => throw new InvalidOperationException($"No words for {other.GetType().Name}"),
    };

    /// <summary>"…" while a line waits for its voice.</summary>
    public static string Voice(Language l, Field field, DialogueLine line) =>
        (field as DialogueField)?.Voices.FirstOrDefault(voice => voice.Value == line.Voice)?.Label.In(l) ?? line.Voice ?? "…";

    /// <summary>"0,5" and "0.5".</summary>
    public static string Number(Language l, decimal number)
    {
        var text = number.ToString("0.##", CultureInfo.InvariantCulture);
        return l.Pick(text.Replace('.', ','), text);
    }
}
