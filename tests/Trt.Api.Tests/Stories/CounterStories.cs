using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Everything an operator does on the phone: alerts that lead somewhere, roles, news to customers, settings.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CounterStories
{
    private RunningShop _shop = null!;
    private Customer _owner = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", "77"), ("WELCOME_BALANCE_RUB", "300"), ("PAYMENT_PHONE", "+7 900 123-45-67"), ("PAYMENT_BANK", "T"));
        _owner = await Enters(new Customer(_shop, 77, "Хозяин", "ru"));
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task An_empty_account_is_told_to_each_in_their_language_and_the_button_starts_orders_again()
    {
        var max = await Appoints("admin", "en");
        await _shop.Provider(new { duration_ms = 20, rate_limit = false, create = new { code = 402, msg = "Insufficient credits" } });
        var anna = await Enters(_shop.NewCustomer());
        await anna.OrdersPicture();

        var told = await _owner.Reads("У поставщика кончились деньги");
        told.Text.ShouldContain("Для клиентов: новые заказы не запускаются");
        told.Text.ShouldContain("Дальше: раз в пять минут магазин пробует снова");
        told.Text.ShouldNotContain("NoCredits");
        (await max.Reads("The supplier's account is empty")).Text.ShouldContain("For customers: new orders do not start");

        await _shop.Provider(new { duration_ms = 20, rate_limit = false });
        await _owner.Click(told.Id, "admin_starts");
        await _owner.Reads("Заказы снова запускаются");
        await _owner.Say("/admin");
        await _owner.Press("Журнал");
        await _owner.Reads("запуск заказов открыт");
    }

    [Test]
    public async Task Support_sees_a_customer_and_changes_nothing_and_a_role_that_is_taken_is_gone_from_open_screens()
    {
        var anna = await Enters(_shop.NewCustomer());
        var sam = await Appoints("support", "ru");
        await sam.Say($"/admin {anna.Id}");
        var card = await sam.Sees("Баланс:");
        card.Buttons.ShouldNotContain(button => button.Data.StartsWith("admin_adjust", StringComparison.Ordinal) || button.Data.StartsWith("admin_block", StringComparison.Ordinal));
        foreach (var forbidden in new[] { $"admin_adjust:{anna.Id}", "admin_set", "admin_bc_draft", "admin_export:ledger", "admin_team", "admin_audit:1", $"admin_role:{sam.Id}:owner:1" })
        {
            await sam.Click(card.Id, forbidden);
            await sam.Sees("Что создаём?");
        }

        await _owner.Say("/admins");
        await _owner.Press("поддержка");
        await _owner.Sees("Может: видит клиентов");
        await _owner.Press("👑 Владелец");
        await _owner.Sees("Точно?");
        await _owner.Press("Да, владелец");
        await _owner.Sees("Роль: поддержка → владелец");
        await sam.Say("/admin");
        var menu = await sam.Sees("Панель");
        menu.Buttons.ShouldContain(button => button.Data == "admin_set");

        await _owner.Press("Снять права");
        await _owner.Press("Да, снять");
        await _owner.Sees("Права сняты");
        await sam.Click(menu.Id, "admin_set");
        await sam.Sees("Что создаём?");
    }

    [Test]
    public async Task News_are_written_seen_confirmed_with_their_number_sent_once_and_can_be_switched_off()
    {
        var (anna, bob) = (await Enters(_shop.NewCustomer("Anna", "en")), await Enters(_shop.NewCustomer("Боб")));
        await Writes("Новая модель <b>уже</b> здесь & ждёт");
        await _owner.Press("Показать мне");
        await Eventually.Holds("the preview, as it was typed", async () => (await _owner.FromBot()).Any(message =>
            message.Text == "Новая модель <b>уже</b> здесь & ждёт" && message.Buttons.Any(button => button.Data == "news:off")));
        await _owner.Press("📣 Отправить…");
        await _owner.Reads("Получат: 3 человека");
        var (messageId, send) = await _owner.Button("Да, отправить: 3 человека");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _owner.Click(messageId, send)));

        var news = await anna.Reads("Новая модель");
        news.Buttons.First().Label.ShouldContain("Top up");
        await _owner.Reads("доставлено: 3");
        foreach (var person in new[] { anna, bob })
        {
            (await person.FromBot()).Count(message => message.Text.Contains("Новая модель", StringComparison.Ordinal)).ShouldBe(1);
        }

        await bob.Click((await bob.Reads("Новая модель")).Id, "news:off");
        await bob.Sees("Новости выключены");
        await Writes("Ещё одна");
        (await _owner.Sees("Черновик рассылки")).Text.ShouldContain("сейчас 2 человека");
    }

    [Test]
    public async Task A_setting_is_found_changed_by_typing_asked_twice_undone_and_reset()
    {
        await Opens("💵 Цены");
        await _owner.Press("Наценка · 2");
        (await _owner.Sees("Наценка")).Text.ShouldContain("Может быть: число от 1 до 100");
        await _owner.Press("✏️ Изменить");
        await _owner.Sees("Пришлите новое значение");
        await _owner.Say("сто");
        await _owner.Sees("Не подходит. Может быть: число от 1 до 100");
        await _owner.Say("2,5");
        await _owner.Sees("Точно? Наценка: 2 → 2,5");
        (await _shop.Books.ChangedTerms()).ShouldBe(0);
        await _owner.Press("Да, изменить");
        await _owner.Sees("Было 2, стало 2,5");
        await _owner.Press("Отменить последнее");
        await _owner.Sees("Было 2,5, стало 2");
        (await _shop.Books.ChangedTerms()).ShouldBe(0);
    }

    [Test]
    public async Task A_model_is_hidden_with_a_reason_and_brought_back_and_a_price_below_cost_is_refused()
    {
        var anna = await Enters(_shop.NewCustomer());
        await _owner.Click((await _owner.FromBot())[^1].Id, "admin_model:nano-banana-pro");
        await _owner.Sees("Nano Banana Pro");
        await _owner.Press("Скрыть с витрины");
        await _owner.Sees("Напишите причину");
        await _owner.Say("Плохие лица");
        await _owner.Sees("На сколько скрыть");
        await _owner.Press("7 дней");
        await _owner.Sees("✅ Записано");
        await Eventually.Holds("it is off the shelf", async () =>
        {
            await anna.Click((await anna.FromBot())[^1].Id, "model:nano-banana-pro");
            return (await anna.FromBot())[^1].Buttons.All(button => button.Data != "select_model:nano-banana-pro");
        });
        await _owner.Press("Вернуть на витрину");
        await _owner.Sees("✅ Записано");

        await _owner.Click((await _owner.FromBot())[^1].Id, "admin_price:nano-banana-pro");
        await _owner.Sees("14,14 ₽");
        await _owner.Press("✏️ Цена: resolution=1K");
        await _owner.Sees("себестоимость 7,08 ₽");
        await _owner.Say("5");
        await _owner.Sees("ниже себестоимости");
        await _owner.Say("x3");
        await _owner.Sees("Клиенты увидят: 14,14 ₽ → 21,24 ₽");
        await _owner.Press("Продавать за 21,24 ₽");
        await _owner.Sees("✅ Цена 14,14 ₽ → 21,24 ₽");
        await _owner.Say("/admin");
        await _owner.Press("Журнал");
        (await _owner.Reads("Журнал изменений")).Text.ShouldContain("Плохие лица");
    }

    [Test]
    public async Task A_promo_code_is_made_with_its_number_asked_twice_used_watched_and_stopped()
    {
        var anna = await Enters(_shop.NewCustomer());
        await _owner.Click((await _owner.FromBot())[^1].Id, "admin_promo_new");
        await _owner.Press("Деньги на баланс");
        await _owner.Sees("Сколько денег?");
        await _owner.Say("много");
        await _owner.Sees("посмотрите пример");
        await _owner.Say("50");
        await _owner.Sees("Новый промокод");
        await _owner.Press("10 раз");
        await _owner.Sees("Сколько раз: 10,");
        await _owner.Say("лето2026");
        await _owner.Sees("ЛЕТО2026");
        await _owner.Press("Создать…");
        await _owner.Sees("Раздать можно до 500 ₽");
        await _owner.Press("Да, создать");
        await _owner.Sees("Готово: ЛЕТО2026");

        await anna.Say("/promo ЛЕТО2026");
        await Eventually.Holds("the gift", async () => await _shop.Books.Available(anna) == 35_000);
        await _owner.Click((await _owner.FromBot())[^1].Id, "admin_promos:1");
        await _owner.Press("ЛЕТО2026");
        await _owner.Sees("Использован: 1 из 10");
        await _owner.Press("Выключить");
        await _owner.Press("Да, выключить");
        await _owner.Reads("⚪️ ЛЕТО2026");
    }

    [Test]
    public async Task The_owner_decides_which_ways_to_pay_are_offered_and_whom_customers_ask()
    {
        var anna = await Enters(_shop.NewCustomer());
        await Opens("💳 Пополнения");
        await _owner.Press("Способы оплаты в чате");
        await _owner.Sees("все подключённые");
        await _owner.Press("☑️ переводом");
        await _owner.Sees("Точно? Способы оплаты в чате: все подключённые");
        await _owner.Press("Да, изменить");
        await _owner.Sees("Было все подключённые");
        await Eventually.Holds("only Stars are offered", async () =>
        {
            await anna.Click((await anna.FromBot())[^1].Id, "topup_amount:150");
            return (await anna.FromBot())[^1] is { } ways && ways.Buttons.Any(button => button.Data.StartsWith("pay_stars", StringComparison.Ordinal))
                && ways.Buttons.All(button => !button.Data.StartsWith("pay_transfer", StringComparison.Ordinal));
        });

        await Opens("📝 Тексты");
        await _owner.Press("Контакт поддержки");
        await _owner.Sees("К кому обращаться");
        await _owner.Press("✏️ Изменить");
        await _owner.Sees("Пришлите новое значение");
        await _owner.Say("@new_help");
        await _owner.Sees("стало @new_help");
        await Eventually.Holds("the contact is new", async () =>
        {
            await anna.Say("/help");
            return (await anna.FromBot()).Any(message => message.Text.Contains("@new_help", StringComparison.Ordinal));
        });
    }

    private async Task Writes(string words)
    {
        await _owner.Say("/broadcast");
        await _owner.Sees("Новость уходит");
        await _owner.Press("✍️ Написать");
        await _owner.Sees("Пришлите текст новости");
        await _owner.Say(words);
        await _owner.Sees("🇷🇺");
        await _owner.Press("Добавить кнопку");
        await _owner.Sees("Куда ведёт кнопка?");
        await _owner.Press("К пополнению");
        await _owner.Sees("Кнопки: 💰 Пополнить");
    }

    private async Task Opens(string group)
    {
        await _owner.Say("/settings");
        await _owner.Sees("Настройки магазина");
        await _owner.Press(group);
        await _owner.Sees(group);
    }

    private async Task<Customer> Appoints(string role, string code)
    {
        var person = await Enters(_shop.NewCustomer("Max", code));
        await _owner.Click((await _owner.FromBot())[^1].Id, $"admin_role:{person.Id}:{role}:1");
        await _owner.Sees("✅ Готово");
        return person;
    }

    private static async Task<Customer> Enters(Customer person)
    {
        await person.Say("/start");
        await person.Receives("reply_markup");
        return person;
    }
}
