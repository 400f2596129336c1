using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>Small helpers for texts in two languages; both sides stand next to each other, so none is forgotten.</summary>
internal static class Words
{
    public static string Pick(this Language language, string ru, string en) => language switch
    {
        Language.Russian => ru,
        Language.English => en,
    };

    public static Language Other(this Language language) => language switch
    {
        Language.Russian => Language.English,
        Language.English => Language.Russian,
    };

    public static Html Pick(this Language language, Html ru, Html en) => language switch
    {
        Language.Russian => ru,
        Language.English => en,
    };

    /// <summary>"1 модель, 2 модели, 5 моделей" / "1 model, 2 models".</summary>
    public static string Count(this Language language, int number, (string One, string Few, string Many) ru, (string One, string Many) en) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {language switch
        {
            Language.Russian => Russian(number, ru),
            Language.English => number == 1 ? en.One : en.Many,
        }}");

    /// <summary>After "до" and "не меньше": "1 файла, 21 файла, 5 файлов" / "1 file, 5 files".</summary>
    public static string CountOf(this Language language, long number, (string One, string Many) ru, (string One, string Many) en) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {language switch
        {
            Language.Russian => number % 10 == 1 && number % 100 != 11 ? ru.One : ru.Many,
            Language.English => number == 1 ? en.One : en.Many,
        }}");

    /// <summary>Cut by whole characters as a reader sees them, so no emoji is split.</summary>
    public static string Shorten(string text, int lengthMax)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var whole = new System.Globalization.StringInfo(line);
        return whole.LengthInTextElements <= lengthMax ? line : whole.SubstringByTextElements(0, lengthMax - 1).TrimEnd() + "…";
    }

    private static string Russian(int number, (string One, string Few, string Many) forms) => (number % 100, number % 10) switch
    {
        ( >= 11 and <= 14, _) => forms.Many,
        (_, 1) => forms.One,
        (_, >= 2 and <= 4) => forms.Few,
        _ => forms.Many,
    };
}
