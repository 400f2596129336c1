using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Upkeep;
using Trt.Domain.Catalog;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Filling;

/// <summary>One order from the first press to the result in the chat, looked at from the chat, the provider, the ledger and the outbox.</summary>
internal sealed class WholeWay(RunningShop shop, ModelCatalog catalog)
{
    public async Task Walk(ModelCard card)
    {
        var customer = shop.NewCustomer();
        if (card.Inputs.Fields.OfType<EarlierField>().FirstOrDefault() is { } earlier)
        {
            await Make(catalog.Find(earlier.From[0])!, customer);
        }

        var filled = await Make(card, customer);
        var generation = await GenerationOf(customer);
        var order = await new ProviderBook(shop).OrderOf(generation);
        order.ShouldMatch(filled);
        await ResultsArrived(customer, order, filled);
        await MoneyMovedOnce(customer, filled, generation);
        await NothingIsLeftToDo(customer);
    }

    private async Task<FilledOrder> Make(ModelCard card, Customer customer)
    {
        var filled = await new OrderForm(shop, customer, card).Fill();
        await customer.Click(filled.ScreenId, filled.ConfirmData);
        await Delivered(customer, card);
        return filled;
    }

    private async Task Delivered(Customer customer, ModelCard card)
    {
        try
        {
            await Eventually.Holds("the result is delivered", async () =>
            {
                (await Count(customer, "generations", "status IN ('Failed', 'Expired', 'Cancelled')")).ShouldBe(0);
                return await Count(customer, "generations", $"status = 'Delivered' AND model = '{card.Id}'") == 1;
            });
        }
        catch (Exception exception) when (exception is TimeoutException or ShouldAssertException)
        {
            throw new AssertionException($"{await Standing(customer)}. The chat ends with «{(await customer.FromBot())[^1].Text}»", exception);
        }
    }

    /// <summary>As many messages of the right kind as the provider made outputs; a text stands in a message itself.</summary>
    private static async Task ResultsArrived(Customer customer, JsonElement order, FilledOrder filled)
    {
        var output = ProviderBook.Model(order.GetProperty("model").GetString()!).GetProperty("output").GetString()!;
        var messages = (await customer.FromBot()).Where(message => message.Id > filled.ScreenId).ToList();
        if (output == "text")
        {
            ProviderBook.TextsOf(order).ShouldAllBe(text => messages.Count(message => message.Text.Contains(text, StringComparison.Ordinal)) == 1);
            return;
        }

        var kind = output == "image" ? "photo" : output;
        messages.Count(message => message.Json.TryGetProperty(kind, out _)).ShouldBe(order.GetProperty("result_urls").GetArrayLength());
    }

    private async Task MoneyMovedOnce(Customer customer, FilledOrder filled, string generation)
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
            (await Count(customer, "ledger_entries", $"reference = '{generation}'")).ShouldBe(2);
            (await Count(customer, "ledger_entries", $"kind = 'Reserve' AND reference = '{generation}' AND available_delta = -{kopecks} AND reserved_delta = {kopecks}")).ShouldBe(1);
            (await Count(customer, "ledger_entries", $"kind = 'Commit' AND reference = '{generation}' AND available_delta = 0 AND reserved_delta = -{kopecks}")).ShouldBe(1);
        }

        await using var scope = shop.Sandbox.Shop.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ProveMoney())).Differences.ShouldBeEmpty();
    }

    /// <summary>What is planned for later (a last look, a last progress message) finds nothing to do when its time comes.</summary>
    private Task NothingIsLeftToDo(Customer customer) =>
        Eventually.Holds($"no work is due for {customer.Id}", async () =>
            await Count(customer, "outbox", "due_at <= now() OR attempts > 0 OR parked_at IS NOT NULL") == 0);

    private async Task<string> GenerationOf(Customer customer) =>
        (await Read<Guid>("SELECT id FROM generations WHERE user_id = $1 ORDER BY created_at DESC LIMIT 1", customer)).ToString("N");

    private Task<string> Standing(Customer customer) => Read<string>(
        """
        SELECT coalesce((SELECT string_agg(concat_ws(' ', status, task_id, failure, detail), ', ') FROM generations WHERE user_id = $1), 'no generation')
            || '; '
            || coalesce((SELECT string_agg(concat_ws(' ', name, 'due', due_at, 'leased', leased_until, last_error), ', ') FROM outbox WHERE user_id = $1), 'no work')
        """,
        customer);

    private Task<long> Count(Customer customer, string table, string condition) =>
        Read<long>($"SELECT count(*) FROM {table} WHERE user_id = $1 AND ({condition})", customer);

    private async Task<T> Read<T>(string sql, Customer customer)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(shop.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(customer.Id);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
