using Trt.Domain.Payments;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>A transfer by hand: details, a screenshot, a person who decides.</summary>
[Parallelizable]
public sealed class TransferStories
{
    private RunningShop _shop = null!;
    private Customer _boss = null!;
    private Customer _deputy = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(
            ("ADMIN_IDS", "77, 78"),
            ("WELCOME_BALANCE_RUB", "0"),
            ("PAYMENT_PHONE", "+7 900 123-45-67"),
            ("PAYMENT_BANK", "Т-Банк"),
            ("PAYMENT_CARD", "4111 1111 1111 1111"),
            ("PAYMENT_CARD_HOLDER", "IVAN I."));
        _boss = await Arrives(new Customer(_shop, 77, "Босс", "ru"));
        _deputy = await Arrives(new Customer(_shop, 78, "Зам", "ru"));
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_screenshot_is_looked_at_and_the_approved_money_is_on_the_balance()
    {
        var anna = await Arrives(_shop.NewCustomer());
        await anna.Say("/topup");
        await anna.Sees("На какую сумму?");
        await anna.Press("150 ₽");
        await anna.Press("🏦 Переводом");
        var details = await anna.Reads("Перевод на 150 ₽");
        details.Text.ShouldContain("+7 900 123-45-67, Т-Банк");
        details.Text.ShouldContain("4111 1111 1111 1111");
        details.Text.ShouldContain("IVAN I.");
        await anna.Press("📎 Я перевёл");
        await anna.Sees("Пришлите скриншот");
        await anna.SendPhoto(Pictures.Png(540, 1200));
        await anna.Reads("Скриншот получен, проверяем");
        (await Deposits()).ShouldBe(0);

        var asked = await _boss.Receives("photo");
        asked.Text.ShouldContain("Перевод на проверку: 150 ₽");
        asked.Text.ShouldContain(anna.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await _boss.Press("✅ Зачислить 150 ₽");
        await _boss.Reads("Зачислено 150 ₽");
        await anna.Reads("Баланс пополнен на 150 ₽");
        (await Deposits()).ShouldBe(15_000);
        (await _shop.Books.Acts("payment.approved", "operator:77")).ShouldBe(1);
    }

    [Test]
    public async Task What_waits_is_brought_again_when_a_reviewer_asks_for_it()
    {
        await _boss.Say("/admin");
        await _boss.Press("🏦 Переводы на проверке");
        await _boss.Sees("Ни один перевод не ждёт");

        var anna = await Shows(150);
        await _boss.Receives("photo");
        await _boss.Say("/admin");
        await _boss.Press("🏦 Переводы на проверке");
        await _boss.Reads("Ждут проверки: 1");
        await Eventually.Holds("the screenshot comes once more", async () => (await _boss.FromBot()).Count(message => message.Json.TryGetProperty("photo", out _)) == 2);
        await _boss.Press("✅ Зачислить 150 ₽");
        await anna.Reads("Баланс пополнен на 150 ₽");
        (await Deposits()).ShouldBe(15_000);
    }

    [Test]
    [Property("Case", 18)]
    public async Task What_came_is_credited_and_not_what_was_asked_for()
    {
        var anna = await Shows(150);
        await _boss.Press("✏️ Другая сумма");
        await _boss.Sees("Сколько пришло?");
        foreach (var nonsense in new[] { "0", "-5", "12,50", "много", "99999999999999999999", "١٢٣" })
        {
            await _boss.Say(nonsense);
            await _boss.Reads("☝️");
        }

        await _boss.Say("120");
        await _boss.Reads("Зачислено 120 ₽");
        await anna.Reads("Баланс пополнен на 120 ₽");
        (await Deposits()).ShouldBe(12_000);
    }

    [Test]
    public async Task A_rejection_gives_its_reason_to_the_customer()
    {
        var anna = await Shows(150);
        await _boss.Press("❌ Отклонить");
        await _boss.Press("перевод к нам не поступил");
        await _boss.Reads("Отклонено");
        await anna.Reads("Причина: перевод к нам не поступил");
        (await Deposits()).ShouldBe(0);
    }

    [Test]
    public async Task A_rejection_in_own_words_needs_words()
    {
        var anna = await Shows(150);
        await _boss.Press("❌ Отклонить");
        await _boss.Press("✍️ Своими словами");
        await _boss.Sees("Напишите причину");
        await _boss.Say(new string('я', 400));
        await _boss.Sees("Напишите причину");
        await _boss.Say("Перевод <b>не нам</b>");
        await anna.Reads("Причина: Перевод <b>не нам</b>");
    }

    [Test]
    [Property("Case", 26)]
    public async Task Two_operators_at_once_make_one_decision_and_the_other_sees_whose()
    {
        var anna = await Shows(150);
        var (first, second) = (await _boss.Button("✅ Зачислить"), await _deputy.Button("✅ Зачислить"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(press => press % 2 == 0
            ? _boss.Click(first.MessageId, first.Data)
            : _deputy.Click(second.MessageId, second.Data)));
        await anna.Reads("Баланс пополнен на 150 ₽");
        await _boss.Reads("Решение уже принято: зачислен");
        await _deputy.Reads("Решение уже принято: зачислен");
        (await Deposits()).ShouldBe(15_000);

        await _deputy.Press("❌ Отклонить");
        await _deputy.Sees("Решение уже принято");
        (await _shop.Books.Payments(PaymentStatus.Credited)).ShouldBe(1);
    }

    [Test]
    public async Task Whoever_is_no_operator_decides_nothing_and_is_written_down()
    {
        var anna = await Shows(150);
        var (_, data) = await _boss.Button("✅ Зачислить");
        var payment = data.Split(':')[1];
        var (message, _) = (await anna.Reads("Скриншот получен"), 0);
        foreach (var press in new[] { $"review_ok:{payment}", $"review_sum:{payment}", $"review_no:{payment}", $"review_why:{payment}:used", $"review_why:{payment}:own", $"review_show:{payment}" })
        {
            await anna.Click(message.Id, press);
        }

        await Eventually.Holds("every try is written down", async () =>
            await _shop.Books.Acts("admin.refused", $"operator:{anna.Id}") == 6);
        (await Deposits()).ShouldBe(0);
        (await _shop.Books.Payments(PaymentStatus.InReview)).ShouldBe(1);
    }

    [Test]
    [Property("Case", 20)]
    public async Task Two_pictures_are_one_payment_and_the_second_is_shown_too()
    {
        var anna = await Shows(150);
        await anna.SendPhoto(Pictures.Png(600, 1100));
        await anna.Reads("Добавили к переводу");
        await _boss.Reads("Скриншот 2 из 2");
        (await _shop.Books.Payments()).ShouldBe(1);
        (await _shop.Books.Screenshots()).ShouldBe(2);
    }

    [Test]
    public async Task A_text_in_place_of_the_picture_gets_a_hint_and_a_sound_too()
    {
        var anna = await Arrives(_shop.NewCustomer());
        await Begin(anna, 150);
        await anna.Say("я перевёл");
        await anna.Sees("Пришлите скриншот");
        await anna.SendFile("audio", Sounds.Wav(1), "a.wav", "audio/wav");
        await anna.Sees("Нужна картинка");
        await anna.SendFile("document", Pictures.Png(500, 900), "скрин.png", "image/png");
        await anna.Reads("Скриншот получен");
        await _boss.Receives("document");
    }

    [Test]
    [Property("Case", 19)]
    public async Task A_screenshot_sent_by_another_customer_is_flagged()
    {
        var picture = Pictures.Png(560, 1210);
        await Shows(150, picture);
        var oleg = await Shows(150, picture);
        var warned = await _boss.Reads("Тот же файл");
        warned.Text.ShouldContain("от другого клиента");
        warned.Text.ShouldContain($"id {oleg.Id}");
    }

    [Test]
    [Property("Case", 24)]
    public async Task The_question_for_the_picture_outlives_a_restart()
    {
        var anna = await Arrives(_shop.NewCustomer());
        await Begin(anna, 100);
        await _shop.Restart();
        await anna.SendPhoto(Pictures.Png(520, 1000));
        await anna.Reads("Скриншот получен");
        await _boss.Reads("100 ₽");
        await _shop.Restart();
        await _boss.Press("✅ Зачислить 100 ₽");
        await anna.Reads("Баланс пополнен на 100 ₽");
    }

    [Test]
    public async Task Who_waits_for_a_day_is_brought_to_mind_once()
    {
        await Shows(150);
        await _shop.Post("clock", new { advance_ms = 25 * 3_600_000L });
        await _boss.Reads("ждёт решения больше суток");
        // A day that passes between saying and noting it would outlast the lease, and it would be said again.
        await Eventually.Holds("it is noted", async () => await _shop.Books.Waiting("operator.word.") == 0);
        await _shop.Post("clock", new { advance_ms = 25 * 3_600_000L });
        await Eventually.Holds("nothing is due", async () => await _shop.Books.Waiting("payment.review.") + await _shop.Books.Waiting("operator.word.") == 0);
        (await _boss.FromBot()).Count(message => message.Text.Contains("ждёт решения больше суток", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    [Property("Case", 22)]
    public async Task Without_details_there_is_no_such_way()
    {
        await using var shop = await RunningShop.Open();
        var anna = await Arrives(shop.NewCustomer());
        await anna.Click((await anna.FromBot())[^1].Id, "topup_amount:150");
        await anna.Reads("Как удобнее оплатить?");
        (await anna.FromBot()).ShouldAllBe(message => message.Buttons.All(button => !button.Label.Contains("Переводом", StringComparison.Ordinal)));
        await anna.Click((await anna.FromBot())[^1].Id, "pay_transfer:150");
        await anna.PressesAreAnswered();
        (await shop.Books.Payments()).ShouldBe(0);
    }

    private static async Task<Customer> Arrives(Customer someone)
    {
        await someone.Say("/start");
        await someone.Reads("добро пожаловать");
        return someone;
    }

    private static async Task Begin(Customer customer, int rubles)
    {
        await customer.Click((await customer.FromBot())[^1].Id, $"pay_transfer:{rubles}");
        await customer.Sees("После перевода пришлите сюда скриншот");
    }

    private async Task<Customer> Shows(int rubles, byte[]? picture = null)
    {
        var customer = await Arrives(_shop.NewCustomer());
        await Begin(customer, rubles);
        await customer.SendPhoto(picture ?? Pictures.Png(540, 1200));
        await customer.Reads("Скриншот получен");
        await _boss.Reads($"id {customer.Id}");
        await _deputy.Reads($"id {customer.Id}");
        return customer;
    }

    private Task<long> Deposits() => _shop.Books.Sum(EntryKind.Deposit);
}
