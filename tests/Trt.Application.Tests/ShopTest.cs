using Trt.Application.Terms;
using Trt.Testing.Shop;

// Each shop has its own database and clock: nothing of one test is seen by another. Races need the connections of the server for themselves.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]

namespace Trt.Application.Tests;

/// <summary>A shop of its own for every test; when the test is over its books are proven.</summary>
public abstract class ShopTest
{
    protected TestShop Shop { get; private set; } = null!;

    /// <summary>False where a test breaks the books on purpose.</summary>
    protected virtual bool BooksAgreeAtTheEnd => true;

    [SetUp]
    public async Task Open() => Shop = await OpenShop();

    [TearDown]
    public async Task Close()
    {
        await using (Shop)
        {
            if (BooksAgreeAtTheEnd)
            {
                await Shop.MoneyAgrees();
            }
        }
    }

    protected virtual Task<TestShop> OpenShop() => TestShop.Open();

    /// <summary>Another shop in place of this one, for a single test that needs other settings.</summary>
    protected async Task Reopen(ShopOptions settings, TimeSpan grace = default)
    {
        await Shop.DisposeAsync();
        Shop = await TestShop.Open(settings, grace: grace);
    }
}
