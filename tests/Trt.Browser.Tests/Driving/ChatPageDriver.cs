using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests.Driving;

/// <summary>The chat page in the hands of a person: what they do and what they see. Every wait has a deadline.</summary>
internal sealed class ChatPageDriver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ChatPageDriver(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type == "error" && line.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _complaints.Add(line.Text);
            }
        };
    }

    public IPage Page { get; }

    public ILocator Messages => Page.GetByTestId("message");

    public ILocator Last => Messages.Last;

    public ILocator Toast => Page.GetByTestId("toast");

    public ILocator Alert => Page.GetByTestId("alert");

    public ILocator Composer => Page.GetByTestId("composer-input");

    public ILocator NewMessages => Page.GetByTestId("new-messages");

    public ILocator ConnectionBanner => Page.GetByTestId("connection-banner");

    public ILocator Scroller => Page.Locator(".scroller");

    /// <summary>Errors thrown by the page itself, and anything its security policy had to stop.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<ChatPageDriver> Open(Uri sandbox, Someone person, Screen? screen = null)
    {
        var context = await Chromium.Browser.NewContextAsync((screen ?? Screen.Desktop).ToContext(person.Language));
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        var driver = new ChatPageDriver(context, await context.NewPageAsync());
        await driver.Page.GotoAsync(new Uri(sandbox, $"/?user={person.Id}&name={Uri.EscapeDataString(person.Name)}&lang={person.Language}").ToString());
        await driver.Page.Locator("body[data-ready]").WaitForAsync();
        return driver;
    }

    /// <summary>Presses the Start button of an empty chat.</summary>
    public Task Start() => Page.GetByTestId("start").ClickAsync();

    public async Task Send(string text)
    {
        await Composer.FillAsync(text);
        await Page.GetByTestId("send").ClickAsync();
    }

    /// <summary>Presses a button under the newest message that has one with this text.</summary>
    public Task Press(string buttonText) => Button(buttonText).ClickAsync();

    public ILocator Button(string text) => Page.GetByTestId("keyboard-button").Filter(new() { HasText = text }).Last;

    public ILocator Message(long messageId) => Page.Locator($"[data-testid=message][data-message-ids~='{messageId}']");

    public async Task<ILocator> WaitForMessage(string containing)
    {
        var message = Messages.Filter(new() { HasText = containing }).Last;
        await Expect(message).ToBeVisibleAsync();
        return message;
    }

    /// <summary>Waits until the newest photo of the bot has come and is drawn.</summary>
    public async Task<ILocator> WaitForPhoto()
    {
        var photo = Page.Locator("[data-testid=message][data-outgoing=false] [data-testid=photo]").Last;
        await WaitUntilDrawn(photo);
        return photo;
    }

    public static async Task WaitUntilDrawn(ILocator image)
    {
        await Expect(image).ToBeVisibleAsync();
        await Expect(image).ToHaveJSPropertyAsync("complete", true);
        (await image.EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(0, "the picture is not a picture");
    }

    /// <summary>Attaches files the way the paper clip does and sends them.</summary>
    public async Task Attach(IReadOnlyList<string> paths, string caption = "", bool asFile = false)
    {
        await Page.GetByTestId("file-input").SetInputFilesAsync(paths);
        await Expect(Page.GetByTestId("attachment")).ToHaveCountAsync(paths.Count);
        if (asFile)
        {
            await Page.GetByTestId("as-file").CheckAsync();
        }

        await Page.GetByTestId("caption").FillAsync(caption);
        await Page.GetByTestId("attach-send").ClickAsync();
        await Expect(Page.GetByTestId("attach-sheet")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses from the ⋮ menu.</summary>
    public async Task Choose(string item)
    {
        await Page.GetByTestId("menu").ClickAsync();
        await Page.GetByTestId(item).ClickAsync();
    }

    /// <summary>Lets something go wrong at the provider, from the page's sheet of faults.</summary>
    public async Task SwitchOn(string fault)
    {
        await Choose("menu-faults");
        await Page.GetByTestId($"fault-{fault}").CheckAsync();
        await Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>How far the end of the chat is below what is seen, in pixels.</summary>
    public Task<double> DistanceFromEnd() => Scroller.EvaluateAsync<double>("box => box.scrollHeight - box.scrollTop - box.clientHeight");

    public Task ScrollTo(double top) => Scroller.EvaluateAsync("(box, top) => box.scrollTo(0, top)", top);

    /// <summary>Where a message stands on the screen.</summary>
    public static Task<double> TopOf(ILocator message) => message.EvaluateAsync<double>("node => node.getBoundingClientRect().top");

    /// <summary>Saves a picture of the page beside the test results and returns where.</summary>
    public async Task<string> Screenshot(string name)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", $"{name}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Animations = ScreenshotAnimations.Disabled });
        TestContext.AddTestAttachment(path);
        return path;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
