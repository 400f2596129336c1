using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>A shop that asks for its updates gets among them what it cannot read; nobody behind it waits for ever.</summary>
[Parallelizable]
public sealed class UpdatesOfTomorrowStory
{
    [Test]
    public async Task What_cannot_be_read_is_kept_and_passed_over_and_the_next_person_is_served()
    {
        await using var shop = await RunningShop.Open(("BOT_MODE", "polling"));
        var anna = shop.NewCustomer();

        await shop.Post("update", new { update = new { message = new { message_id = 1, text = new { smell = "of tomorrow" } } } });
        await shop.Post("update", new { update = new { my_chat_member = new { chat = new { id = 5 }, new_chat_member = new { status = "resting" } } } });
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Say("/balance");
        await anna.Reads("Баланс");

        (await shop.Books.UpdatesPutAside()).ShouldBe(1);
        (await shop.Books.UpdatesPutAside(with: "of tomorrow", error: "could not be read")).ShouldBe(1);
    }
}
