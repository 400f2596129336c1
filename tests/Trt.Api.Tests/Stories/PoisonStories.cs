using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>An update that our own code cannot handle.</summary>
[Parallelizable]
public sealed class PoisonStories
{
    [Test]
    [Property("Case", 73)]
    public async Task It_is_parked_with_its_error_the_person_is_told_and_the_next_one_works()
    {
        await using var shop = await RunningShop.Open();
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");

        // A quote that cannot be read back stands for any bug of ours.
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:z-image");
        await anna.Sees("Шаг 1/2");
        await shop.ByHand.SpoilsQuotes();
        await anna.Say("Маяк");
        await anna.Reads("Номер обращения:");

        (await shop.Books.UpdatesPutAside(with: "Маяк", error: "JsonException")).ShouldBe(1);
        await anna.Press("Меню");
        await anna.Reads("Что создаём?");
    }
}
