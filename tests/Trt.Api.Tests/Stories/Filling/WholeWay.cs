using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Upkeep;
using Trt.Domain.Catalog;
using Trt.Domain.Wallets;
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
        var generation = await shop.Books.NewestOrder(customer);
        var order = await new ProviderBook(shop).OrderOf(generation);
        order.ShouldMatch(filled);
        await ResultsArrived(customer, order, filled);
        await MoneyMovedOnce(customer, filled, generation);
        (await shop.Books.OrdersThatCostOtherwise(customer)).ShouldBe(0, "the simulated provider bills what the card says");
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
                (await shop.Books.OrdersThatCameToNothing(customer)).ShouldBe(0);
                return await shop.Books.Delivered(customer, card.Id.Value) == 1;
            });
        }
        catch (Exception exception) when (exception is TimeoutException or ShouldAssertException)
        {
            throw new AssertionException($"{await shop.Books.Standing(customer)}. The chat ends with «{(await customer.FromBot())[^1].Text}»", exception);
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
            (await shop.Books.FreeUsed(customer)).ShouldBe(1);
            (await shop.Books.EntriesAbout(generation)).ShouldBe(0);
        }
        else
        {
            var kopecks = (long)(filled.Price * 100);
            var taken = filled.IsAtMost ? await shop.Books.Taken(generation) : kopecks;
            taken.ShouldBeInRange(1, filled.IsAtMost ? kopecks - 1 : kopecks);
            (await shop.Books.EntriesAbout(generation)).ShouldBe(filled.IsAtMost ? 3 : 2);
            (await shop.Books.Entries(EntryKind.Reserve, generation, -kopecks, kopecks)).ShouldBe(1);
            (await shop.Books.Entries(EntryKind.Commit, generation, 0, -taken)).ShouldBe(1);
        }

        await using var scope = shop.Sandbox.Shop.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ProveMoney())).Differences.ShouldBeEmpty();
    }

    /// <summary>What is planned for later (a last look, a last progress message) finds nothing to do when its time comes.</summary>
    private Task NothingIsLeftToDo(Customer customer) =>
        Eventually.Holds($"no work is due for {customer.Id}", async () =>
            await shop.Books.WorkLeft(customer) == 0);
}
