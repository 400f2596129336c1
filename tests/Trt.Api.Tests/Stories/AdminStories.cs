using Trt.Domain.Payments;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Behind the counter, from the chat: what an owner and an admin can do, and that nobody else finds anything there.</summary>
[Parallelizable]
public sealed class AdminStories
{
    /// <summary>An owner per story: one chat takes only so many messages a second.</summary>
    private static readonly long[] OwnerIds = [.. Enumerable.Range(770_001, 20).Select(id => (long)id)];

    private const string Unknown = "Не понял нажатие, обновил меню.";

    private static int _stories;

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Customer _anna = null!;

    [OneTimeSetUp]
    public async Task OpenShop() =>
        _shop = await RunningShop.Open(("ADMIN_IDS", string.Join(',', OwnerIds)), ("WELCOME_BALANCE_RUB", "50"));


    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [SetUp]
    public async Task Enter()
    {
        _owner = new Customer(_shop, OwnerIds[_stories++], "Хозяин", "ru");
        await _owner.Say("/start");
        await _owner.Reads("добро пожаловать");
        _anna = _shop.NewCustomer();
        await _anna.Say("/start");
        await _anna.Reads("добро пожаловать");
    }

    [Test]
    public async Task An_owner_finds_a_customer_and_credits_them_once()
    {
        await OpenCard(_anna);
        await _owner.Press("Изменить баланс");
        await _owner.Sees("На сколько изменить?");
        await _owner.Say("сто");
        await _owner.Sees("Нужна сумма в рублях цифрами");
        await _owner.Say("150");
        await _owner.Sees("Напишите причину");
        await _owner.Say("Обращение <b>17</b>");
        await _owner.Sees("Баланс: 50 ₽ → 200 ₽");
        var (messageId, data) = await _owner.Button("Зачислить 150 ₽");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _owner.Click(messageId, data)));
        await Eventually.Holds("the booking", async () => await _shop.Books.Available(_anna) == 20_000);

        var told = await _anna.Sees("На баланс зачислено 150 ₽");
        told.Text.ShouldContain("Причина: Обращение <b>17</b>");
        await _owner.Click(messageId, data);
        await _owner.Reads("Уже проведено: +150 ₽. На балансе 200 ₽");
        (await _shop.Books.Entries(EntryKind.Adjust, _anna)).ShouldBe(1);
        await _owner.PressesAreAnswered();
    }

    [Test]
    public async Task A_large_amount_is_asked_twice_and_can_still_be_cancelled()
    {
        await Write(_anna, "15000", "Подарок");
        await _owner.Press("Зачислить 15\u00A0000 ₽");
        await _owner.Reads("Крупная сумма: +15\u00A0000 ₽");
        (await _shop.Books.Available(_anna)).ShouldBe(5000);
        var (messageId, second) = await _owner.Button("Да, зачислить");
        await _owner.Press("Отмена");
        await _owner.Reads("Отменили, баланс прежний");
        await _owner.Click(messageId, second);
        await _owner.Reads("Этот запрос уже не действует");
        (await _shop.Books.Available(_anna)).ShouldBe(5000);

        await Write(_anna, "2000", "Подарок");
        await _owner.Press("Без сообщения клиенту");
        await _owner.Press("Да, зачислить");
        await _owner.Reads("Клиенту не сообщаем");
        (await _shop.Books.Available(_anna)).ShouldBe(205_000);
    }

    [Test]
    public async Task More_than_there_is_cannot_be_taken()
    {
        await OpenCard(_anna);
        await _owner.Press("Изменить баланс");
        await _owner.Sees("На сколько изменить?");
        await _owner.Say("-50.01");
        await _owner.Sees("Напишите причину");
        await _owner.Say("Возврат");
        await _owner.Sees("Столько не списать: на балансе 50 ₽");
    }

    [Test]
    [Property("Case", 99)]
    public async Task An_admin_appointed_in_the_chat_works_within_the_limit_and_sees_only_what_is_theirs()
    {
        var boris = _shop.NewCustomer("Борис");
        await boris.Say("/start");
        await boris.Reads("добро пожаловать");
        await OpenMenu();
        await _owner.Press("Админы");
        await _owner.Sees("Владельцы могут всё");
        await _owner.Press("Добавить админа");
        await _owner.Sees("только цифры");
        await _owner.Say("@boris");
        await _owner.Sees("имена в мессенджере переходят к другим людям");
        await _owner.Say($"{boris.Id}");
        await _owner.Sees("Кем будет Борис");
        await _owner.Press("Админ с лимитом");
        await _owner.Sees("лимит 100 ₽ в день");

        await boris.Say("/admin");
        var menu = await boris.Sees("Ваш лимит зачислений на сегодня: 100 ₽ из 100 ₽");
        menu.Buttons.Select(button => button.Label).ShouldNotContain(label => label.Contains("Выгрузка") || label.Contains("Админы"));
        await boris.Click(menu.Id, "admin_export:users");
        await PressShows(boris, Unknown);

        await Ask(boris, $"/admin {_anna.Id}", $"{_anna.Id}");
        await boris.Press("Изменить баланс");
        await boris.Sees("На сколько изменить?");
        await boris.Say("101");
        await boris.Sees("Напишите причину");
        await boris.Say("Подарок");
        await boris.Sees("Больше вашего лимита: на сегодня осталось 100 ₽ из 100 ₽");

        await _owner.Press("Лимит");
        await _owner.Sees("Сколько рублей в день");
        await _owner.Say("200");
        await _owner.Sees("100 ₽ → 200 ₽ в день");
        await _owner.Press("Снять права");
        await _owner.Sees("Снять права админа с");
        await _owner.Press("Да, снять");
        await _owner.Reads("Права сняты");
        await Ask(boris, "/admin", "Такой команды нет");
    }

    /// <summary>S29: no hint that anything is there, whatever door is tried; each try is counted and written down.</summary>
    [Test]
    public async Task Nobody_else_finds_anything_behind_the_counter()
    {
        foreach (var command in new[] { "/admin", "/admin_stats", $"/user_balance {_owner.Id}", $"/block_user {_owner.Id}", "/add_admin", "/broadcast" })
        {
            await Ask(_anna, command, "Такой команды нет");
        }

        await Write(_anna, "10", "Подарок");
        var (_, sign) = await _owner.Button("Зачислить 10 ₽");
        foreach (var button in new[] { sign, "admin_menu", "admin_stats", $"admin_user:{_anna.Id}", $"admin_adjust:{_anna.Id}", $"admin_block:{_owner.Id}", "admin_team", "admin_export:ledger:7", "admin_user_info:1", "adm:users" })
        {
            await _anna.Click((await _anna.FromBot())[^1].Id, button);
            await PressShows(_anna, Unknown);
        }

        (await _shop.Books.Available(_anna)).ShouldBe(5000);
        (await _shop.Books.Acts("admin.refused", $"operator:{_anna.Id}")).ShouldBe(16);
        await Eventually.Holds("the tries are counted", async () =>
            (await _shop.Http.GetStringAsync("/metrics")).Contains("trt_admin_refused_total{", StringComparison.Ordinal));
    }

    /// <summary>S29: the owner's name and username on another number are another person.</summary>
    [Test]
    public async Task The_username_of_an_owner_opens_nothing()
    {
        await Speak(_owner.Id, "/start");
        await Speak(880_001, "/admin");
        await new Customer(_shop, 880_001, "Хозяин", "ru").Sees("Такой команды нет");

        Task Speak(long id, string text) => _shop.Post("text", new { chat_id = id, text, name = "Хозяин", username = "the_boss", language_code = "ru" });
    }

    [Test]
    public async Task A_blocked_customer_sees_their_money_and_receipts_and_spends_nothing_until_they_are_unblocked()
    {
        var menu = (await _anna.FromBot())[^1];
        await OpenCard(_anna);
        await _owner.Press("Заблокировать");
        await _owner.Sees("Напишите причину");
        await _owner.Say("Спам");
        await _owner.Sees("Заблокирован.");
        await _owner.Reads("Спам");

        await _anna.Say("/start");
        (await _anna.Sees("Сейчас новые заказы для вас закрыты.")).Buttons.Select(button => button.Data).ShouldBe(["check_balance", "my_generations:1", "receipts:1"]);
        await _anna.Press("Баланс");
        var balance = await _anna.Sees("Баланс: 50");
        balance.Buttons.Select(button => button.Data).ShouldNotContain("topup_balance");
        await _anna.Press("История");
        await _anna.PressesAreAnswered();
        await _anna.Say("/paysupport");
        await _anna.PressesAreAnswered();
        await _anna.Click(menu.Id, "select_model:z-image");
        await PressShows(_anna, "Сейчас новые заказы для вас закрыты.");
        await _anna.SendPhoto(Pictures.Png(10, 10));
        await _anna.Sees("Сейчас новые заказы для вас закрыты.");
        await _anna.Say("кот в космосе");
        await _anna.Sees("Сейчас новые заказы для вас закрыты.");
        (await _shop.Books.Drafts(_anna)).ShouldBe(0);

        foreach (var spends in new[] { "topup_balance", "topup_amount:100", "claim_gift", "promo_codes", "generate_again", "first_picture:z-image", "free_tools", "seek", "take:1:z-image", "wish:1:less", "found:1:1" })
        {
            await _anna.Click(menu.Id, spends);
            await PressShows(_anna, "Сейчас новые заказы для вас закрыты.");
        }

        await _shop.Restart();
        await Ask(_anna, "/topup", "Сейчас новые заказы для вас закрыты.");
        await Ask(_anna, "/balance", "Баланс: 50");

        await OpenCard(_anna);
        await _owner.Press("Разблокировать");
        await _owner.Reads("Разблокирован.");
        await Ask(_anna, "/balance", "Баланс: 50 ₽");
    }

    [Test]
    public async Task What_a_blocked_customer_pays_is_still_theirs()
    {
        await _anna.Say("/topup");
        await _anna.Press("100 ₽");
        await _anna.Press("Telegram Stars");
        await _anna.Receives("invoice");
        await OpenCard(_anna);
        await _owner.Press("Заблокировать");
        await _owner.Sees("Напишите причину");
        await _owner.Say("Спам");
        await _owner.Sees("Заблокирован.");

        await _anna.Pays();
        await _anna.Reads("Баланс пополнен на 100 ₽");
        (await _shop.Books.Available(_anna)).ShouldBe(15_000);
        (await _shop.Books.Payments(PaymentStatus.Credited, _anna)).ShouldBe(1);
    }

    /// <summary>Another instance, or the console, writes only the database; this one has talked to her a moment ago.</summary>
    [Test]
    public async Task A_block_made_elsewhere_holds_here_within_seconds()
    {
        await _shop.ByHand.Blocks(_anna);
        var menu = (await _anna.FromBot())[^1];
        await Eventually.Holds("the block is known", async () => await Toast(_anna, menu) == "Сейчас новые заказы для вас закрыты.");
        await _shop.ByHand.Unblocks(_anna);
        await Eventually.Holds("the end of the block is known", async () => await Toast(_anna, menu) != "Сейчас новые заказы для вас закрыты.");
    }

    [Test]
    public async Task The_figures_the_audit_trail_and_a_table_come_into_the_owners_chat()
    {
        await OpenMenu();
        await _owner.Press("Статистика");
        var figures = await _owner.Sees("Всего клиентов:");
        figures.Text.ShouldContain("У поставщика осталось:");
        await _owner.Press("Панель");
        await _owner.Sees("Клиенты, деньги и порядок");
        await _owner.Press("Выгрузка");
        await _owner.Sees("Таблица придёт файлом");
        await _owner.Press("Клиенты · сегодня");
        await _owner.Reads("Он придёт сюда сам");
        var file = await _owner.Receives("document");
        file.Json.GetProperty("document").GetProperty("file_name").GetString()!.ShouldMatch(@"^users-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$");
        file.Text.ShouldContain("Клиенты");

        await OpenMenu();
        await _owner.Press("Журнал");
        await _owner.Sees("выгрузка · Клиенты");
    }

    [Test]
    public async Task A_search_shows_many_page_by_page_and_leads_to_their_orders()
    {
        for (var guest = 0; guest < 10; guest++)
        {
            var someone = _shop.NewCustomer($"Гость_100% {guest}");
            await someone.Say("/start");
            await someone.Reads("добро пожаловать");
        }

        await OpenMenu();
        await _owner.Press("Найти клиента");
        await _owner.Sees("Кого ищем?");
        await _owner.Say("гость_100%");
        (await _owner.Sees("По запросу «гость_100%»")).Buttons.Count(button => button.Data.StartsWith("admin_user:", StringComparison.Ordinal)).ShouldBe(8);
        await _owner.Press("›");
        await Eventually.Holds("the second page", async () =>
            (await _owner.FromBot())[^1].Buttons.Count(button => button.Data.StartsWith("admin_user:", StringComparison.Ordinal)) == 2);

        await Order(_anna);
        await OpenCard(_anna);
        await _owner.Press("Генерации · 1");
        await _owner.Reads("бесплатно");
    }

    [Test]
    public async Task An_owner_who_speaks_English_reads_English()
    {
        await Ask(_owner, "/language", "Язык · Language");
        await _owner.Press("English");
        await _owner.Sees("What shall we create?");
        await Ask(_owner, "/admin", "Customers, money and order in one place");
        await _owner.Press("Statistics");
        await _owner.Sees("Customers in all:");
        await Ask(_owner, "/language", "Язык · Language");
        await _owner.Press("Русский");
        await _owner.Sees("Что создаём?");
    }

    /// <summary>Says something, and waits for the new message that answers it.</summary>
    private static async Task Ask(Customer who, string command, string answer)
    {
        var before = await who.FromBot() is [.., var last] ? last.Id : 0;
        await who.Say(command);
        await Eventually.Holds(
            $"«{answer}» after {command} in the chat of {who.Id}",
            async () => await who.FromBot() is [.., var newest] && newest.Id > before && newest.Text.Contains(answer, StringComparison.Ordinal),
            who.Instead);
    }

    private Task OpenMenu() => Ask(_owner, "/admin", "Панель");

    private Task OpenCard(Customer customer) => Ask(_owner, $"/admin {customer.Id}", $"{customer.Id}");

    private async Task Write(Customer customer, string amount, string reason)
    {
        await OpenCard(customer);
        await _owner.Press("Изменить баланс");
        await _owner.Sees("На сколько изменить?");
        await _owner.Say(amount);
        await _owner.Sees("Напишите причину");
        await _owner.Say(reason);
        await _owner.Sees("Проверьте");
    }

    private static async Task Order(Customer customer)
    {
        await customer.Click((await customer.FromBot())[^1].Id, "select_model:z-image");
        await customer.Sees("Шаг 1/");
        await customer.Say("Маяк");
        await customer.Press("1:1");
        await customer.Press("Создать бесплатно");
        await customer.Receives("photo");
    }

    private static async Task<string?> Toast(Customer customer, ChatMessage menu)
    {
        await customer.Click(menu.Id, "main_menu");
        return await LastToast(customer);
    }

    private static async Task PressShows(Customer customer, string toast) => (await LastToast(customer)).ShouldBe(toast);

    private static async Task<string?> LastToast(Customer customer)
    {
        await customer.PressesAreAnswered();
        var press = (await customer.Chat()).GetProperty("presses").EnumerateArray().Last();
        return press.TryGetProperty("text", out var text) ? text.GetString() : null;
    }
}
