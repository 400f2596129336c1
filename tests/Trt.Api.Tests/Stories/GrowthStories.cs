using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Friends, promo codes, the present of the house and a balance that runs low, as people live through them.</summary>
[Parallelizable]
public sealed class GrowthStories
{
    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [Test]
    public async Task A_friend_comes_by_the_link_makes_a_picture_and_both_have_ten()
    {
        var anna = await Guest("Анна");
        await anna.Press("Моё");
        await anna.Press("Пригласить друга");
        var screen = await anna.Reads("Ваша ссылка");
        screen.Text.ShouldContain("Другу — 10 бесплатных генераций, сразу.");
        screen.Text.ShouldContain("Вам — 10 бесплатных генераций, как только друг получит первый результат.");
        screen.Text.ShouldNotContain("%");
        screen.Text.ShouldContain($"https://t.me/trt_sandbox_bot?start={StartOf(anna)}");
        ShareAddress(screen).ShouldStartWith($"https://t.me/share/url?url={Uri.EscapeDataString($"https://t.me/trt_sandbox_bot?start={StartOf(anna)}")}&text=");

        var boris = _shop.NewCustomer("Борис");
        await boris.Say($"/start {StartOf(anna)}");
        await boris.Reads("Подарок от друга: 10 бесплатных генераций");
        await anna.Reads("По вашей ссылке пришёл друг");

        await FreePicture(boris);
        await anna.Reads("10 бесплатных генераций за друга");
        await anna.Say("/ref");
        await anna.Reads("Пришли по вашей ссылке: 1, с наградой: 1");
        await anna.Say("/balance");
        await anna.Reads("10 бонусных");
        await anna.PressesAreAnswered();
    }

    [Test]
    public async Task The_same_in_English()
    {
        var kate = await Guest("Kate", "en");
        await kate.Press("Mine");
        await kate.Press("Invite a friend");
        (await kate.Reads("Your link")).Text.ShouldContain("Your friend gets 10 free generations at once.");
        var john = _shop.NewCustomer("John", "en");
        await john.Say($"/start {StartOf(kate)}");
        await john.Reads("A gift from your friend: 10 free generations");
        await kate.Reads("A friend came by your link");
    }

    [Test]
    public async Task One_who_was_here_before_ones_own_link_and_a_link_to_nobody_are_an_ordinary_start()
    {
        var (anna, boris) = (await Guest("Анна"), await Guest("Борис"));
        await boris.Say($"/start {StartOf(anna)}");
        await boris.Sees("Что создаём?");
        await anna.Say($"/start {StartOf(anna)}");
        await anna.Sees("Что создаём?");
        foreach (var nonsense in new[] { "ref_", "ref_999999999999", "ref_<b>", "ref_AAAAAAAAAAAA", "что угодно" })
        {
            var vera = _shop.NewCustomer("Вера");
            await vera.Say($"/start {nonsense}");
            (await vera.Reads("добро пожаловать")).Text.ShouldNotContain("Подарок");
        }

        (await _shop.Books.InvitedBy(anna)).ShouldBe(0);
    }

    [TestCase("Анна", "ru", "🎟 Промокод", "Пришлите его следующим сообщением", "50 ₽ на вашем балансе", "уже воспользовались")]
    [TestCase("Kate", "en", "🎟 Promo code", "Send it as your next message", "₽50 on your balance", "have used this promo code")]
    public async Task A_promo_code_is_typed_and_used_once(string name, string language, string button, string question, string given, string again)
    {
        var code = await Issue("Money", amount: 5000);
        var anna = await Guest(name, language);
        await anna.Say("/balance");
        await anna.Press(button);
        await anna.Reads(question);
        await anna.Say($" {code.ToLowerInvariant()} ");
        await anna.Reads(given);
        await anna.Say($"/promo {code}");
        await anna.Reads(again);
        await anna.Say("/balance");
        await anna.Reads(language == "ru" ? "350 ₽" : "₽350");
        (await _shop.Books.EntriesAbout($"promo:{code}:{anna.Id}")).ShouldBe(1);
        await anna.PressesAreAnswered();
    }

    [Test]
    public async Task Free_generations_and_a_percentage_say_what_they_are_good_for()
    {
        var anna = await Guest("Анна");
        await anna.Say($"/promo {await Issue("FreeGenerations", free: 3)}");
        await anna.Reads("3 бесплатные генерации ваши");
        await anna.Say($"/promo {await Issue("TopUpPercent", amount: 50000, percent: 20)}");
        await anna.Reads("+20 % к следующему пополнению");
        await anna.Say($"/promo {await Issue("TopUpPercent", amount: 50000, percent: 30)}");
        await anna.Reads("уже есть бонус к следующему пополнению");
    }

    [TestCase("Анна", "ru", "➕ Пополнить", "Пополнение баланса", "+10 % к следующему пополнению, до 5 ₽", "Баланс пополнен на 100 ₽", "И ещё 5 ₽ в подарок по промокоду {0}", "Сейчас на балансе: 405 ₽")]
    [TestCase("Kate", "en", "➕ Top up", "Top up your balance", "+10% on your next top-up, up to ₽5", "₽100 added to your balance", "And ₽5 as a bonus by the promo code {0}", "You now have: ₽405")]
    public async Task A_waiting_percentage_is_seen_before_paying_and_named_with_the_money(
        string name, string language, string topUp, string title, string waits, string received, string bonus, string balance)
    {
        var code = await Issue("TopUpPercent", amount: 500, percent: 10);
        var anna = await Guest(name, language);
        await anna.Say("/topup");
        (await anna.Sees(title)).Text.ShouldNotContain("🎟");
        await anna.Say($"/promo {code}");
        await anna.Press(topUp);
        var screen = await anna.Sees(waits);
        screen.Text.ShouldContain(code);

        await anna.Press(language == "ru" ? "100 ₽" : "₽100");
        await anna.Press("Telegram Stars");
        await anna.Receives("invoice");
        await anna.Pays();

        var word = await anna.Sees(received);
        word.Text.ShouldContain(string.Format(System.Globalization.CultureInfo.InvariantCulture, bonus, code));
        word.Text.ShouldContain(balance);
        await anna.Say("/topup");
        (await anna.Sees(title)).Text.ShouldNotContain("🎟");
        await anna.PressesAreAnswered();
    }

    [Test]
    public async Task Wrong_codes_are_answered_alike_and_have_an_end()
    {
        var oleg = await Guest("Олег");
        await oleg.Say("/promo");
        await oleg.Reads("Пришлите его следующим сообщением");
        await oleg.Say("кот в космосе");
        await oleg.Sees("Промокод — одно слово");
        for (var guess = 0; guess < 5; guess++)
        {
            await oleg.Say($"GUESS{guess}");
            await oleg.Sees("Такой промокод не действует");
        }

        await oleg.Say("GUESS5");
        await oleg.Sees("Слишком много неверных промокодов");
        await oleg.Press("Меню");
        await oleg.Sees("Что создаём?");
    }

    [TestCase("/start")]
    [TestCase("/cancel")]
    public async Task Whoever_thinks_better_of_it_is_not_asked_for_a_code_any_more(string command)
    {
        var oleg = await Guest("Олег");
        await oleg.Say("/promo");
        await oleg.Reads("Пришлите его следующим сообщением");
        await oleg.Say(command);
        await oleg.Say("кот в космосе");
        await oleg.Sees("Чтобы начать, выберите, что создаём");
    }

    [Test]
    public async Task A_photo_instead_of_a_code_is_told_what_a_code_is()
    {
        var oleg = await Guest("Олег");
        await oleg.Say("/promo");
        await oleg.Reads("Пришлите его следующим сообщением");
        await oleg.SendPhoto(Pictures.Png(64, 64));
        await oleg.Sees("Промокод — одно слово");
    }

    [Test]
    [Property("Case", 34)]
    public async Task The_gift_is_taken_once_whatever_is_pressed_and_whatever_restarts()
    {
        await using var shop = await RunningShop.Open();
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        await anna.Reads("добро пожаловать");
        await anna.Say("/ref");
        var (message, data) = await anna.Button("Забрать подарок");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => anna.Click(message, data)));
        await anna.Reads("подарок");
        await shop.Restart();
        await anna.Click(message, data);
        await anna.Reads("Вы уже забрали свой подарок");
        (await shop.Books.EntriesAbout("gift:")).ShouldBe(1);
        (await shop.Books.AvailableInAll()).ShouldBeInRange(31_000, 33_000);
        await anna.Say("/ref");
        (await anna.Sees("Ваша ссылка")).Buttons.ShouldNotContain(button => button.Data == data);
    }

    [Test]
    public async Task Where_there_are_no_gifts_the_old_button_says_so()
    {
        await using var shop = await RunningShop.Open(("GIFT_MIN_RUB", "0"), ("GIFT_MAX_RUB", "0"));
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        var menu = await anna.Reads("добро пожаловать");
        await anna.Click(menu.Id, "claim_gift");
        await anna.Reads("Сейчас подарков нет");
    }

    [Test]
    public async Task Who_cannot_pay_for_another_one_is_told_after_the_result()
    {
        await using var shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "20"));
        var anna = shop.NewCustomer();
        await anna.Say("/start");
        var menu = await anna.Reads("добро пожаловать");
        await anna.Click(menu.Id, "select_model:nano-banana-pro");
        await anna.Sees("Шаг 1/3");
        await anna.Say("Кот-астронавт");
        await anna.Press("Только текст");
        await anna.Press("1K · 14,14 ₽");
        await anna.Press("Создать за 14,14 ₽");
        await anna.Receives("photo");
        await anna.Sees("На балансе осталось 5,86 ₽. На ещё один заказ «Nano Banana Pro» нужно 14,14 ₽.");
        await anna.Press("Пополнить");
        await anna.Sees("5,86 ₽");
    }

    [TestCase("referral_info", "Ваша ссылка")]
    [TestCase("my_bonuses", "Ваша ссылка")]
    [TestCase("promo_codes", "Пришлите его следующим сообщением")]
    public async Task Buttons_of_the_former_life_lead_to_their_purpose(string data, string text)
    {
        var anna = await Guest("Анна");
        await anna.Click((await anna.FromBot())[^1].Id, data);
        await anna.Reads(text);
    }

    [Test]
    public async Task A_campaign_is_remembered_with_the_customer_it_brought()
    {
        var anna = _shop.NewCustomer();
        await anna.Say("/start src_VK-Spring");
        await anna.Reads("добро пожаловать");
        await anna.Say("/start utm_autumn");
        await anna.Sees("Что создаём?");
        (await _shop.Books.Came(anna, from: "vk-spring", lastFrom: "utm_autumn")).ShouldBeTrue();
    }

    private async Task<Customer> Guest(string name, string language = "ru")
    {
        var guest = _shop.NewCustomer(name, language);
        await guest.Say("/start");
        await guest.Reads(language == "ru" ? "добро пожаловать" : "welcome");
        return guest;
    }

    private static string StartOf(Customer inviter) => StartParameter.InvitationBy(new UserId(inviter.Id));

    private static string ShareAddress(ChatMessage screen) => screen.Json.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray()
        .SelectMany(row => row.EnumerateArray())
        .Select(button => button.TryGetProperty("url", out var url) ? url.GetString() : null)
        .First(url => url is not null)!;

    private static async Task FreePicture(Customer customer)
    {
        await customer.Click((await customer.FromBot())[^1].Id, "select_model:z-image");
        await customer.Sees("Шаг 1/2");
        await customer.Say("Маяк");
        await customer.Press("16:9");
        await customer.Press("Создать бесплатно");
        await customer.Receives("photo");
    }

    private async Task<string> Issue(string kind, long amount = 0, int percent = 0, int free = 0)
    {
        var code = $"STORY{Interlocked.Increment(ref _codes)}";
        await _shop.ByHand.Issues(code, kind, amount, percent, free);
        return code;
    }

    private static int _codes;
}
