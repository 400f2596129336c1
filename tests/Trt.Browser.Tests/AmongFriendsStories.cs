using NUnit.Framework.Interfaces;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>The product in a group and from inside other chats, played on a phone.</summary>
internal sealed class AmongFriendsStories
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

    [Test]
    public async Task In_a_group_only_who_asked_presses_and_the_picture_answers_them()
    {
        var chat = await Enter();
        await chat.Page.GetByTestId("open-chats").ClickAsync();
        await chat.Page.GetByTestId("new-group").ClickAsync();
        await Ready(chat);
        await chat.WaitForMessage("Платит тот, кто просит");
        await chat.Screenshot("group-hello");
        await chat.Send("@trt_sandbox_bot кот в очках nano banana pro");
        await chat.WaitForMessage("вот чем это сделать");
        await chat.Press("Nano Banana Pro");
        await chat.WaitForMessage("Платит Анна");
        await chat.Screenshot("group-card");

        await As(chat, 2001);
        await chat.Press("Создать за");
        await Expect(chat.Toast).ToContainTextAsync("Анна");
        await chat.Screenshot("group-not-yours");
        await As(chat, _person);
        await chat.Press("Создать за");
        await chat.WaitForPhoto();
        await chat.WaitForMessage("готово");
        await chat.Screenshot("group-result");
    }

    [Test]
    public async Task Typing_the_bots_name_shows_ideas_and_a_posted_one_leads_into_the_private_chat()
    {
        var chat = await Enter();
        await chat.Page.GetByTestId("open-chats").ClickAsync();
        await chat.Page.GetByTestId("new-group").ClickAsync();
        await Ready(chat);
        await chat.Composer.FillAsync("@trt_sandbox_bot лиса на лыжах");
        var results = chat.Page.GetByTestId("inline-result");
        await Expect(results).ToHaveCountAsync(3);
        await Expect(results.First).ToContainTextAsync("₽");
        await chat.Screenshot("inline-list");
        await results.First.ClickAsync();
        var posted = await chat.WaitForMessage("лиса на лыжах");
        await Expect(posted).ToContainTextAsync("via @trt_sandbox_bot");
        await Expect(chat.Composer).ToHaveValueAsync("");
        await chat.Screenshot("inline-posted");
        await chat.Press("Создать это");
        await chat.Page.WaitForURLAsync(address => !address.Contains("chat=", StringComparison.Ordinal));
        await Ready(chat);
        await chat.WaitForMessage("«лиса на лыжах»");
        await chat.Screenshot("inline-private");
    }

    private long _person;

    private async Task<ChatPageDriver> Enter()
    {
        var anna = Someone.New() with { Name = "Анна" };
        _person = anna.Id;
        _chat = await ChatPageDriver.Open(_shop.Address, anna, Screen.Phone);
        await _chat.Start();
        await _chat.WaitForMessage("Анна");
        return _chat;
    }

    /// <summary>The page starts anew in another chat, or as somebody else.</summary>
    private static async Task As(ChatPageDriver chat, long member)
    {
        await chat.Page.GetByTestId($"as-{member}").ClickAsync();
        await chat.Page.WaitForURLAsync(address => address.Contains($"user={member}", StringComparison.Ordinal));
        await Ready(chat);
    }

    private static Task Ready(ChatPageDriver chat) => chat.Page.Locator("body[data-ready]").WaitForAsync();
}
