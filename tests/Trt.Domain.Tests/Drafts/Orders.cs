using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Drafts;

/// <summary>Orders for models of the test's own making.</summary>
internal static class Orders
{
    public static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

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

    public static Draft Begin(ModelCard card)
    {
        var draft = Draft.Open(new UserId(1));
        draft.Begin(card, Now, TimeSpan.FromDays(1));
        return draft;
    }

    public static IReadOnlyList<InputProblem> Give(this Draft draft, ModelCard card, string text) =>
        draft.Answer(card, card.Inputs.Find(draft.Asking!)!, new TextValue(text));
}
