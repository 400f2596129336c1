using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Options;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>People who press what is not theirs, from where it does not belong, or far too often. Everybody gets an answer, nobody gets further.</summary>
public sealed class AttackStories
{
    private static long _lastUpdate = 700_000_000;

    private RunningShop _shop = null!;
    private Customer _anna = null!;
    private Customer _eve = null!;

    private string Secret => _shop.Sandbox.Shop.GetRequiredService<BotOptions>().WebhookSecret;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        (_anna, _eve) = (_shop.NewCustomer(), _shop.NewCustomer("Ева"));
        await _anna.Say("/start");
        await _anna.Reads("добро пожаловать");
        await _eve.Say("/start");
        await _eve.Reads("добро пожаловать");
    }

    [TearDown]
    public async Task NoPressWaits()
    {
        await _anna.PressesAreAnswered();
        await _eve.PressesAreAnswered();
    }

    [Test]
    public async Task A_confirm_button_that_was_forwarded_confirms_nothing_for_whoever_presses_it()
    {
        var (_, data) = await ReadyToConfirm(_anna);

        // A forwarded message keeps its buttons only when they are shown to be pressed by a client of Eve's own making.
        await _eve.Click((await _eve.FromBot())[^1].Id, data);
        await _eve.PressesAreAnswered();

        (await Orders(_eve)).ShouldBe(0);
        (await Orders(_anna)).ShouldBe(0);
        (await _eve.FromBot()).ShouldAllBe(message => !message.Text.Contains("Тайный маяк", StringComparison.Ordinal));
        await _anna.Press("Создать бесплатно");
        await _anna.Receives("photo");
    }

    [Test]
    public async Task A_confirm_button_in_a_group_confirms_nothing_not_even_for_its_owner()
    {
        var (messageId, data) = await ReadyToConfirm(_anna);
        foreach (var presser in (Customer[])[_anna, _eve])
        {
            var reply = await Press(presser.Id, data, $$$""","message":{"message_id":{{{messageId}}},"date":1,"chat":{"id":-100{{{_anna.Id}}},"type":"supergroup","title":"All"}}""");
            reply.ShouldContain("answerCallbackQuery");
            var inline = await Press(presser.Id, data, ",\"inline_message_id\":\"AAAA\"");
            inline.ShouldContain("answerCallbackQuery");
        }

        (await Orders(_anna) + await Orders(_eve)).ShouldBe(0);
    }

    [Test]
    [Property("Case", 51)]
    public async Task Buttons_that_name_another_persons_order_show_and_change_nothing()
    {
        var (_, confirm) = await ReadyToConfirm(_anna);
        await _shop.Provider(new { duration_ms = 60_000 });
        try
        {
            await _anna.Press("Создать бесплатно");
            await Eventually.Holds("the order is placed", async () => await Orders(_anna) == 1);
            var id = confirm.Split(':')[1];
            var screen = (await _eve.FromBot())[^1].Id;
            foreach (var name in (string[])["cancel", "status", "gen_view", "gen_repeat", "confirm_generate"])
            {
                await _eve.Click(screen, $"{name}:{id}");
                await _eve.PressesAreAnswered();
            }

            (await _shop.Books.Orders(GenerationStatus.Cancelled, _anna)).ShouldBe(0);
            (await Orders(_eve)).ShouldBe(0);
            (await _shop.Books.Drafts(_eve)).ShouldBe(0);
            (await _eve.FromBot()).ShouldAllBe(message => !message.Text.Contains("Тайный маяк", StringComparison.Ordinal));
        }
        finally
        {
            await _shop.Provider(new { duration_ms = 20 });
        }
    }

    [Test]
    public async Task Junk_in_a_button_is_answered_and_parks_nothing()
    {
        var random = new Random(4711);
        string[] names = ["confirm_generate", "cancel", "set_param", "select_model", "model", "gen_type", "my_generations", "edit_param", "choices", "set_language", "topup_amount", "nothing"];
        for (var attempt = 0; attempt < 120; attempt++)
        {
            var junk = new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(0x20, 0x24F))]);
            var data = Cut($"{names[random.Next(names.Length)]}:{junk}");
            (await Press(_eve.Id, data, $$$""","message":{"message_id":1,"date":1,"chat":{"id":{{{_eve.Id}}},"type":"private","first_name":"Eve"}}"""))
                .ShouldContain("answerCallbackQuery", customMessage: data);
        }

        (await _shop.Books.UpdatesPutAsideFrom(700_000_000)).ShouldBe(0);
        (await Orders(_eve)).ShouldBe(0);
    }

    [Test]
    [Property("Case", 74)]
    public async Task One_who_floods_is_answered_and_the_others_do_not_wait_for_it()
    {
        var screen = (await _eve.FromBot())[^1].Id;
        var flood = Task.WhenAll(Enumerable.Range(0, 300).Select(number => number % 3 == 0 ? _eve.Say($"flood {number}") : _eve.Click(screen, "main_menu")));

        await _anna.Say("/balance");
        await _anna.Reads("Баланс");

        await flood;
        await _eve.PressesAreAnswered();
        (await _shop.Books.UpdatesPutAside(with: $"{_eve.Id}")).ShouldBe(0);
    }

    /// <summary>Up to the free confirm screen; returns where its button is and what it carries.</summary>
    private static async Task<(long MessageId, string Data)> ReadyToConfirm(Customer customer)
    {
        await customer.Click((await customer.FromBot())[^1].Id, "select_model:z-image");
        await customer.Sees("Шаг 1/2");
        await customer.Say("Тайный маяк");
        await customer.Press("1:1");
        return await customer.Button("Создать бесплатно");
    }

    private Task<long> Orders(Customer customer) => _shop.Books.Orders(customer);

    /// <summary>A press as it could only come from someone who writes the update by hand.</summary>
    private async Task<string> Press(long person, string data, string where)
    {
        var id = Interlocked.Increment(ref _lastUpdate);
        var body = $$$"""{"update_id":{{{id}}},"callback_query":{"id":"{{{id}}}","from":{"id":{{{person}}},"is_bot":false,"first_name":"X"},"chat_instance":"1","data":{{{System.Text.Json.JsonSerializer.Serialize(data)}}}{{{where}}}}}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var response = await _shop.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Cut(string data)
    {
        while (Encoding.UTF8.GetByteCount(data) > 64)
        {
            data = data[..^1];
        }

        return data;
    }
}
