using NUnit.Framework.Interfaces;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>A sandbox for the fixture, a person with an open page and a bot that does what the test says.</summary>
internal abstract class PageTest
{
    private ChatPageDriver? _chat;

    protected RunningSandbox Sandbox { get; private set; } = null!;

    protected ScriptedBot Bot { get; private set; } = null!;

    protected Someone Person { get; private set; } = null!;

    protected ChatPageDriver Chat => _chat ?? throw new InvalidOperationException("The page has not been opened.");

    [OneTimeSetUp]
    public async Task StartSandbox()
    {
        Sandbox = await RunningSandbox.Start();
        Bot = new ScriptedBot(Sandbox.Address);
    }

    [SetUp]
    public async Task OpenPage()
    {
        Person = Someone.New();
        _chat = await ChatPageDriver.Open(Sandbox.Address, Person);
    }

    [TearDown]
    public async Task ClosePage()
    {
        if (_chat is null)
        {
            return;
        }

        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            await Chat.Screenshot(TestContext.CurrentContext.Test.Name);
        }

        await Chat.DisposeAsync();
        Chat.Complaints.ShouldBeEmpty("the page threw an error or was stopped by its own security policy");
    }

    [OneTimeTearDown]
    public async Task StopSandbox()
    {
        Bot.Dispose();
        await Sandbox.DisposeAsync();
    }

    /// <summary>The person starts the bot, which makes it able to write to them.</summary>
    protected async Task BeginChat()
    {
        await Chat.Start();
        await Bot.WaitForMessage(Person.Id);
        // The bot may know of it before the page does; keys typed until then would go nowhere.
        await Expect(Chat.Composer).ToBeVisibleAsync();
    }

    /// <summary>Enough lines to scroll.</summary>
    protected async Task<IReadOnlyList<long>> FillChat(int lines = 40)
    {
        var ids = new List<long>();
        for (var line = 1; line <= lines; line++)
        {
            ids.Add(await Bot.Say(Person.Id, $"Строка {line}"));
        }

        await Chat.WaitForMessage($"Строка {lines}");
        return ids;
    }
}
