using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class ConnectionTests
{
    [Test]
    public async Task The_page_says_that_the_connection_is_lost_and_comes_back_by_itself()
    {
        await using var sandbox = await RunningSandbox.Start();
        var person = Someone.New();
        await using var chat = await ChatPageDriver.Open(sandbox.Address, person);
        await chat.Start();
        await chat.WaitForMessage("/start");

        await sandbox.Stop();
        await Expect(chat.ConnectionBanner).ToBeVisibleAsync();
        await chat.Composer.FillAsync("Не потеряйся");
        await chat.Composer.PressAsync("Enter");
        await Expect(chat.Toast).ToContainTextAsync("Не отправлено");
        await Expect(chat.Composer).ToHaveValueAsync("Не потеряйся");

        await sandbox.StartAgain();
        await Expect(chat.ConnectionBanner).ToBeHiddenAsync();
        await Expect(chat.Messages).ToHaveCountAsync(0);

        await chat.Start();
        using var bot = new ScriptedBot(sandbox.Address);
        await bot.WaitForMessage(person.Id);
        await bot.Say(person.Id, "Снова на связи");
        await chat.WaitForMessage("Снова на связи");
    }

    [Test]
    public async Task The_page_says_that_the_shop_is_opening_and_begins_when_it_answers()
    {
        await using var sandbox = await RunningSandbox.Start();
        await using var chat = await ChatPageDriver.Open(sandbox.Address, Someone.New());

        await sandbox.Stop();
        await Expect(chat.ConnectionBanner).ToContainTextAsync("Нет связи");
        await sandbox.StartAgain(isOpening: true);
        await Expect(chat.ConnectionBanner).ToContainTextAsync("Открываем магазин…");

        sandbox.OpenShop();
        await Expect(chat.ConnectionBanner).ToBeHiddenAsync();
        await chat.Start();
        await chat.WaitForMessage("/start");
    }

    [Test]
    public async Task An_open_page_does_not_keep_the_sandbox_from_stopping()
    {
        await using var sandbox = await RunningSandbox.Start();
        await using var chat = await ChatPageDriver.Open(sandbox.Address, Someone.New());

        await sandbox.Stop().WaitAsync(TimeSpan.FromSeconds(5));

        await Expect(chat.ConnectionBanner).ToBeVisibleAsync();
    }
}
