using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The number a customer quotes leads an operator to the order, and from there to everything that can be done about it.</summary>
[Parallelizable]
public sealed class AdminOrderStories
{
    private static readonly long[] OwnerIds = [.. Enumerable.Range(772_001, 12).Select(id => (long)id)];

    private static int _stories;

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Customer _anna = null!;

    [OneTimeSetUp]
    public async Task OpenShop() =>
        _shop = await RunningShop.Open(("ADMIN_IDS", string.Join(',', OwnerIds)), ("WELCOME_BALANCE_RUB", "100"));

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [SetUp]
    public async Task Enter()
    {
        _owner = new Customer(_shop, OwnerIds[_stories++], "Хозяин", "ru");
        await _owner.Say("/start");
        await _owner.Reads("добро пожаловать");
        _anna = await _shop.Arrives();
    }

    [Test]
    public async Task The_reference_of_a_failure_leads_to_its_order_and_its_reason()
    {
        await _shop.Provider(new { duration_ms = 20, task = new { failCode = "500", failMsg = "Internal server error", times = 1 } });
        await _anna.OrdersPicture();
        var failure = await _anna.Reads("Номер обращения:");
        var reference = failure.Text[(failure.Text.IndexOf("обращения: ", StringComparison.Ordinal) + 11)..].Trim()[..10];

        await _owner.Say($"/admin {reference}");
        var page = await _owner.Sees($"Номер обращения: {reference}");
        page.Text.ShouldContain("не получилось");
        page.Text.ShouldContain($"{_anna.Id}");
        page.Text.ShouldContain("подтвердил");
        page.Text.ShouldContain("не списано, снова на балансе: 14,14");
        page.Text.ShouldNotContain("Кот-астронавт");
        page.Buttons.ShouldNotContain(button => button.Label.Contains("Вернуть"));

        await _owner.Press("Показать ввод");
        (await _owner.Sees("записано в журнал")).Text.ShouldContain("Кот-астронавт");
        await _owner.Press("Скрыть ввод");
        await _owner.Sees("Номер обращения:");
        (await _shop.Books.Acts("order.inputs_read", $"operator:{_owner.Id}")).ShouldBe(1);

        await _anna.Say(reference);
        await Eventually.Holds("an answer", async () => (await _anna.FromBot())[^1].Id > failure.Id);
        (await _anna.FromBot())[^1].Buttons.ShouldNotContain(button => button.Data.StartsWith("admin_", StringComparison.Ordinal));
    }

