using System.Globalization;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What is wrong with an answer and what to send instead.</summary>
internal static class ProblemTexts
{
    public static Html Of(Language l, ModelCard card, InputProblem problem) => problem.Code == ProblemCode.OneOfRequired
        ? Html.Of($"⚠️ {OneOf(l, card, problem)}")
        : Html.Of($"⚠️ {Text(l, problem.Code, problem.Limit ?? "")}");

    /// <summary>The names of the fields in the limit become what people call them.</summary>
    private static string OneOf(Language l, ModelCard card, InputProblem problem)
    {
        var labels = string.Join(", ", (problem.Limit ?? problem.Field).Split(", ").Select(card.Inputs.Find).OfType<Field>().Select(field => $"«{field.Label.In(l)}»"));
        return l.Pick($"Нужно хотя бы одно: {labels}.", $"At least one is needed: {labels}.");
    }

    private static string Text(Language l, ProblemCode code, string limit) => code switch
    {
        ProblemCode.Required => l.Pick("Это поле нужно заполнить.", "This one is needed."),
        ProblemCode.WrongKind => l.Pick("Здесь нужен другой вид ответа.", "A different kind of answer is needed here."),
        ProblemCode.UnknownField => l.Pick("Такой настройки у модели больше нет.", "The model no longer has this setting."),
        ProblemCode.TooShort => l.Pick($"Слишком коротко: нужно не меньше {limit} символов.", $"Too short: at least {limit} characters."),
        ProblemCode.TooLong => l.Pick($"Слишком длинно: можно до {limit} символов.", $"Too long: up to {limit} characters."),
        ProblemCode.NotAChoice => l.Pick("Выберите один из предложенных вариантов.", "Please choose one of the options."),
        ProblemCode.NotANumber => l.Pick("Нужно число, например 7.", "Please send a number, for example 7."),
        ProblemCode.NotWhole => l.Pick("Нужно целое число.", "Please send a whole number."),
        ProblemCode.TooSmall => l.Pick($"Слишком мало: не меньше {limit}.", $"Too small: at least {limit}."),
        ProblemCode.TooLarge => l.Pick($"Слишком много: не больше {limit}.", $"Too large: at most {limit}."),
        ProblemCode.OffStep => l.Pick($"Шаг значения — {limit}.", $"The value goes in steps of {limit}."),
        ProblemCode.TooFewItems => l.Pick($"Нужно не меньше {limit}.", $"At least {limit} are needed."),
        ProblemCode.TooManyItems => l.Pick($"Можно не больше {limit}.", $"At most {limit} are possible."),
        ProblemCode.WrongMediaType => l.Pick($"Этот формат не подходит. Подходят: {Formats(limit)}.", $"This format does not fit. These do: {Formats(limit)}."),
        ProblemCode.FileTooLarge => l.Pick($"Файл слишком большой: можно до {Megabytes(limit)} МБ.", $"The file is too large: up to {Megabytes(limit)} MB."),
        ProblemCode.MediaTooShort => l.Pick($"Запись слишком короткая: не меньше {limit} с.", $"The recording is too short: at least {limit} s."),
        ProblemCode.MediaTooLong => l.Pick($"Запись слишком длинная: до {limit} с.", $"The recording is too long: up to {limit} s."),
        ProblemCode.SideTooSmall => l.Pick($"Картинка мала: сторона не меньше {limit} px.", $"The picture is too small: at least {limit} px a side."),
        ProblemCode.SideTooLarge => l.Pick($"Картинка велика: сторона не больше {limit} px.", $"The picture is too large: at most {limit} px a side."),
        ProblemCode.OneOfRequired => l.Pick("Нужно хотя бы одно из этого.", "At least one of these is needed."),
        ProblemCode.NotTogether => l.Pick("Эти настройки не сочетаются, измените одну из них.", "These settings do not go together; please change one."),
        ProblemCode.NotMedia => l.Pick($"Этот файл не открывается: внутри него не то, что нужно. Подойдут: {Formats(limit)}.", $"This file does not open: its content is something else. These fit: {Formats(limit)}."),
        ProblemCode.FileNotReached => l.Pick("Не получилось открыть файл. Пришлите его ещё раз.", "The file could not be opened. Please send it once more."),
        ProblemCode.LengthUnknown => l.Pick("Не удалось определить длительность. Пришлите MP3 или MP4.", "The length could not be told. Please send an MP3 or an MP4."),
        ProblemCode.SizeUnknown => l.Pick("Не удалось определить размер. Пришлите JPEG, PNG или MP4.", "The size could not be told. Please send a JPEG, a PNG or an MP4."),
    };

    private static string Formats(string mimeTypes) =>
        string.Join(", ", mimeTypes.Split(", ").Select(type => type[(type.IndexOf('/') + 1)..].ToUpperInvariant()).Distinct());

    /// <summary>A bot can fetch files of up to 20 MB, whatever the model would take.</summary>
    private static string Megabytes(string bytes) =>
        (Math.Min(long.Parse(bytes, CultureInfo.InvariantCulture), Infrastructure.Telegram.BotApi.DownloadBytesMax) / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
}
