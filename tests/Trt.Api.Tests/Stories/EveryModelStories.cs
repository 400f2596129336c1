using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Tests.Stories.Filling;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;
using Trt.Testing;
using Trt.Testing.Shop;

// The stories of all models wait for each other's neighbours more than for the processor.
[assembly: LevelOfParallelism(8)]

namespace Trt.Api.Tests.Stories;

/// <summary>Every model on the shelves, from the first press to the result in the chat, with the least that a customer can give.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class EveryModelStories
{
    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private RunningShop _shop = null!;
    private ProviderBook _provider = null!;

    private static IEnumerable<TestCaseData> Offered =>
        Catalog.Cards.Where(card => card.IsOffered).Select(card => new TestCaseData(card.Id.Value).SetArgDisplayNames(card.Id.Value));

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "100000"));
        _provider = new ProviderBook(_shop);
        await _shop.Provider(new { duration_ms = 10, rate_limit = false });
        // The shop keeps the provider's pace of twenty orders in ten seconds; a whole catalog needs wider limits.
        await _shop.Scalar(
            """
            WITH wider AS (
                INSERT INTO pace_slots (name, slot)
                SELECT name, slot FROM unnest(ARRAY['submit', 'read']) name, generate_series(1000, 1500) slot
                RETURNING 1)
            SELECT count(*) FROM wider
            """);
    }

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [TestCaseSource(nameof(Offered))]
    public async Task Is_ordered_paid_and_delivered(string model)
    {
        var card = Catalog.Find(new(model))!;
        var customer = _shop.NewCustomer();
        var filled = await new OrderForm(_shop, customer, card).Fill();
        await customer.Click(filled.ScreenId, filled.ConfirmData);

        await Eventually.Holds($"{model} is delivered to {customer.Id}, whose chat ends with «{customer.LastSeen}»", async () => await IsDelivered(customer));
        var order = await _provider.OrderOf(await GenerationOf(customer));
        order.ShouldMatch(filled);
        await ResultsArrived(customer, card, order);
        await MoneyMovedOnce(customer, filled);
        await NothingIsLeftToDo(customer);
    }

    private async Task<bool> IsDelivered(Customer customer)
    {
        (await Count(customer, "generations", "status IN ('Failed', 'Expired', 'Cancelled')"))
            .ShouldBe(0, (await customer.FromBot())[^1].Text);
        return await Count(customer, "generations", "status = 'Delivered'") == 1;
    }

    /// <summary>As many messages of the right kind as the provider made outputs; a text stands in a message itself.</summary>
    private static async Task ResultsArrived(Customer customer, ModelCard card, JsonElement order)
    {
        var output = ProviderBook.Model(card.Id.Value).GetProperty("output").GetString()!;
        var messages = await customer.FromBot();
        if (output == "text")
        {
            messages.Count(message => message.Text.Contains("sandbox", StringComparison.OrdinalIgnoreCase)).ShouldBeGreaterThan(0);
            return;
        }

        var kind = output == "image" ? "photo" : output;
        messages.Count(message => message.Json.TryGetProperty(kind, out _)).ShouldBe(order.GetProperty("result_urls").GetArrayLength());
    }

    private async Task MoneyMovedOnce(Customer customer, FilledOrder filled)
    {
        if (filled.Price == 0)
        {
            filled.Card.IsFree.ShouldBeTrue();
            (await Count(customer, "free_allowances", "used = 1")).ShouldBe(1);
            (await Count(customer, "ledger_entries", "kind IN ('Reserve', 'Commit', 'Release')")).ShouldBe(0);
        }
        else
        {
            var kopecks = ((long)(filled.Price * 100)).ToString(CultureInfo.InvariantCulture);
            (await Count(customer, "ledger_entries", "kind IN ('Reserve', 'Commit', 'Release')")).ShouldBe(2);
            (await Count(customer, "ledger_entries", $"kind = 'Reserve' AND available_delta = -{kopecks} AND reserved_delta = {kopecks}")).ShouldBe(1);
            (await Count(customer, "ledger_entries", $"kind = 'Commit' AND available_delta = 0 AND reserved_delta = -{kopecks}")).ShouldBe(1);
        }

        await using var scope = _shop.Sandbox.Shop.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ProveMoney())).Differences.ShouldBeEmpty();
    }

    /// <summary>What is planned for later (a last look, a last progress message) finds nothing to do when its time comes.</summary>
    private Task NothingIsLeftToDo(Customer customer) =>
        Eventually.Holds($"no work is due for {customer.Id}", async () =>
            await Count(customer, "outbox", "due_at <= now() OR attempts > 0 OR parked_at IS NOT NULL") == 0);

    private async Task<string> GenerationOf(Customer customer)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_shop.ConnectionString);
        await using var command = source.CreateCommand("SELECT id FROM generations WHERE user_id = $1");
        command.Parameters.AddWithValue(customer.Id);
        return ((Guid)(await command.ExecuteScalarAsync())!).ToString("N");
    }

    private Task<long> Count(Customer customer, string table, string condition) =>
        _shop.Scalar($"SELECT count(*) FROM {table} WHERE user_id = {customer.Id.ToString(CultureInfo.InvariantCulture)} AND ({condition})");
}
