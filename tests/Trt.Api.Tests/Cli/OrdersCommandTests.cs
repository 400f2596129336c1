using System.Text.Json;
using Trt.Api.Tests.Stories;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Cli;

/// <summary>Orders from the console, beside the running shop.</summary>
public sealed class OrdersCommandTests
{
    private RunningShop _shop = null!;
    private Shell _operator = null!;
    private Customer _anna = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _operator = new Shell(_shop);
        _anna = await _shop.Arrives();
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Delivered(_anna, "nano-banana-pro") == 1);
    }

    [Test]
    public async Task An_order_is_listed_searched_and_shown_for_people_and_for_programs()
    {
        var list = JsonDocument.Parse(await _operator.Does("orders", "list", "--user", $"{_anna.Id}", "--json")).RootElement;
        var reference = list[0].GetProperty("reference").GetString()!;
        list.GetArrayLength().ShouldBe(1);

        (await _operator.Does("orders", "list", "--user", $"{_anna.Id}", "--status", "delivered")).ShouldContain($"{reference} delivered");
        (await _operator.Does("orders", "search", $"{_anna.Id}")).ShouldContain(reference);
        (await _operator.Does("orders", "search", reference)).ShouldContain($"{_anna.Id}");
        var sheet = await _operator.Does("orders", "show", reference);
        sheet.ShouldContain("taken 14.14 ₽, came back 0.00 ₽");
        sheet.ShouldContain("confirmed");
        sheet.ShouldNotContain("Кот-астронавт");

        var shown = JsonDocument.Parse(await _operator.Does("orders", "show", reference, "--inputs", "--json", "--operator", "root")).RootElement[0];
        shown.GetProperty("takenKopecks").GetInt64().ShouldBe(1414);
        shown.GetProperty("inputs").GetProperty("prompt").GetString().ShouldBe("Кот-астронавт");
        (await _shop.Books.Acts("order.inputs_read", "operator:root")).ShouldBe(1);
        (await _operator.Does("orders", "show", shown.GetProperty("task").GetString()!)).ShouldContain(reference);
    }

    [Test]
    public async Task What_is_no_order_is_told_in_words_and_by_the_exit_code()
    {
        var (none, _, noOrder) = await _operator.Run("orders", "show", "0000000000");
        (none, noOrder.Contains("No order is called \"0000000000\"", StringComparison.Ordinal)).ShouldBe((1, true));
        var (nonsense, _, hint) = await _operator.RunProgram("orders", "show", "что-то не то");
        (nonsense, hint.Contains("87aed2e36a", StringComparison.Ordinal)).ShouldBe((2, true));
        (await _operator.Run("orders", "list", "--status", "eaten")).ExitCode.ShouldBe(2);
        (await _operator.Run("orders", "list", "--user", "1")).ExitCode.ShouldBe(1);
        (await _operator.Run("orders", "search", "nobody is called like this")).ExitCode.ShouldBe(1);
    }
}
