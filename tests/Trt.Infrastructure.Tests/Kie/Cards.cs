using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>Model cards made by hand; the catalog's own are another's concern.</summary>
internal static class Cards
{
    private static readonly LocalText Any = new("…", "…");

    public static readonly ModelCard ZImage = Of("z-image", OutputKind.Image,
        Text("prompt"),
        Choice("aspect_ratio", ChoiceWire.Text, "1:1", "16:9"));

    public static readonly ModelCard NanoBanana = Of("nano-banana-pro", OutputKind.Image,
        Text("prompt"),
        Media("image_input", isList: true),
        Choice("resolution", ChoiceWire.Text, "1K", "2K", "4K"));

    public static readonly ModelCard Upscale = Of("topaz/image-upscale", OutputKind.Image,
        Media("image_url", isList: false),
        Choice("upscale_factor", ChoiceWire.Text, "1", "2", "4", "8"));

    public static readonly ModelCard Kling = Of("kling-2.6/text-to-video", OutputKind.Video,
        Text("prompt"),
        new FlagField { Name = "sound", Label = Any },
        Choice("duration", ChoiceWire.Text, "5", "10"));

    public static readonly ModelCard Speech = Of("elevenlabs/text-to-speech-turbo-2-5", OutputKind.Audio,
        Text("text"),
        new NumberField { Name = "stability", Label = Any, Min = 0, Max = 1 });

    public static readonly ModelCard Dialogue = Of("elevenlabs/text-to-dialogue-v3", OutputKind.Audio, Choice("stability", ChoiceWire.Number, "0", "0.5", "1"));

    public static readonly ModelCard Transcript = Of("elevenlabs/speech-to-text", OutputKind.Text, Media("audio_url", isList: false));

    public static ModelCard Of(string id, OutputKind output, params Field[] fields) => new()
    {
        Id = new ModelId(id),
        Family = ProviderFamily.Jobs,
        SendAs = id,
        Title = Any,
        Benefit = Any,
        Maker = "Maker",
        Type = GenerationType.TextToImage,
        Output = output,
        Inputs = new InputSchema(fields, []),
        Prices = new PriceList(PriceUnit.Generation, null, []),
        Status = ModelStatus.Ready,
    };

    public static TextField Text(string name) => new() { Name = name, Label = Any, LengthMax = 20_000 };

    public static ChoiceField Choice(string name, ChoiceWire wire, params string[] values) =>
        new() { Name = name, Label = Any, Wire = wire, Choices = [.. values.Select(value => new Choice(value, Any))] };

    public static MediaField Media(string name, bool isList) =>
        new() { Name = name, Label = Any, Kind = MediaKind.Image, IsList = isList, ItemsMax = 8, BytesMax = 30_000_000, MimeTypes = ["image/png"] };

    public static MediaValue Files(params string[] ids) =>
        new([.. ids.Select(id => new MediaItem { FileId = id, FileUniqueId = id, Kind = MediaKind.Image, MimeType = "image/png" })]);
}
