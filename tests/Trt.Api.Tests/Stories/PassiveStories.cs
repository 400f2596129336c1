using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trt.Api.Tests.Startup;
using Trt.Domain.Wallets;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>What people meet while the database is away.</summary>
[Parallelizable]
public sealed class PassiveStories
{
    private RunningShop _shop = null!;
    private Updates _updates = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await RunningShop.OpenByWire(settings: [("LOG_LEVEL", "Information")]);
        _updates = new Updates(_shop);
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task A_press_gets_its_toast_and_one_message_with_a_button_a_cid_and_the_reason()
    {
        var anna = await Comes();
        var log = LogBook.Of(_shop);
        await Lose();
        await anna.Press("Моё");
        var message = await anna.Reads("обновляется");
        await anna.PressesAreAnswered();
        message.Buttons.ShouldHaveSingleItem().Data.ShouldBe("main_menu");
        var cid = Regex.Match(message.Text, "обращения: ([0-9a-f]{10}) \\(DB_AWAY\\)").Groups[1].Value;
        log.Lines.ShouldContain(line => line.Contains("PASSIVE_REJECT", StringComparison.Ordinal) && line.Contains($"DB_AWAY cid {cid}", StringComparison.Ordinal));

        await anna.Click((await anna.FromBot())[0].Id, "show_balance");
        await anna.PressesAreAnswered();
        (await anna.FromBot()).Count(seen => seen.Text.Contains("обновляется", StringComparison.Ordinal)).ShouldBe(1);

        _shop.Wire.Mend();
        await _shop.IsReady();
        await anna.Click(message.Id, "main_menu");
        await anna.Sees("Что создаём");
    }

    [Test]
    public async Task An_album_gets_one_answer()
    {
        await Lose();
        var answers = new List<JsonElement>();
        for (var photo = 0; photo < 3; photo++)
        {
            answers.Add(await _updates.AnswerTo(
                71, new { media_group_id = "13", photo = new[] { new { file_id = $"f{photo}", file_unique_id = $"u{photo}", width = 9, height = 9 } } }));
        }

        answers.Select(answer => answer.ValueKind).ShouldBe([JsonValueKind.Object, JsonValueKind.Undefined, JsonValueKind.Undefined]);
        (await _updates.AnswerTo(71, new { text = "?" })).GetProperty("method").GetString().ShouldBe("sendMessage");
    }

    [Test]
    public async Task An_invitation_met_meanwhile_is_kept_in_the_button()
    {
        var anna = await Comes();
        await anna.Say("/invite");
        var link = Regex.Match((await anna.Reads("start=")).Text, "start=(ref_[A-Za-z0-9_-]+)").Groups[1].Value;
        await Lose();
        var boris = _shop.NewCustomer("Борис");
        await boris.Say($"/start {link}");
        var button = (await boris.Reads("обновляется")).Buttons.ShouldHaveSingleItem();
        button.Data.ShouldBe($"go:{link}");
        await boris.Click((await boris.FromBot())[^1].Id, button.Data);
        await Eventually.Holds("who presses too early gets the same button again", async () =>
            (await boris.FromBot()).Count(message => message.Buttons.Any(again => again.Data == button.Data)) == 2);

        _shop.Wire.Mend();
        await _shop.IsReady();
        await boris.Click((await boris.FromBot())[^1].Id, button.Data);
        await boris.Sees("добро пожаловать");
        (await _shop.Books.InvitedBy(anna)).ShouldBe(1);
    }

    [Test]
    public async Task Who_presses_while_the_disk_is_full_is_told_and_their_money_comes_again()
    {
        var anna = await Comes();
        await _shop.ByHand.FillsTheDisk();
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:nano-banana-pro");
        (await anna.Reads("обновляется")).Text.ShouldContain("DB_AWAY");
        (await _updates.Bring(Money(anna.Id))).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await _shop.ByHand.FreesTheDisk();
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:nano-banana-pro");
        await anna.Sees("Шаг 1/");
    }

    /// <summary>A link holds more than a button's data: the button is the link then.</summary>
    [TestCase(61, true)]
    [TestCase(62, false)]
    [TestCase(64, false)]
    public async Task However_long_the_word_of_a_link_is_it_is_kept(int length, bool isInData)
    {
        var anna = await Comes();
        var word = "utm_spring".PadRight(length, 'x');
        await Lose();
        await anna.Say($"/start {word}");
        var message = await anna.Reads("обновляется");
        message.Buttons.ShouldHaveSingleItem().Data.ShouldBe(isInData ? $"go:{word}" : "");
        if (!isInData)
        {
            var button = message.Json.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0];
            new Uri(button.GetProperty("url").GetString()!).Query.ShouldBe($"?start={word}");
        }
    }

    [Test]
    [Property("Case", 82)]
    public async Task Money_that_comes_meanwhile_comes_again()
    {
        await Lose();
        (await _updates.Bring(Money(72))).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    /// <summary>"Don't know": the confirm is committed and nobody hears of it. The update comes again, and its effect is found.</summary>
    [Test]
    public async Task A_commit_whose_answer_is_lost_is_found_out()
    {
        var anna = await Comes();
        await anna.Click((await anna.FromBot())[^1].Id, "select_model:nano-banana-pro");
        await anna.Sees("Шаг 1/");
        await anna.Sees("Шаг 1/3");
        await anna.Say("Кот-астронавт");
        await anna.Press("Только текст");
        await anna.Press("1K · 14,14 ₽");
        await anna.Sees("всё готово");

        _shop.Wire.LoseAnswerOnceAfter("INSERT INTO ledger_entries");
        await anna.Press("Создать за 14,14 ₽");
        await anna.Receives("photo");
        _shop.Wire.HasLostAnswer.ShouldBeTrue();
        (await _shop.Books.Orders(anna)).ShouldBe(1);
        (await _shop.Books.Entries(EntryKind.Reserve, anna)).ShouldBe(1);
        (await _shop.Books.Available(anna)).ShouldBe(30_000 - 1_414);
    }

    private static object Money(long payer) => new
    {
        message = new
        {
            message_id = 1,
            date = 1,
            chat = new { id = payer, type = "private" },
            from = new { id = payer, first_name = "A" },
            successful_payment = new { currency = "XTR", total_amount = 5, invoice_payload = "x", telegram_payment_charge_id = "c", provider_payment_charge_id = "" },
        },
    };

    private async Task<Customer> Comes()
    {
        var customer = _shop.NewCustomer();
        await customer.Say("/start");
        await customer.Reads("добро пожаловать");
        return customer;
    }

    private async Task Lose()
    {
        _shop.Wire.Cut();
        await Eventually.Holds("the shop has seen it", async () => !(await _shop.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
    }
}
