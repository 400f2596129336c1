using Microsoft.Playwright;
using NUnit.Framework.Interfaces;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>Paying by card on the provider's page, from the chat and back to it.</summary>
internal sealed class PayPageStories
{
    private OpenShop _shop = null!;
    private ChatPageDriver? _chat;

    [OneTimeSetUp]
    public async Task OpenShop() => _shop = await Neighbours.OpenShop.Start();

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [TearDown]
    public async Task ClosePage()
    {
        if (_chat is null)
        {
            return;
        }

        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            await _chat.Screenshot(TestContext.CurrentContext.Test.Name);
        }

        await _chat.DisposeAsync();
        _chat.Complaints.ShouldBeEmpty("the page threw an error or was stopped by its own security policy");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Who_pays_on_the_page_finds_the_money_in_the_chat(bool isPhone)
    {
        var (chat, page) = await OpenWay(isPhone);
        await Expect(page.GetByTestId("pay-sum")).ToContainTextAsync("150.00 RUB");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is cut off at the side");
        await page.ScreenshotAsync(new() { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", $"pay-page-{(isPhone ? "phone" : "desktop")}.png") });
        await page.GetByTestId("card-pay").ClickAsync();

        await Expect(await chat.WaitForMessage("Баланс пополнен на 150 ₽")).ToContainTextAsync("450 ₽");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Who_is_declined_reads_so_on_the_page_and_in_the_chat(bool isPhone)
    {
        var (chat, page) = await OpenWay(isPhone);
        await page.GetByTestId("card-decline").ClickAsync();
        await Expect(page.GetByTestId("pay-word")).ToContainTextAsync("This payment is over");

        await chat.WaitForMessage("Оплата на 150 ₽ не прошла");
        await Expect(chat.Messages.Filter(new() { HasText = "Баланс пополнен" })).ToHaveCountAsync(0);
    }

    /// <summary>Up to the button that leads to the page.</summary>
    private async Task<(ChatPageDriver Chat, IPage Page)> OpenWay(bool isPhone)
    {
        var chat = _chat = await ChatPageDriver.Open(_shop.Address, Someone.New() with { Name = "Анна" }, isPhone ? Screen.Phone : null);
        await chat.Start();
        await chat.WaitForMessage("Анна");
        await chat.Send("/topup");
        await chat.Press("150 ₽");
        await chat.Press("на странице банка");
        await chat.WaitForMessage("Кнопка откроет");
        await chat.Press("Оплатить 150 ₽");
        var page = await chat.Page.RunAndWaitForPopupAsync(() => chat.Page.GetByTestId("open-link").ClickAsync());
        return (chat, page);
    }
}
