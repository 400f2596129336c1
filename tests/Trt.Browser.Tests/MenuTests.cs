using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class MenuTests : PageTest
{
    [Test]
    public async Task A_blocked_bot_cannot_write_until_it_is_restarted()
    {
        await BeginChat();

        await Chat.Choose("menu-block");
        await Expect(Chat.Page.GetByTestId("start")).ToHaveTextAsync("Перезапустить бота");
        (await Should.ThrowAsync<BotApiRefusal>(() => Bot.Say(Person.Id, "Вы здесь?"))).Message.ShouldContain("blocked");

        await Chat.Start();
        (await Bot.WaitForMessage(Person.Id))["text"]!.GetValue<string>().ShouldBe("/start");
        await Bot.Say(Person.Id, "С возвращением");
        await Chat.WaitForMessage("С возвращением");
    }

    [Test]
    public async Task The_person_can_become_someone_else()
    {
        await BeginChat();
        await Chat.Choose("menu-person");

        await Chat.Page.GetByTestId("person-id").FillAsync((Person.Id + 100_000).ToString());
        await Chat.Page.GetByTestId("person-name").FillAsync("Boris");
        await Chat.Page.GetByTestId("person-language").SelectOptionAsync("en");
        await Chat.Page.GetByTestId("person-apply").ClickAsync();
        await Expect(Chat.Page.GetByTestId("start")).ToHaveTextAsync("Start");
        await Chat.Start();

        var message = await Bot.WaitForMessage(Person.Id + 100_000);
        message["from"]!["first_name"]!.GetValue<string>().ShouldBe("Boris");
        message["from"]!["language_code"]!.GetValue<string>().ShouldBe("en");
    }

    [Test]
    public async Task The_clock_can_be_put_ahead()
    {
        await BeginChat();

        await Chat.Page.GetByTestId("menu").ClickAsync();
        await Chat.Page.GetByTestId("skip-60").ClickAsync();
        await Expect(Chat.Toast).ToContainTextAsync("1 ч");

        var message = await Bot.Call("sendMessage", new JsonObject { ["chat_id"] = Person.Id, ["text"] = "Через час" });
        var ahead = DateTimeOffset.FromUnixTimeSeconds(message["date"]!.GetValue<long>()) - TimeProvider.System.GetUtcNow();
        ahead.ShouldBeGreaterThan(TimeSpan.FromMinutes(58));
    }

    [Test]
    public async Task A_fault_switched_on_the_sheet_is_on_at_the_provider()
    {
        await Chat.Choose("menu-faults");
        await Chat.Page.GetByTestId("fault-lostCallback").CheckAsync();
        await Chat.Page.GetByTestId("fault-slow").CheckAsync();
        (await Dial())["callback"]!["lost"]!.GetValue<bool>().ShouldBeTrue();
        (await Dial())["duration_ms"]!.GetValue<int>().ShouldBe(90_000);

        await Chat.Page.GetByTestId("fault-duplicateCallback").CheckAsync();
        await Expect(Chat.Page.GetByTestId("fault-lostCallback")).Not.ToBeCheckedAsync();

        await Chat.Page.GetByTestId("faults-clear").ClickAsync();
        await Expect(Chat.Page.GetByTestId("fault-slow")).Not.ToBeCheckedAsync();
        (await Dial()).AsObject().ShouldBeEmpty();
    }

    [Test]
    public async Task A_reset_empties_the_chat()
    {
        await BeginChat();
        await Chat.Choose("menu-reset");

        await Chat.Page.GetByTestId("reset-confirm").ClickAsync();

        await Expect(Chat.Messages).ToHaveCountAsync(0);
        await Expect(Chat.Page.GetByTestId("start")).ToBeVisibleAsync();
    }

    private async Task<JsonNode> Dial()
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<JsonNode>(new Uri(Sandbox.Address, "/control/kie")))!;
    }
}
