using Trt.Api.Tests.Stories.Filling;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>What an order cost, readable in the chat at any time, for its owner and nobody else.</summary>
[Parallelizable]
public sealed class ReceiptStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await RunningShop.Open();

    [OneTimeTearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [SetUp]
    public Task Calm() => _shop.Provider(new { duration_ms = 20, rate_limit = false });

    [Test]
    public async Task The_button_under_a_result_opens_its_receipt_below_it()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        var photo = await anna.Receives("photo");
        await anna.Reads("Списано 14,14 ₽, на балансе 285,86 ₽");
        await anna.Click(photo.Id, photo.Buttons.First(button => button.Label.Contains("Чек")).Data);
        var receipt = await anna.Sees("🧾 Nano Banana Pro");
        receipt.Text.ShouldContain("✅ готово");
        receipt.Text.ShouldContain("Цена: 14,14 ₽\nСписано: 14,14 ₽\nБаланс: 300 ₽ → 285,86 ₽");
        receipt.Text.ShouldContain("Номер обращения: ");
    }

    [Test]
    public async Task The_list_leads_to_every_receipt_and_back_to_the_order()
    {
        var anna = await _shop.Arrives();
        await anna.Say("/receipt");
        await anna.Sees("Чеков пока нет");
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await anna.OrdersVoice();
        await anna.Receives("audio");
        await anna.Say("/receipt");
        (await anna.Sees("Каждый заказ до копейки")).Buttons.Count().ShouldBe(3);
        await anna.Press("· Nano Banana Pro");
        await anna.Sees("Баланс: 300 ₽ → 285,86 ₽");
        await anna.Press("Открыть заказ");
        await Eventually.Holds("the picture again", async () => (await anna.Got("photo")).Count == 2);
        var order = await anna.Reads("Nano Banana Pro · ✅ готово");
        await anna.Click(order.Id, order.Buttons.Single(button => button.Label == "🧾 Чек").Data);
        await anna.Reads("Баланс: 300 ₽ → 285,86 ₽");
        await anna.Press("Все чеки");
        await anna.Reads("Каждый заказ до копейки");
    }

    [Test]
    [Property("Case", 57)]
    public async Task Seven_orders_take_two_pages()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await _shop.ByHand.RepeatsOrders(anna, times: 6);
        await anna.Say("/receipt");
        await anna.Sees("Каждый заказ до копейки");
        await anna.Press("›");
        await Eventually.Holds("the second page", async () => (await anna.FromBot())[^1].Buttons.Any(button => button.Label == "‹"));
        (await anna.FromBot())[^1].Buttons.Count(button => button.Data.StartsWith("receipt:", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    public async Task A_shorter_film_costs_less_and_the_difference_is_shown()
    {
        await _shop.Provider(new { duration_ms = 20, rate_limit = false, seconds = 3 });
        var card = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current.Find(new("grok-imagine/text-to-video"))!;
        var anna = _shop.NewCustomer();
        var filled = await new OrderForm(_shop, anna, card).Fill();
        await anna.Click(filled.ScreenId, filled.ConfirmData);
        await anna.Receives("video");
        var told = await anna.Reads("Списано ");
        told.Text.ShouldContain("готово 3 из 6 с");

        var taken = Math.Round(filled.Price / 2, 2, MidpointRounding.AwayFromZero);
        await anna.Press("🧾 Чек");
        var receipt = await anna.Sees("🧾 ");
        receipt.Text.ShouldContain($"Цена: {Ru(filled.Price)}\nСписано: {Ru(taken)}\nВернулось: {Ru(filled.Price - taken)} · готово 3 из 6 с\nБаланс: 300 ₽ → {Ru(300 - taken)}");
    }

    [Test]
    public async Task A_failure_tells_what_came_back_and_why()
    {
        await _shop.Provider(new { duration_ms = 20, rate_limit = false, task = new { failCode = "500", failMsg = "Internal server error" } });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Reads("Деньги не списаны");
        await anna.Press("🧾 Чек");
        (await anna.Sees("🧾 ")).Text.ShouldContain("Цена: 14,14 ₽\nСписано: 0 ₽\nВернулось: 14,14 ₽ · результата нет\nБаланс: 300 ₽ → 300 ₽");
    }

    [Test]
    public async Task A_result_that_was_lost_tells_both_the_charge_and_the_return()
    {
        await _shop.Provider(new { duration_ms = 20, rate_limit = false, result = new { expired = true, after = 1 } });
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Reads("файл пропал");
        await anna.Press("🧾 Чек");
        (await anna.Sees("🧾 ")).Text.ShouldContain("Списано: 14,14 ₽\nВернулось: 14,14 ₽ · файл не дошёл\nБаланс: 300 ₽ → 300 ₽");
    }

    [Test]
    public async Task A_free_one_says_which_of_the_day_it_was_in_the_customers_language()
    {
        var john = await _shop.Arrives("en");
        await john.Press("My first picture");
        await john.Sees("Step 1/2");
        await john.Say("A lighthouse");
        await john.Press("Create for free");
        await john.Receives("photo");
        await john.Press("🧾 Receipt");
        (await john.Sees("🧾 ")).Text.ShouldContain("Free: 1 of 5 today");
    }

    [Test]
    public async Task An_order_from_before_quantities_were_kept_has_its_receipt_too()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await _shop.ByHand.ForgetsQuantities(anna);
        await anna.Press("🧾 Чек");
        (await anna.Sees("🧾 ")).Text.ShouldContain("Списано: 14,14 ₽");
    }

    [Test]
    public async Task A_strangers_receipt_an_unknown_one_and_nonsense_show_nothing()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        var (_, data) = await anna.Button("🧾 Чек");

        var stranger = await _shop.Arrives();
        var menu = (await stranger.FromBot())[^1].Id;
        await stranger.Click(menu, data);
        await stranger.Click(menu, "receipt:AAAAAAAAAAAAAAAAAAAAAQ");
        await stranger.PressesAreAnswered();
        var presses = (await stranger.Chat()).GetProperty("presses").EnumerateArray().Select(press => press.GetProperty("text").GetString()).ToList();
        presses.ShouldAllBe(answer => answer == "Этот заказ не найден.");
        await stranger.Click(menu, "receipt:nonsense");
        await stranger.Reads("Что создаём?");
        (await stranger.FromBot()).ShouldNotContain(message => message.Text.Contains("🧾"));
    }

    private static string Ru(decimal rubles) => Money.Rubles(rubles).In(Language.Russian);
}
