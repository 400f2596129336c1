using System.Text.Json;
using Trt.Api.Bot.Routes;
using Trt.Api.Cli;
using Trt.Api.Tests.Stories;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

/// <summary>Looking after work that is under way, from the console.</summary>
public sealed class ChainCommandTests
{
    private RunningShop _shop = null!;
    private Shell _operator = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _operator = new Shell(_shop);
    }

    [Test]
    public async Task One_reference_leads_through_the_whole_chain()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.OpenOrders(anna) == 0);
        var reference = JsonDocument.Parse(await _operator.Does("orders", "list", "--user", $"{anna.Id}", "--json")).RootElement[0]
            .GetProperty("reference").GetString()!;

        var chain = await _operator.Does("cid", reference);
        foreach (var place in new[] { "update", "order", "provider", "callback", "delivery" })
        {
            chain.ShouldContain($" {place} ", Case.Sensitive, chain);
        }

        chain.ShouldContain("the result is verified");
        JsonDocument.Parse(await _operator.Does("cid", reference, "--json")).RootElement.GetArrayLength().ShouldBeGreaterThan(4);
        var (exitCode, _, errors) = await _operator.Run("cid", "0000000000");
        (exitCode, errors.Contains("Nothing here has the reference 0000000000", StringComparison.Ordinal)).ShouldBe((1, true), errors);
    }

    [Test]
    public async Task Work_is_put_aside_by_hand_and_started_again()
    {
        var rows = JsonDocument.Parse(await _operator.Does("outbox", "list", "--waiting", "--json")).RootElement.EnumerateArray().ToList();
        var id = rows.First(row => row.GetProperty("name").GetString() == "figures.keep.v1").GetProperty("id").GetString()!;
        (await _operator.Does("outbox", "park", id, "--reason", "the disk is small", "--operator", "root")).ShouldContain("Put aside.");
        (await _operator.Does("outbox", "list")).ShouldContain("operator:root: the disk is small");
        var trail = await _operator.Does("audit", "--subject", $"outbox:{Guid.Parse(id):N}");
        (trail.Contains("operator:root", StringComparison.Ordinal), trail.Contains("outbox.parked", StringComparison.Ordinal)).ShouldBe((true, true), trail);
        trail.ShouldContain("the disk is small");
        (await _operator.Run("outbox", "park", id, "--reason", "again")).ExitCode.ShouldBe(1);
        (await _operator.Does("outbox", "replay", id)).ShouldContain("1 started again.");
        (await _operator.Run("outbox", "replay", id)).ExitCode.ShouldBe(1);
        (await _operator.Does("callbacks", "orphans")).ShouldContain("Every callback has found its order.");
    }

    [Test]
    public async Task Every_button_stands_on_a_screen_and_is_followed()
    {
        var (exitCode, output, _) = await _operator.Run("routes");
        exitCode.ShouldBe(0, output);
        RouteInventory.Read().Select(line => line.Button).Distinct().ShouldBe(RouteTable.Names, ignoreOrder: true);
        var menu = RouteInventory.Read().Single(line => line.Button == "admin_menu");
        (menu.Route, menu.Handlers).ShouldSatisfyAllConditions(
            found => found.Route.ShouldBe("AdminMenuRoute"), found => found.Handlers.ShouldBe(["AdminDesk"]));
    }

    [Test]
    public void A_button_that_nobody_makes_or_follows_is_dead()
    {
        Func<string[], Route?> reader = Forgotten;
        var line = RouteInventory.Read([typeof(ChainCommandTests)], [KeyValuePair.Create("forgotten", reader.Method)]).ShouldHaveSingleItem();
        (line.Route, line.IsDead).ShouldBe((nameof(ForgottenRoute), true));
    }

    private static Route? Forgotten(string[] arguments) => arguments.Length == 0 ? new ForgottenRoute() : null;

    private sealed record ForgottenRoute() : Route("forgotten");
}
