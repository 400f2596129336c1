using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>What the shop keeps of a person is theirs: they see it, take it along, let it vanish, and are erased.</summary>
[Parallelizable]
public sealed class PrivacyStories
{
    private RunningShop _shop = null!;
    private Customer _anna = null!;

    [OneTimeSetUp]
    public async Task OpenShop() => _shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "100"));

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [SetUp]
    public async Task Enter() => _anna = await _shop.Arrives();

    [Test]
    public async Task The_page_is_found_from_ones_own_things_from_help_and_by_a_command()
    {
        await _anna.Say("/privacy");
        var page = await _anna.Sees("Что храним");
        page.Text.ShouldContain("Кто это видит");
        await _anna.Press("Назад");
        await _anna.Sees("Деньги, готовые работы");
        await _anna.Press("Мои данные");
        await _anna.Sees("Что храним");
        await _anna.Say("/help");
        await _anna.Press("Мои данные");
        await _anna.Sees("Что храним");
        var english = await _shop.Arrives("en");
        await english.Say("/privacy");
        await english.Sees("What is kept");
    }

    [Test]
    public async Task An_archive_comes_as_a_file_once_an_hour()
    {
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await _anna.Say("/privacy");
        await _anna.Press("Забрать мои данные");
        await _anna.Reads("Собираем архив");
        var file = await _anna.Receives("document");
        file.Json.GetProperty("document").GetProperty("file_name").GetString().ShouldBe("my-data.zip");
        file.Text.ShouldContain("README.txt");
        await _anna.Say("/privacy");
        await _anna.Sees("Что храним");
        await _anna.Press("Забрать мои данные");
        await _anna.PressesAreAnswered();
        (await _anna.Got("document")).Count.ShouldBe(1);
    }

    [Test]
    public async Task A_vanishing_order_leaves_its_receipt_and_nothing_else()
    {
        await _anna.Say("/privacy");
        await _anna.Press("Исчезающие заказы: включить");
        await _anna.Sees("Исчезающие заказы включены");
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, _anna) == 1);
        await _shop.Post("clock", new { advance_ms = 660_000 });
        await _shop.TimeFlies(() => Eventually.Holds("it is forgotten", async () => await _shop.Books.Forgotten(_anna) == 1));
        await _anna.Say("/history");
        var gallery = await _anna.Sees("исчезло");
        gallery.Text.ShouldNotContain("Кот-астронавт");
        await _anna.Press("исчезло");
        var work = await _anna.Reads("исчезло");
        await _anna.Press("Чек");
        await _anna.Sees("Списано: 14,14");
        work.Buttons.ShouldNotContain(button => button.Data.StartsWith("go_on:", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_result_is_deleted_everywhere_and_its_message_leaves_the_chat()
    {
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, _anna) == 1);
        await _anna.Say("/history");
        await _anna.Sees("Ваши работы");
        await _anna.Press("Кот-астронавт");
        await _anna.Press("Удалить");
        (await _anna.Reads("Удалить из истории?")).Text.ShouldContain("«Отовсюду» сотрёт");
        await _anna.Press("Удалить отовсюду");
        await _anna.Reads("описание и результат стёрты");
        await Eventually.Holds("the picture left the chat", async () => (await _anna.Got("photo")).Count <= 1);
        (await _shop.Books.Forgotten(_anna)).ShouldBe(1);
    }

    [Test]
    public async Task Whoever_is_erased_agrees_twice_gives_their_money_up_and_may_come_back()
    {
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, _anna) == 1);
        await _anna.Say("/privacy");
        await _anna.Press("Стереть меня");
        var first = await _anna.Sees("Что останется и почему");
        first.Text.ShouldContain("На балансе 85,86 ₽");
        await _anna.Press("Продолжить");
        await _anna.Sees("отказаться от 85,86 ₽");
        await _anna.Press("Отказаться от 85,86 ₽");
        await _anna.Reads("о вас ничего не осталось");
        (await _shop.Books.Available(_anna)).ShouldBe(0);

        await _anna.Press("Вернуться новичком");
        await _anna.Sees("добро пожаловать");
        (await _shop.Books.Available(_anna)).ShouldBe(0);
        await _anna.Say("/history");
        await _anna.Sees("Здесь будут ваши работы");
    }

    [Test]
    public async Task While_an_order_is_under_way_nobody_is_erased()
    {
        await _shop.Provider(new { duration_ms = 3_600_000 });
        await _anna.OrdersPicture();
        await Eventually.Holds("it runs", async () => await _shop.Books.Orders(GenerationStatus.Running, _anna) == 1);
        await _shop.Provider(new { duration_ms = 20 });
        await _anna.Say("/privacy");
        await _anna.Press("Стереть меня");
        await _anna.Sees("Ваш заказ ещё в работе");
        (await _shop.Books.Available(_anna)).ShouldBe(8586);
    }
}