    [Test]
    public async Task Money_goes_back_after_a_reason_and_a_second_press_and_only_once()
    {
        await OpenDelivered();
        await _owner.Press("Вернуть 14,14 ₽");
        await _owner.Sees("Почему?");
        await _owner.Press("Результат не годится");
        var sure = await _owner.Sees("Баланс: 85,86 ₽ → 100 ₽");
        sure.Text.ShouldContain("Причина: Результат не годится");
        var (messageId, data) = await _owner.Button("Да, вернуть 14,14 ₽");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _owner.Click(messageId, data)));
        await Eventually.Holds("the money is back", async () => await _shop.Books.Available(_anna) == 10_000);
        await _anna.Reads("Причина: Результат не годится");
        await _owner.Reads("возвращено 14,14");
        (await _owner.FromBot())[^1].Buttons.ShouldNotContain(button => button.Label.Contains("Вернуть"));
        await _owner.Click(messageId, data);
        await _owner.Reads("Возвращать нечего");
        (await _shop.Books.Available(_anna)).ShouldBe(10_000);
    }

    [Test]
    public async Task A_reason_of_ones_own_is_typed_and_an_older_screen_gives_nothing_back()
    {
        await OpenDelivered();
        await _owner.Press("Вернуть 14,14 ₽");
        await _owner.Sees("Почему?");
        await _owner.Say("Обещали <b>другое</b>");
        await _owner.Sees("Причина: Обещали <b>другое</b>");
        var (messageId, old) = await _owner.Button("Да, вернуть");
        await _owner.Say("Жалоба 17");
        await _owner.Sees("Причина: Жалоба 17");
        await _owner.Click(messageId, old);
        await _owner.Reads("уже не действует");
        (await _shop.Books.Available(_anna)).ShouldBe(8586);
    }

    [Test]
    public async Task A_result_is_sent_once_more_and_the_customers_orders_can_be_opened()
    {
        await OpenDelivered();
        await _owner.Press("Прислать снова");
        await _owner.Sees("Отправляем клиенту ещё раз");
        await Eventually.Holds("the second picture", async () => (await _anna.Got("photo")).Count == 2);
        await _owner.Press("Его заказы");
        await _owner.Sees("Генерации клиента");
        await _owner.Press("1");
        await _owner.Sees("Номер обращения:");
        await _owner.Press("Модель");
        await _owner.Sees("За час");
        await _owner.PressesAreAnswered();
    }

    [Test]
    public async Task The_files_of_an_order_come_on_request()
    {
        await _anna.Chooses("nano-banana-pro");
        await _anna.Sees("Шаг 1/3");
        await _anna.Say("Кот-астронавт");
        await _anna.Reads("Фото-образцы");
        await _anna.SendPhoto(Pictures.Png(320, 200));
        await _anna.Reads("Получено: 1 из 8");
        await _anna.Press("Готово");
        await _anna.Press("1K · 14,14 ₽");
        await _anna.Press("Создать за 14,14 ₽");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, _anna) == 1);
        await Find(_anna);
        await _owner.Press("Показать ввод");
        (await _owner.Sees("записано в журнал")).Text.ShouldContain("картинка 320×200");
        await _owner.Press("Прислать файлы");
        await _owner.Reads("Присылаем сюда: 1 файл");
        await _owner.Receives("photo");
        (await _shop.Books.Acts("order.files_read", $"operator:{_owner.Id}")).ShouldBe(1);
    }

    [Test]
    public async Task A_running_order_is_looked_at_now_and_can_be_stopped()
    {
        await _shop.Provider(new { duration_ms = 3_600_000 });
        await _anna.OrdersPicture();
        await Eventually.Holds("it runs", async () => await _shop.Books.Orders(GenerationStatus.Running, _anna) == 1);
        await _shop.Provider(new { duration_ms = 20 });
        await Find(_anna);
        await _owner.Press("Проверить сейчас");
        await _owner.Sees("Спросили");
        await _owner.Press("Вернуть 14,14 ₽");
        await _owner.Press("Слишком долго");
        await _owner.Press("Да, вернуть 14,14 ₽");
        await _owner.Reads("Вернули 14,14 ₽");
        await _anna.Reads("Мы вернули деньги за этот заказ");
        (await _shop.Books.Available(_anna)).ShouldBe(10_000);
        (await _shop.Books.Reserved(_anna)).ShouldBe(0);
    }

    [Test]
    public async Task Nonsense_is_told_what_a_reference_looks_like()
    {
        await _owner.Say("/admin 0000000000");
        await _owner.Sees("Номер обращения — десять знаков");
    }

    private async Task OpenDelivered()
    {
        await _anna.OrdersPicture();
        await _anna.Receives("photo");
        await Eventually.Holds("it is delivered", async () => await _shop.Books.Orders(GenerationStatus.Delivered, _anna) == 1);
        await Find(_anna);
    }

    /// <summary>By the customer, as most are.</summary>
    private async Task Find(Customer customer)
    {
        await _owner.Say($"/admin {customer.Id}");
        await _owner.Sees($"{customer.Id}");
        await _owner.Press("Генерации · 1");
        await _owner.Sees("Генерации клиента");
        await _owner.Press("1");
        await _owner.Sees("Номер обращения:");
    }
}
