using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Drafts;

/// <summary>Models of the test's own making, sold for 18 credits.</summary>
internal static class TestCards
{
    public static readonly LocalText Label = new("Поле", "Field");

    public static ModelCard Card(string id, params Field[] fields) => new()
    {
        Id = new ModelId(id),
        Family = ProviderFamily.Jobs,
        SendAs = id,
        Title = new LocalText(id, id),
        Benefit = Label,
        Maker = "Test",
        Type = GenerationType.TextToImage,
        Output = OutputKind.Image,
        Status = ModelStatus.Ready,
        Inputs = new InputSchema(fields, []),
        Prices = new PriceList(PriceUnit.Generation, null, [new Sku("one", new Dictionary<string, string>(), 18)]),
    };

    public static ModelCatalog Catalog(params ModelCard[] cards) => new($"{cards.Length}", cards);

    public static TextField Prompt() => new() { Name = "prompt", Label = Label, IsRequired = true, LengthMax = 1000 };

    public static ChoiceField Choice(string name, params string[] values) => new()
    {
        Name = name,
        Label = Label,
        IsRequired = true,
        Choices = [.. values.Select(value => new Choice(value, new LocalText($"{value} рус", $"{value} eng")))],
    };

    public static MediaField Images(string name, int max) => new()
    {
        Name = name,
        Label = Label,
        Kind = MediaKind.Image,
        IsList = true,
        ItemsMax = max,
        BytesMax = 10 * 1024 * 1024,
        MimeTypes = ["image/jpeg", "image/png"],
    };

    public static MediaItem Photo(string name = "photo") =>
        new() { FileId = name, FileUniqueId = name, Kind = MediaKind.Image, MimeType = "image/jpeg", Bytes = 1000, Width = 640, Height = 480 };
}
