using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Drafts;

/// <summary>Orders for models of the test's own making.</summary>
internal static class Orders
{
    public static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    /// <summary>Photos and a text, and a resolution that decides about the price.</summary>
    public static readonly ModelCard Picture = CardWith(
        Prompt(max: 9000) with { IsRequired = true },
        Choice("resolution", "1K", "4K") with { Default = Text("1K") },
        Images("photos") with { ItemsMax = 3 },
        Number("seed", 1, 100),
        Flag("filter") with { IsHidden = true, Default = new FlagValue(true) }) with
    {
        Prices = new PriceList(PriceUnit.Generation, null,
        [
            new Sku("resolution=1K", new Dictionary<string, string> { ["resolution"] = "1K" }, 18),
            new Sku("resolution=4K", new Dictionary<string, string> { ["resolution"] = "4K" }, 24),
        ]),
    };

    public static ModelCard CardWith(params Field[] fields) => CardWith(fields, []);

    public static ModelCard CardWith(Field[] fields, FieldRule[] rules) => new()
    {
        Id = new ModelId("test"),
        Family = ProviderFamily.Jobs,
        SendAs = "test",
        Title = Label,
        Benefit = Label,
        Maker = "Test",
        Type = GenerationType.TextToImage,
        Output = OutputKind.Image,
        Status = ModelStatus.Ready,
        Inputs = new InputSchema(fields, rules),
        Prices = new PriceList(PriceUnit.Generation, null, [new Sku("one", new Dictionary<string, string>(), 18)]),
    };

    public static Wizard Begin(ModelCard card) => Wizard.Begin(Draft.Open(new UserId(1)), card, Now, TimeSpan.FromDays(1));

    public static Wizard Repeat(ModelCard card, params (string Name, InputValue Value)[] values) => Wizard.Repeat(
        Draft.Open(new UserId(1)), card, values.ToDictionary(pair => pair.Name, pair => pair.Value), Now, TimeSpan.FromDays(1));

    public static string? Asking(this Wizard wizard) => wizard.Open?.Name;

    public static Field Field(this Wizard wizard, string name) => wizard.Card.Inputs.Find(name)!;

    public static IReadOnlyList<InputProblem> Give(this Wizard wizard, string text) => wizard.Answer(wizard.Open!, new TextValue(text));
}
