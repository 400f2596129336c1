using Trt.Domain.Payments;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>A customer's payments behind the counter, and the way of one of them back.</summary>
[Parallelizable]
public sealed class RefundStories
{
    private const long OwnerId = 77;
    private const string Unknown = "Не понял нажатие, обновил меню.";

    private RunningShop _shop = null!;
    private Customer _owner = null!;
    private Customer _anna = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("ADMIN_IDS", $"{OwnerId}"), ("WELCOME_BALANCE_RUB", "0"), ("PAYMENT_PHONE", "+7 900 123-45-67"), ("PAYMENT_BANK", "Банк"));
        _owner = await Arrives(new Customer(_shop, OwnerId, "Хозяин", "ru"));
        _anna = await Arrives(_shop.NewCustomer());
    }

    [TearDown]
    public async Task Close()
    {
        var putAside = await _shop.Books.PutAside();
        await _shop.DisposeAsync();
        putAside.ShouldBe(0, "nothing failed behind the scenes");
    }

    [Test]
    public async Task An_owner_gives_stars_back_from_the_customers_card_and_a_second_press_changes_nothing()
    {
        await PaysIn(100);
        await OpenPayment();
        var facts = await _owner.Sees("Пополнение на 100 ₽: зачислен");
        facts.Text.ShouldContain("⭐ 160");
        facts.Text.ShouldContain("пополнение · +100 ₽");
        await _owner.Press("↩️ Вернуть");
        await _owner.Sees("Почему?");
        await _owner.Say(new string('я', 151));
        await _owner.Sees("Причина нужна текстом, до 150 символов");
        await _owner.Say("Обращение <b>17</b>: не то");
        var sure = await _owner.Sees("вернутся клиенту сами");
        sure.Text.ShouldContain("Обращение <b>17</b>: не то");
        sure.Text.ShouldContain("Баланс: 100 ₽ → 0 ₽");
        var (messageId, data) = await _owner.Button("✅ Вернуть 100 ₽");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _owner.Click(messageId, data)));

        await _anna.Reads("Платёж возвращён: ⭐ 160");
        await Eventually.Holds("the refund is booked", async () => await Refunded() == 1);
        await _owner.PressesAreAnswered();
        await _owner.Click(messageId, data);
        await _owner.Reads("Это пополнение уже возвращено.");
        (await Available()).ShouldBe(0);
        (await _shop.Books.Entries(EntryKind.Withdraw, reason: "Обращение <b>17</b>: не то", actor: "operator:77")).ShouldBe(1);
        (await _shop.Books.Acts("payment.refund", "operator:77")).ShouldBe(1);
    }

    [Test]
    public async Task Spent_money_is_refused_with_what_is_left_before_and_after_the_question()
    {
        await PaysIn(100);
        await OpenPayment();
        await _owner.Press("↩️ Вернуть");
        await _owner.Press("Попросил клиент");
        await _owner.Sees("Вернуть 100 ₽?");

        // She is faster than the owner.
        await _shop.ByHand.SetsAside(_anna, 1414);
        await _owner.Press("✅ Вернуть 100 ₽");
        await _owner.Reads("из 100 ₽ на балансе осталось 85,86 ₽");
        await _owner.Press("↩️ Вернуть");
        await Eventually.Holds("the refusal", async () =>
            (await _owner.FromBot())[^1].Text.Contains("осталось 85,86 ₽", StringComparison.Ordinal) && await _owner.UnansweredPresses() == 0);
        (await Available()).ShouldBe(8586);
        (await _shop.Books.Payments(PaymentStatus.Credited)).ShouldBe(1);
        await _shop.ByHand.SetsAside(_anna, -1414);
    }

    [Test]
    public async Task A_transfer_is_paid_back_by_hand_first_and_the_button_says_so()
    {
        await ShowsTransfer(150);
        await _owner.Press("✅ Зачислить 150 ₽");
        await _anna.Reads("Баланс пополнен на 150 ₽");
        await OpenPayment();
        await _owner.Press("↩️ Вернуть");
        await _owner.Press("Оплачено дважды");
        (await _owner.Sees("Сначала переведите клиенту")).Text.ShouldContain("Оплачено дважды");
        await _owner.Press("✅ Деньги уже возвращены, провести");
        await _owner.Reads("Возврат 150 ₽ проведён");
        await _anna.Reads("Платёж возвращён");
        (await Refunded()).ShouldBe(1);
    }

    [Test]
    public async Task An_admin_sees_payments_and_approves_within_the_limit_but_only_owners_refund()
    {
        await PaysIn(100);
        await OpenPayment();
        await _owner.Press("↩️ Вернуть");
        await _owner.Press("Попросил клиент");
        var (_, go) = await _owner.Button("✅ Вернуть 100 ₽");
        var payment = go.Split(':')[1];
        var boris = await Appointed(200);

        await boris.Say($"/admin {_anna.Id}");
        await boris.Press("💳 Пополнения");
        await boris.Press("Stars · 100 ₽ · зачислен");
        (await boris.Sees("Пополнение на 100 ₽")).Buttons.ShouldNotContain(button => button.Label.Contains("Вернуть"));
        foreach (var press in new[] { $"admin_refund:{payment}", $"admin_refund_why:{payment}:asked", go })
        {
            await boris.Click((await boris.FromBot())[^1].Id, press);
            (await LastToast(boris)).ShouldBe(Unknown);
        }

        foreach (var press in new[] { $"admin_user_pays:{_anna.Id}:1", $"admin_payment:{payment}", $"admin_refund:{payment}", go, $"review_ok:{payment}", $"review_show:{payment}" })
        {
            await _anna.Click((await _anna.FromBot())[^1].Id, press);
            (await LastToast(_anna)).ShouldBe(Unknown);
        }

        (await Available()).ShouldBe(10_000);
        (await _shop.Books.Acts("admin.refused", $"operator:{boris.Id}")).ShouldBe(3);

        await ShowsTransfer(150);
        await boris.Reads("Перевод на проверку: 150 ₽");
        await boris.Press("✅ Зачислить 150 ₽");
        await boris.Reads("Зачислено 150 ₽");
        await _anna.Reads("Баланс пополнен на 150 ₽");
        (await Available()).ShouldBe(25_000);
        await ShowsTransfer(120);
        await boris.Reads("Перевод на проверку: 120 ₽");
        await boris.Press("✅ Зачислить 120 ₽");
        await boris.Reads("на сегодня осталось 50 ₽ из 200 ₽");
        await boris.Reads("решить может владелец");
        (await Available()).ShouldBe(25_000);
        await _owner.Press("✅ Зачислить 120 ₽");
        await _owner.Reads("Зачислено 120 ₽");
    }

    [Test]
    public async Task An_older_screen_refunds_nothing_for_a_reason_it_never_showed()
    {
        await PaysIn(100);
        await OpenPayment();
        await _owner.Press("↩️ Вернуть");
        await _owner.Sees("Почему?");
        await _owner.Say("Первая причина");
        await _owner.Sees("Первая причина");
        var (messageId, first) = await _owner.Button("✅ Вернуть 100 ₽");
        await _owner.Say("Вторая причина");
        await _owner.Sees("Вторая причина");
        await _owner.Click(messageId, first);
        await _owner.Reads("Этот запрос уже не действует");
        (await Available()).ShouldBe(10_000);
    }

    [Test]
    public async Task Many_payments_come_page_by_page_and_what_was_never_credited_has_nothing_to_refund()
    {
        for (var payment = 0; payment < 9; payment++)
        {
            await _shop.ByHand.AddsExpiredInvoice(_anna, 5000 + payment, hoursAgo: payment + 1);
        }

        await _owner.Say("/language");
        await _owner.Sees("Язык · Language");
        await _owner.Press("English");
        await _owner.Sees("What shall we create?");
        await _owner.Say($"/admin {_anna.Id}");
        await _owner.Press("💳 Top-ups");
        await _owner.Press("›");
        var (list, data) = await _owner.Button("invoice · ₽50.08 · not paid in time");
        await _owner.Click(list, data);
        var card = await _owner.Reads("It has not moved the balance.");
        card.Buttons.ShouldNotContain(button => button.Label.Contains("Refund"));
        await _owner.Click(card.Id, data.Replace("admin_payment", "admin_refund", StringComparison.Ordinal));
        await _owner.Reads("There is nothing to refund: this top-up was not credited (not paid in time).");
        await _owner.Click(card.Id, "admin_payment:AAAAAAAAAAAAAAAAAAAAAA");
        await _owner.Reads("There is no such top-up.");
    }

    private static async Task<Customer> Arrives(Customer someone)
    {
        await someone.Say("/start");
        await someone.Reads("добро пожаловать");
        return someone;
    }

    private async Task<Customer> Appointed(int rublesPerDay)
    {
        var admin = await Arrives(_shop.NewCustomer("Борис"));
        await _owner.Say("/admins");
        await _owner.Press("Добавить админа");
        await _owner.Sees("только цифры");
        await _owner.Say($"{admin.Id}");
        await _owner.Press("Админ с лимитом");
        await _owner.Sees("✅ Готово");
        await _owner.Press("💰 Лимит");
        await _owner.Sees("Сколько рублей в день");
        await _owner.Say($"{rublesPerDay}");
        await _owner.Sees($"{rublesPerDay} ₽ в день");
        return admin;
    }

    private async Task PaysIn(int rubles)
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, $"pay_stars:{rubles}");
        await _anna.Pays();
        await _anna.Reads($"Баланс пополнен на {rubles} ₽");
    }

    private async Task ShowsTransfer(int rubles)
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, $"pay_transfer:{rubles}");
        await _anna.Sees("После перевода пришлите сюда скриншот");
        await _anna.SendPhoto(Pictures.Png(500 + rubles, 1100 + rubles));
        // The reviewer may be asked before her own screen is there, and the next press would be under another one.
        await _anna.Sees("Скриншот получен");
        await _owner.Reads($"Перевод на проверку: {rubles} ₽");
    }

    private async Task OpenPayment()
    {
        await _owner.Say($"/admin {_anna.Id}");
        await _owner.Sees($"{_anna.Id}");
        await _owner.Press("💳 Пополнения");
        await _owner.Reads("Пополнения клиента");
        await _owner.Press(" · зачислен");
    }

    private static async Task<string?> LastToast(Customer customer)
    {
        await customer.PressesAreAnswered();
        var press = (await customer.Chat()).GetProperty("presses").EnumerateArray().Last();
        return press.TryGetProperty("text", out var text) ? text.GetString() : null;
    }

    private Task<long> Available() => _shop.Books.Available(_anna);

    private Task<long> Refunded() => _shop.Books.Payments(PaymentStatus.Refunded);
}
