using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is wrong with an answer, by the true numbers, and what to send instead.</summary>
internal static class ProblemTexts
{
    public static Html Of(Language l, ModelCard card, InputProblem problem) => Html.Of($"⚠️ {Text(l, card, problem)}");

    private static string Text(Language l, ModelCard card, InputProblem problem) => problem.Code switch
    {
        ProblemCode.Required => l.Pick("Это поле нужно заполнить.", "This one is needed."),
        ProblemCode.WrongKind => l.Pick("Здесь нужен другой вид ответа.", "A different kind of answer is needed here."),
        ProblemCode.UnknownField => l.Pick("Такой настройки у модели больше нет.", "The model no longer has this setting."),
        ProblemCode.TooShort => l.Pick($"Слишком коротко: нужно не меньше {Characters(l, problem)}{Given(l, problem)}.", $"Too short: at least {Characters(l, problem)}{Given(l, problem)}."),
        ProblemCode.TooLong => l.Pick($"Слишком длинно: можно до {Characters(l, problem)}{Given(l, problem)}.", $"Too long: up to {Characters(l, problem)}{Given(l, problem)}."),
        ProblemCode.NotAChoice => l.Pick("Выберите один из предложенных вариантов.", "Please choose one of the options."),
        ProblemCode.NotANumber => l.Pick("Нужно число, например 7.", "Please send a number, for example 7."),
        ProblemCode.NotWhole => l.Pick("Нужно целое число.", "Please send a whole number."),
        ProblemCode.TooSmall => l.Pick($"Слишком мало: не меньше {problem.Limit}{Given(l, problem)}.", $"Too small: at least {problem.Limit}{Given(l, problem)}."),
        ProblemCode.TooLarge => l.Pick($"Слишком много: не больше {problem.Limit}{Given(l, problem)}.", $"Too large: at most {problem.Limit}{Given(l, problem)}."),
        ProblemCode.OffStep => l.Pick($"Шаг значения — {problem.Limit}{Given(l, problem)}.", $"The value goes in steps of {problem.Limit}{Given(l, problem)}."),
        ProblemCode.TooFewItems => l.Pick($"Нужно не меньше {Items(l, card, problem)}{Given(l, problem)}.", $"At least {Items(l, card, problem)} are needed{Given(l, problem)}."),
        ProblemCode.TooManyItems => l.Pick($"Можно не больше {Items(l, card, problem)}{Given(l, problem)}.", $"No more than {Items(l, card, problem)} can be taken{Given(l, problem)}."),
        ProblemCode.WrongMediaType => l.Pick($"Этот формат не подходит. Подходят: {Formats(problem.Limit)}.", $"This format does not fit. These do: {Formats(problem.Limit)}."),
        ProblemCode.FileTooLarge => l.Pick($"Файл слишком большой: можно до {Megabytes(l, problem.Limit)}{Given(l, problem, Megabytes)}.", $"The file is too large: up to {Megabytes(l, problem.Limit)}{Given(l, problem, Megabytes)}."),
        ProblemCode.MediaTooShort => l.Pick($"Запись слишком короткая: не меньше {Length(l, problem.Limit)}{Given(l, problem, ShortLength)}.", $"The recording is too short: at least {Length(l, problem.Limit)}{Given(l, problem, ShortLength)}."),
        ProblemCode.MediaTooLong => l.Pick($"Запись слишком длинная: до {Length(l, problem.Limit)}{Given(l, problem, Length)}.", $"The recording is too long: up to {Length(l, problem.Limit)}{Given(l, problem, Length)}."),
        ProblemCode.SideTooSmall => l.Pick($"Картинка мала: сторона не меньше {problem.Limit} px{Given(l, problem)}.", $"The picture is too small: at least {problem.Limit} px a side{Given(l, problem)}."),
        ProblemCode.SideTooLarge => l.Pick($"Картинка велика: сторона не больше {problem.Limit} px{Given(l, problem)}.", $"The picture is too large: at most {problem.Limit} px a side{Given(l, problem)}."),
        ProblemCode.OneOfRequired => OneOf(l, card, problem),
        ProblemCode.NotTogether => l.Pick("Эти настройки не сочетаются, измените одну из них.", "These settings do not go together; please change one."),
        ProblemCode.NotMedia => l.Pick($"Этот файл не открывается: внутри него не то, что нужно. Подойдут: {Formats(problem.Limit)}.", $"This file does not open: its content is something else. These fit: {Formats(problem.Limit)}."),
        ProblemCode.FileNotReached => l.Pick("Не получилось открыть файл. Пришлите его ещё раз.", "The file could not be opened. Please send it once more."),
        ProblemCode.LengthUnknown => l.Pick("Не удалось определить длительность. Пришлите MP3 или MP4.", "The length could not be told. Please send an MP3 or an MP4."),
        ProblemCode.SizeUnknown => l.Pick("Не удалось определить размер. Пришлите JPEG, PNG или MP4.", "The size could not be told. Please send a JPEG, a PNG or an MP4."),
    };

    /// <summary>The names of the fields in the limit become what people call them.</summary>
    private static string OneOf(Language l, ModelCard card, InputProblem problem)
    {
        var labels = string.Join(", ", (problem.Limit ?? problem.Field).Split(", ").Select(card.Inputs.Find).OfType<Field>().Select(field => $"«{field.Label.In(l)}»"));
        return l.Pick($"Нужно хотя бы одно: {labels}.", $"At least one is needed: {labels}.");
    }

    /// <summary>", у вас 1204": what the customer gave, in the measure of the limit.</summary>
    private static string Given(Language l, InputProblem problem, Func<Language, string?, string>? measure = null) => problem.Given is { } given
        ? l.Pick(", у вас ", ", you gave ") + (measure?.Invoke(l, given) ?? given)
        : "";

    private static string Characters(Language l, InputProblem problem) =>
        l.CountOf(Whole(problem.Limit), ("символа", "символов"), ("character", "characters"));

    private static string Items(Language l, ModelCard card, InputProblem problem) => card.Inputs.Find(problem.Field) switch
    {
        MediaField => l.CountOf(Whole(problem.Limit), ("файла", "файлов"), ("file", "files")),
        _ => l.CountOf(Whole(problem.Limit), ("строки", "строк"), ("line", "lines")),
    };

    private static string Formats(string? mimeTypes) =>
        string.Join(", ", (mimeTypes ?? "").Split(", ").Select(type => type[(type.IndexOf('/') + 1)..].ToUpperInvariant()).Distinct());

    /// <summary>Rounded up, so that a file just over the limit never looks as if it were on it.</summary>
    private static string Megabytes(Language l, string? bytes) =>
        $"{Text(Math.Ceiling(Number(bytes) * 10 / (1024 * 1024)) / 10)} {l.Pick("МБ", "MB")}";

    private static string Length(Language l, string? seconds) => Span(l, Math.Ceiling(Number(seconds) * 10) / 10);

    private static string ShortLength(Language l, string? seconds) => Span(l, Math.Floor(Number(seconds) * 10) / 10);

    private static string Span(Language l, decimal seconds)
    {
        if (seconds < 120)
        {
            return $"{Text(seconds)} {l.Pick("с", "s")}";
        }

        var (minutes, rest) = (decimal.Floor(seconds / 60), seconds % 60);
        return $"{Text(minutes)} {l.Pick("мин", "min")}" + (rest == 0 ? "" : $" {Text(rest)} {l.Pick("с", "s")}");
    }

    private static long Whole(string? number) => (long)Number(number);

    private static decimal Number(string? number) => Numbers.Parse(number ?? "") ?? 0;

    private static string Text(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
