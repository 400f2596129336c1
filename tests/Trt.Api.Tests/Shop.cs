using Trt.Testing.Shop;

namespace Trt.Api.Tests;

/// <summary>One running shop for all stories; each story brings its own customer.</summary>
[SetUpFixture]
internal sealed class Shop
{
    private static readonly Lazy<Task<RunningShop>> Opened = new(() => RunningShop.Open());

    public static Task<RunningShop> Running => Opened.Value;

    [OneTimeTearDown]
    public async Task Close()
    {
        if (Opened.IsValueCreated)
        {
            await (await Opened.Value).DisposeAsync();
        }
    }
}
