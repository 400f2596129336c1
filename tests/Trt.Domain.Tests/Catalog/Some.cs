using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Catalog;

/// <summary>Fields with defaults, so that a test mentions only what it is about.</summary>
internal static class Some
{
    public static readonly LocalText Label = new("Поле", "Field");

    public static TextField Prompt(int max = 1000) => new() { Name = "prompt", Label = Label, IsRequired = true, LengthMax = max };

    public static ChoiceField Choice(string name, params string[] values) => new()
    {
        Name = name,
        Label = Label,
        Choices = [.. values.Select(value => new Choice(value, new LocalText($"{value} рус", $"{value} eng")))],
    };

    public static NumberField Number(string name, decimal min, decimal max, decimal? step = null, bool isInteger = false) =>
        new() { Name = name, Label = Label, Min = min, Max = max, Step = step, IsInteger = isInteger };

    public static FlagField Flag(string name) => new() { Name = name, Label = Label };

    public static MediaField Images(string name, int max = 3) => new()
    {
        Name = name,
        Label = Label,
        Kind = MediaKind.Image,
        IsList = true,
        ItemsMax = max,
        BytesMax = 1000,
        MimeTypes = ["image/jpeg", "image/png"],
    };

    public static MediaField Recording(string name) => new()
    {
        Name = name,
        Label = Label,
        Kind = MediaKind.Audio,
        IsList = false,
        BytesMax = 1000,
        MimeTypes = ["audio/mpeg", "audio/ogg"],
        DurationSecondsMin = 2,
        DurationSecondsMax = 15,
    };

    public static MediaItem Photo(long bytes = 10, string mime = "image/jpeg") =>
        new() { FileId = "file", FileUniqueId = "id", Kind = MediaKind.Image, MimeType = mime, Bytes = bytes, Width = 640, Height = 480 };

    public static MediaItem Voice(decimal? seconds = 5, string mime = "audio/ogg") =>
        new() { FileId = "voice", FileUniqueId = "unique", Kind = MediaKind.Audio, MimeType = mime, DurationSeconds = seconds };

    public static InputValue Media(params MediaItem[] items) => new MediaValue(items);

    public static InputValue Text(string text) => new TextValue(text);

    public static InputSchema Schema(params Field[] fields) => new(fields, []);

    public static Dictionary<string, InputValue> Given(params (string Name, InputValue Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
