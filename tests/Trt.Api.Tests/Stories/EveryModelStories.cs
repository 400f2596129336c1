using Trt.Api.Tests.Stories.Filling;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

// Shops wait for their neighbours more than for the processor. More of them at once, and a waiting person meets the tests' patience.
[assembly: LevelOfParallelism(3)]

namespace Trt.Api.Tests.Stories;

/// <summary>Every model on the shelves, from the first press to the result in the chat, with the least that a customer can give.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EveryModelStories
{
    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private RunningShop _shop = null!;

    private static IEnumerable<TestCaseData> Offered =>
        Catalog.Cards.Where(card => card.IsOffered).Select(card => new TestCaseData(card.Id.Value).SetArgDisplayNames(card.Id.Value));

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "100000"));
        await _shop.Provider(new { duration_ms = 10, rate_limit = false });
        await _shop.ByHand.WidensThePace();
    }

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [TestCaseSource(nameof(Offered))]
    public Task Is_ordered_paid_and_delivered(string model) => new WholeWay(_shop, Catalog).Walk(Catalog.Find(new(model))!);
}
