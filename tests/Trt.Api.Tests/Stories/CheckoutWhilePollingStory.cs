using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>A shop that asks for its updates gets them in batches; who pays does not wait for a batch that hangs.</summary>
[Parallelizable]
public sealed class CheckoutWhilePollingStory
{
    [Test]
    public async Task A_checkout_is_answered_while_another_persons_update_hangs()
    {
        await using var shop = await RunningShop.Open(("BOT_MODE", "polling"), ("WELCOME_BALANCE_RUB", "0"));
        var (anna, boris) = (shop.NewCustomer(), shop.NewCustomer("Борис"));
        await anna.Say("/start");
        await boris.Say("/start");
        await boris.Reads("добро пожаловать");
        await anna.Reads("добро пожаловать");
        await boris.Click((await boris.FromBot())[^1].Id, "pay_stars:100");
        await boris.Receives("invoice");

        await using (await shop.ByHand.LocksDrafts())
        {
            // Her order is locked away, so her update and the batch it came in do not end.
            await anna.Say("/cancel");
            await boris.Pays();
            (await boris.PaymentEnds()).State.ShouldBe("paid");
        }

        await boris.Reads("Баланс пополнен на 100 ₽");
        (await shop.Books.Available(boris)).ShouldBe(10_000);
    }
}
