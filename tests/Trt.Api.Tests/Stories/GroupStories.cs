using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The bot among friends: it answers who speaks to it, a card belongs to who asked, and money stays between two.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GroupStories
{
    private const string Me = "@trt_sandbox_bot";

    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await Shop.Running;

    [Test]
    public async Task Let_in_it_says_once_what_a_mention_does_and_who_pays()
    {
        var (anna, boris) = (await Arrives("Анна"), _shop.NewCustomer("Борис"));
        var group = await _shop.NewGroup(anna, boris);
        await group.LetsBotIn();
        var hello = await group.Reads("Здравствуйте");
        hello.Text.ShouldContain(Me);
        hello.Text.ShouldContain("Платит тот, кто просит");
        hello.Text.ShouldContain("Удалите меня");
        await group.LetsBotIn("administrator");
        await group.Says(anna, $"{Me} спасибо");
        await group.Reads("Всегда рад");
        (await group.FromBot()).Count(message => message.Text.Contains("Здравствуйте", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    public async Task A_mention_becomes_a_card_for_who_asked_and_the_result_answers_them()
    {
        var (anna, boris) = (await Arrives("Анна"), await Arrives("Борис"));
        var group = await _shop.NewGroup(anna, boris);
        await group.LetsBotIn();
        var asked = await group.Says(anna, $"{Me} кот в очках");
        var card = await group.Reads("вот чем это сделать");
        card.Json.GetProperty("reply_to_message").GetProperty("message_id").GetInt64().ShouldBe(asked);
        card.Text.ShouldContain("«кот в очках»");
        await group.Presses(anna, "Nano Banana");
        var price = await group.Reads("Платит Анна");
        price.Text.ShouldNotContain("алан", customMessage: "nobody else reads what is left");
        price.Text.ShouldNotContain("300");

        var (word, address) = await group.AnswerTo(boris, await group.Presses(boris, "Создать за"));
        word.ShouldNotBeNull().ShouldContain("Анна");
        address.ShouldBeNull();
        (await _shop.Books.Orders(boris)).ShouldBe(0);

        await group.Presses(anna, "Создать за");
        await group.Reads("делаю");
        var result = await group.Receives("photo");
        result.Json.GetProperty("reply_to_message").GetProperty("message_id").GetInt64().ShouldBe(asked);
        await group.Reads("готово");
        result.Json.TryGetProperty("effect_id", out _).ShouldBeFalse("effects are for private chats");
        (await anna.Got("photo")).ShouldBeEmpty();
        await anna.Say("/history");
        (await anna.Sees("кот в очках")).Buttons.ShouldNotBeEmpty();
        (await group.FromBot()).ShouldAllBe(message => !message.Text.Contains("аланс", StringComparison.Ordinal) || message.Text.Contains("Здравствуйте", StringComparison.Ordinal));
    }

    [Test]
    public async Task Two_presses_of_one_button_are_one_order()
    {
        var anna = await Arrives("Анна");
        var group = await _shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.Says(anna, $"{Me} дом у озера");
        await group.Presses(anna, "Nano Banana");
        var card = await group.Reads("Платит Анна");
        var go = card.Buttons.First(button => button.Data.StartsWith("gc:", StringComparison.Ordinal)).Data;
        await Task.WhenAll(group.Clicks(anna, card.Id, go), group.Clicks(anna, card.Id, go), group.Clicks(anna, card.Id, go));
        await group.Receives("photo");
        (await _shop.Books.Orders(anna)).ShouldBe(1);
    }

    [Test]
    public async Task A_restart_in_the_middle_changes_nothing()
    {
        await using var shop = await RunningShop.Open();
        var anna = await shop.Arrives();
        var group = await shop.NewGroup(anna);
        await group.LetsBotIn();
        var asked = await group.Says(anna, $"{Me} мост в тумане nano banana");
        await group.Reads("вот чем это сделать");
        await shop.Restart();
        await group.Presses(anna, "Nano Banana");
        await Eventually.Holds("the price is shown", async () => (await group.FromBot())
            .Any(message => message.Buttons.Any(button => button.Label.Contains("Создать за", StringComparison.Ordinal))));
        await shop.Restart();
        await shop.Provider(new { duration_ms = 3_000, rate_limit = false });
        await group.Presses(anna, "Создать за");
        await group.Reads("делаю");
        await shop.Restart();
        (await group.Receives("photo")).Json.GetProperty("reply_to_message").GetProperty("message_id").GetInt64().ShouldBe(asked);
        (await shop.Books.Orders(anna)).ShouldBe(1);
    }

    [Test]
    public async Task A_photo_with_the_bots_name_under_it_is_the_one_that_is_meant()
    {
        var anna = await Arrives("Анна");
        var group = await _shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.SendsPhoto(anna, Pictures.Png(640, 640), $"{Me} убери фон");
        await group.Reads("«убери фон»");
        await group.Presses(anna, "Recraft");
        (await group.Reads("Платит Анна")).Text.ShouldContain("Recraft");
    }

    [Test]
    public async Task Answering_a_photo_speaks_about_that_photo()
    {
        var (anna, boris) = (await Arrives("Анна"), await Arrives("Борис"));
        var group = await _shop.NewGroup(anna, boris);
        await group.LetsBotIn();
        var photo = await group.SendsPhoto(boris, Pictures.Png(640, 640));
        await group.Says(anna, $"{Me} убери фон", replyTo: photo);
        await group.Reads("«убери фон»");
        await group.Presses(anna, "Recraft");
        await group.Reads("Платит Анна");
        await group.Presses(anna, "Создать за");
        await group.Receives("photo");
        (await _shop.Books.Orders(anna)).ShouldBe(1);
        (await _shop.Books.Orders(boris)).ShouldBe(0);
    }

    [Test]
    public async Task Whoever_never_started_the_bot_confirms_in_their_own_chat_and_the_result_comes_to_the_group()
    {
        var (anna, egor) = (await Arrives("Анна"), _shop.NewCustomer("Егор"));
        var group = await _shop.NewGroup(anna, egor);
        await group.LetsBotIn();
        var asked = await group.Says(egor, $"{Me} лиса в лесу");
        var kept = await group.Reads("идея сохранена");
        (await _shop.Books.Known(egor)).ShouldBe(0, "nobody becomes a customer by being spoken to");
        var link = LinkIn(kept);
        link.ShouldContain("start=ask_1");
        await egor.Say($"/start {link.Split("start=")[1]}");
        var proposals = await egor.Sees("«лиса в лесу»");
        proposals.Text.ShouldContain("Уже ваши", customMessage: "a newcomer reads what is theirs");
        await egor.Press("Nano Banana");
        await egor.Sees("Цена: ");
        await egor.Press("Создать за");
        var result = await group.Receives("photo");
        result.Json.GetProperty("reply_to_message").GetProperty("message_id").GetInt64().ShouldBe(asked);
    }

    [Test]
    public async Task The_link_of_somebody_else_opens_nothing_of_theirs()
    {
        var (anna, egor) = (await Arrives("Анна"), _shop.NewCustomer("Егор"));
        var group = await _shop.NewGroup(anna, egor);
        await group.LetsBotIn();
        await group.Says(egor, $"{Me} тайный подарок");
        await group.Reads("идея сохранена");
        await anna.Say("/start ask_1");
        (await anna.Sees("Это было давно")).Text.ShouldNotContain("подарок");
    }

    [Test]
    public async Task What_is_missing_is_nobodys_business()
    {
        await using var shop = await RunningShop.Open(("WELCOME_BALANCE_RUB", "0"));
        var anna = await shop.Arrives();
        var group = await shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.Says(anna, $"{Me} снег nano banana pro");
        await group.Reads("вот чем это сделать");
        var (_, address) = await group.AnswerTo(anna, await group.Presses(anna, "Nano Banana Pro"));
        address.ShouldNotBeNull().ShouldContain("start=order");
        (await group.Reads("Осталось подтвердить")).Text.ShouldNotContain("₽");
        await anna.Say("/start order");
        await anna.Sees("Не хватает");
    }

    [Test]
    public async Task A_failure_is_told_in_private_and_the_group_reads_only_that_there_is_none()
    {
        await using var shop = await RunningShop.Open();
        var anna = await shop.Arrives();
        var group = await shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.Says(anna, $"{Me} снег nano banana pro");
        await group.Presses(anna, "Nano Banana Pro");
        await group.Reads("Платит");
        await shop.Provider(new { duration_ms = 20, task = new { failCode = "500", failMsg = "Internal server error" } });
        await group.Presses(anna, "Создать за");
        await anna.Reads("Деньги не списаны");
        (await group.Reads("не получилось")).Text.ShouldNotContain("₽");
        (await shop.Books.Reserved(anna)).ShouldBe(0);
    }

    [Test]
    public async Task Removed_while_an_order_runs_the_result_comes_home()
    {
        var (group, anna) = await Running(async group => await group.ShutsBotOut());
        (await anna.Receives("photo")).Text.ShouldContain("писать туда я больше не могу");
        (await group.FromBot()).ShouldNotContain(message => HasPhoto(message));
    }

    [Test]
    public async Task Who_has_left_the_group_gets_their_result_themselves()
    {
        var boris = await Arrives("Борис");
        var (group, anna) = await Running(async group => await group.Leaves(group.Founder), boris);
        await anna.Receives("photo");
        (await group.FromBot()).ShouldNotContain(message => HasPhoto(message));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_is_owed_follows_into_the_supergroup(bool isTold)
    {
        var (group, anna) = await Running(async group =>
        {
            if (!isTold)
            {
                // The word of the move is lost: the refusal itself tells it.
                await _shop.Post("fail", new { method = "webhook", when = "drop", times = 2, chat_id = group.Id });
            }

            await group.BecomesSupergroup();
        });
        (await group.Receives("photo")).Json.TryGetProperty("reply_to_message", out _).ShouldBeFalse();
        (await anna.Got("photo")).ShouldBeEmpty();
        await group.Says(anna, $"{Me} спасибо");
        await group.Reads("Всегда рад");
        (await group.FromBot()).ShouldAllBe(message => !message.Text.Contains("Здравствуйте", StringComparison.Ordinal));
    }

    [Test]
    public async Task Who_writes_in_the_name_of_the_group_has_no_balance()
    {
        var (anna, boris) = (await Arrives("Анна"), await Arrives("Борис"));
        var group = await _shop.NewGroup(anna, boris);
        await group.LetsBotIn();
        await group.MakesAnonymous(boris);
        await group.Says(boris, $"{Me} кот в очках");
        (await group.Reads("от имени группы")).Buttons.Single().Label.ShouldContain("Личный чат");
    }

    [TestCase("/start@trt_sandbox_bot", "Напишите идею после моего имени")]
    [TestCase("/help@trt_sandbox_bot", "Напишите идею после моего имени")]
    [TestCase("/balance@trt_sandbox_bot", "Это только для вас")]
    [TestCase("@trt_sandbox_bot", "Напишите идею после моего имени")]
    [TestCase("@trt_sandbox_bot сколько у меня денег", "Это только для вас")]
    [TestCase("@trt_sandbox_bot kling", "нашёл: ")]
    public async Task Short_answers_to_what_is_asked(string said, string answer)
    {
        var anna = await Arrives("Анна");
        var group = await _shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.Says(anna, said);
        await group.Reads(answer);
    }

    [Test]
    public async Task Everything_else_in_a_group_is_not_for_it()
    {
        var anna = await Arrives("Анна");
        var group = await _shop.NewGroup(anna);
        await group.LetsBotIn("administrator");
        await group.Reads("Здравствуйте");
        await group.Says(anna, "кот в очках");
        await group.Says(anna, "/start@other_bot");
        await group.Says(anna, "/balance");
        await group.SendsPhoto(anna, Pictures.Png(64, 64), "кот");
        await group.Says(anna, $"{Me} спасибо");
        await group.Reads("Всегда рад");
        (await group.FromBot()).Count.ShouldBe(2);
    }

    [Test]
    public async Task A_dropped_card_orders_nothing_and_leaves_a_newer_order_alone()
    {
        var anna = await Arrives("Анна");
        var group = await _shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.Says(anna, $"{Me} поле маков");
        await group.Presses(anna, "Nano Banana");
        var card = await group.Reads("Платит Анна");
        await anna.FillsPicture();
        await group.Clicks(anna, card.Id, card.Buttons.First(button => button.Data.StartsWith("gd:", StringComparison.Ordinal)).Data);
        await group.Reads("не делаю");
        (await _shop.Books.Drafts(anna)).ShouldBe(1);
        var stale = card.Buttons.First(button => button.Data.StartsWith("gc:", StringComparison.Ordinal)).Data;
        await group.Clicks(anna, card.Id, stale);
        await group.Reads("Это было давно");
        (await _shop.Books.Orders(anna)).ShouldBe(0);
    }

    [Test]
    public async Task Many_at_once_keep_to_twenty_a_minute()
    {
        await using var shop = await RunningShop.Open();
        var anna = await shop.Arrives();
        var group = await shop.NewGroup(anna);
        await group.LetsBotIn();
        await group.Reads("Здравствуйте");
        await shop.Post("settings", new { rate_limits = true });
        for (var asked = 0; asked < 22; asked++)
        {
            await group.Says(anna, $"{Me} спасибо");
        }

        await shop.TimeFlies(() => Eventually.Holds("every answer", async () => (await group.FromBot()).Count == 23));
        var refused = (await shop.Get("log")).GetProperty("calls").EnumerateArray().Count(call => call.GetProperty("status").GetInt32() == 429);
        refused.ShouldBe(0, "our own pace comes first");
    }

    /// <summary>Anna's order runs at the provider; meanwhile something happens to the group.</summary>
    private async Task<(FriendGroup Group, Customer Anna)> Running(Func<FriendGroup, Task> meanwhile, Customer? friend = null)
    {
        var anna = await Arrives("Анна");
        var group = friend is null ? await _shop.NewGroup(anna) : await _shop.NewGroup(anna, friend);
        await group.LetsBotIn();
        await group.Says(anna, $"{Me} маяк ночью nano banana pro");
        await group.Presses(anna, "Nano Banana Pro");
        await group.Reads("Платит Анна");
        await _shop.Post("fail", new { method = "sendPhoto", error_code = 429, description = "Too Many Requests: retry after 3", parameters = new { retry_after = 3 }, chat_id = group.Id, times = 1 });
        await group.Presses(anna, "Создать за");
        await group.Reads("делаю");
        await meanwhile(group);
        return (group, anna);
    }

    private async Task<Customer> Arrives(string name)
    {
        var customer = _shop.NewCustomer(name);
        await customer.Say("/start");
        await customer.Receives("reply_markup");
        return customer;
    }

    private static bool HasPhoto(ChatMessage message) => message.Json.TryGetProperty("photo", out _);

    private static string LinkIn(ChatMessage message) => message.Json.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0]
        .GetProperty("url").GetString()!;
}
