using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Catalog;

/// <summary>What stands in place of a model that is gone, and under which names one is found.</summary>
public sealed class CatalogNamesTests
{
    private static readonly ModelCatalog Catalog = new("1",
    [
        Card("new") with { Formerly = ["old", "older"], NewSince = new DateOnly(2026, 11, 28) },
        Card("first") with { Order = 1 },
        Card("gone") with { Status = ModelStatus.AbsentUpstream, Formerly = ["bygone"], Instead = [new("new"), new("hidden")] },
        Card("hidden") with { Status = ModelStatus.HiddenByOperator },
    ]);

    [TestCase("new", "new")]
    [TestCase("old", "new")]
    [TestCase("older", "new")]
    [TestCase("bygone", "gone")]
    [TestCase("oldest", null)]
    public void Former_ids_lead_to_the_model_of_today(string id, string? found) => Catalog.Find(new ModelId(id))?.Id.Value.ShouldBe(found);

    [TestCase("gone")]
    [TestCase("bygone")]
    public void What_the_card_names_is_offered_first_as_far_as_it_is_sold(string id) =>
        Catalog.InsteadOf(new ModelId(id)).Select(card => card.Id.Value).ShouldBe(["new", "first"]);

    [TestCase("2026-11-27", false)]
    [TestCase("2026-11-28", true)]
    [TestCase("2026-12-27", true)]
    [TestCase("2026-12-28", false)]
    public void It_is_new_for_thirty_days(string day, bool isNew) =>
        Catalog.Find(new ModelId("new"))!.IsNewOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isNew);

    [Test]
    public void The_next_end_of_a_promotion_is_known_and_passes()
    {
        var end = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);
        var catalog = new ModelCatalog("1",
        [
            Card("a") with { Prices = new PriceList(PriceUnit.Generation, null, [new Sku("default", new Dictionary<string, string>(), 1) { Until = end }]) },
            Card("b") with { Prices = new PriceList(PriceUnit.Generation, null, [new Sku("default", new Dictionary<string, string>(), 1) { Until = end.AddDays(1) }]) },
        ]);

        (catalog.Edge, Catalog.Edge).ShouldBe((end, null));
        catalog.At(end.AddTicks(-1)).ShouldBeSameAs(catalog);
        var after = catalog.At(end);
        (after.Edge, after.Find(new("a"))!.Status, after.Find(new("b"))!.Status).ShouldBe((end.AddDays(1), ModelStatus.BlockedNoPrice, ModelStatus.Ready));
        after.Find(new("a"))!.StatusReason.ShouldNotBeNullOrEmpty();
        (after.Find(new("a"))!.IsOver, after.Find(new("b"))!.IsOver).ShouldBe((true, false));
    }

    private static ModelCard Card(string id) => new()
    {
        Id = new ModelId(id),
        Family = ProviderFamily.Jobs,
        SendAs = id,
        Title = new LocalText(id, id),
        Benefit = new LocalText(id, id),
        Maker = "Test",
        Type = GenerationType.TextToImage,
        Output = OutputKind.Image,
        Status = ModelStatus.Ready,
        Inputs = new InputSchema([], []),
        Prices = new PriceList(PriceUnit.Generation, null, [new Sku("default", new Dictionary<string, string>(), 1)]),
    };
}
