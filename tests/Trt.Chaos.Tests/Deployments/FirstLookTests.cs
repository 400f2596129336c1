using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Deployments;

/// <summary>A shop pays for its dashboard when somebody looks at it, and not at its start.</summary>
[Category("Process")]
public sealed class FirstLookTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Nothing_of_the_dashboard_is_loaded_before_it_is_asked_for()
    {
        await using var neighbours = await Neighbours.Open();
        await using var database = await DatabaseTemplate.OfShop.Create();
        var port = ShopProgram.FreePort();
        var door = new Uri($"http://127.0.0.1:{port}");
        await using var shop = ShopProgram.Start(
            [typeof(GlassShop).Assembly.Location, GlassShop.Verb], port, neighbours.Settings(door, database.ShopConnectionString));
        await Eventually.Holds("the shop is open", shop.IsReady, Patience);
        var anna = new Customer(neighbours.Levers, 1, "Анна", "ru");
        await anna.Arrives();

        var before = await Loaded(shop, "before");
        before.ShouldContain("Trt.Api");
        before.ShouldNotContain(name => IsOfPages(name));

        using var http = new HttpClient { BaseAddress = door };
        using var page = await http.GetAsync("/admin");
        (await page.Content.ReadAsStringAsync()).ShouldContain("<html");
        (await Loaded(shop, "after")).ShouldContain(name => IsOfPages(name), "the same question finds it once it is there");
    }

    private static bool IsOfPages(string assembly) =>
        assembly.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
        || assembly.Contains("Razor", StringComparison.Ordinal);

    private static async Task<string[]> Loaded(ShopProgram shop, string word)
    {
        shop.Tell(word);
        var line = await Eventually.Get("what is loaded", () => shop.Output.Split('\n').FirstOrDefault(said => said.StartsWith($"{word}: ", StringComparison.Ordinal)));
        return line.Trim()[(word.Length + 2)..].Split(' ');
    }
}
