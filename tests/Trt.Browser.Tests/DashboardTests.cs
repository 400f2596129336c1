using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using Trt.Testing;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>
/// The dashboard in a browser, as its operator meets it: from the button of the chat on, on a phone and on a desk, by day and by night,
/// with scripts and without.
/// </summary>
internal sealed partial class DashboardTests
{
    private static readonly Screen Desk = new(1440, 900);

    private static readonly string[] Paths =
    [
        "/admin", "/admin?period=week", "/admin/orders", "/admin/customers", "/admin/models", "/admin/models/show?id=nano-banana-pro", "/admin/payments",
        "/admin/work", "/admin/settings", "/admin/settings/rate", "/admin/promos", "/admin/audit", "/admin/sessions", "/admin/customers/1000", "/admin/nowhere",
    ];

    private OpenShop _shop = null!;

    [OneTimeSetUp]
    public async Task OpenShop() => _shop = await Neighbours.OpenShop.Start();

    [OneTimeTearDown]
    public async Task CloseShop() => await _shop.DisposeAsync();

    [TestCase(false, false, true)]
    [TestCase(false, true, true)]
    [TestCase(true, false, true)]
    [TestCase(true, true, true)]
    [TestCase(true, false, false)]
    public async Task Every_page_fits_its_screen_asks_nobody_else_and_complains_of_nothing(bool isPhone, bool isDark, bool hasScripts)
    {
        var screen = (isPhone ? Screen.Phone : Desk) with { IsDark = isDark };
        await using var context = await Chromium.Browser.NewContextAsync(Options(screen, hasScripts));
        var (page, complaints) = await Watched(context);
        await Enter(page);
        foreach (var path in Paths)
        {
            await page.GotoAsync(new Uri(_shop.ShopAddress, path).ToString());
            await Expect(page.Locator("h1").First).ToBeVisibleAsync();
            var overflow = hasScripts
                ? await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
                : 0;
            overflow.ShouldBe(0, path);
            await Shot(page, $"{(isPhone ? "phone" : "desk")}-{(isDark ? "dark" : "light")}{(hasScripts ? "" : "-noscript")}", path);
        }

        complaints.ShouldBeEmpty();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_first_page_shows_what_is_left_at_the_supplier_and_the_newest_backup(bool isPhone)
    {
        await using var context = await Chromium.Browser.NewContextAsync(Options(isPhone ? Screen.Phone : Desk, hasScripts: false));
        var (page, _) = await Watched(context);
        await Enter(page);
        await page.GotoAsync(new Uri(_shop.ShopAddress, "/admin").ToString());
        await Expect(page.Locator("[data-of=account] dd").First).ToHaveTextAsync(Roubles());
        await Expect(page.Locator("[data-of=account]")).ToContainTextAsync("У поставщика");
        await Expect(page.Locator("[data-of=backup] dt")).ToHaveTextAsync("Копия данных");
        await Expect(page.Locator("[data-of=backup] dd").First).ToHaveTextAsync("нет");
        await Expect(page.Locator(".tiles > div")).ToHaveCountAsync(10);
    }

    [Test]
    public async Task An_operator_finds_their_way_with_the_keyboard_alone()
    {
        await using var context = await Chromium.Browser.NewContextAsync(Options(Desk, hasScripts: true));
        var (page, complaints) = await Watched(context);
        await Enter(page);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator(".find input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("1000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Босс");
        complaints.ShouldBeEmpty();
    }

    /// <summary>The owner of the sandbox presses the button in the chat page.</summary>
    private async Task Enter(IPage page)
    {
        await using var chat = await ChatPageDriver.Open(_shop.Address, new Someone(1000, "Босс", "ru"));
        await chat.Page.Locator("body[data-ready]").WaitForAsync();
        if (await chat.Page.GetByTestId("start").IsVisibleAsync())
        {
            await chat.Start();
            await chat.WaitForMessage("добро пожаловать");
        }

        await chat.Send("/admin");
        await chat.WaitForMessage("последние 24 часа");
        // Of those who came before, used links stand in the same chat.
        var before = await LinksInChat();
        await chat.Press("Сайт управления");
        var link = await Eventually.Get("a new link in the chat", async () => (await LinksInChat()).Except(before).LastOrDefault());
        await chat.WaitForMessage("Ссылка откроется один раз");
        await chat.Button("Открыть").WaitForAsync();
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await Expect(page.Locator(".brand")).ToBeVisibleAsync();
    }

    private async Task<List<string>> LinksInChat()
    {
        using var http = new HttpClient();
        var chat = await http.GetStringAsync(new Uri(_shop.Address, "/control/chats/1000"));
        return [.. Links().Matches(chat).Select(link => link.Value)];
    }

    private async Task<(IPage Page, List<string> Complaints)> Watched(IBrowserContext context)
    {
        var (page, complaints) = (await context.NewPageAsync(), new List<string>());
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type == "error" && line.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                complaints.Add(line.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_shop.ShopAddress.ToString(), StringComparison.Ordinal))
            {
                complaints.Add($"asked {request.Url}");
            }
        };
        return (page, complaints);
    }

    [GeneratedRegex("http://[^\"]+/admin/enter/[A-Za-z0-9_-]+")]
    private static partial Regex Links();

    [GeneratedRegex("^[0-9\\s\u00A0]+₽$")]
    private static partial Regex Roubles();

    private static BrowserNewContextOptions Options(Screen screen, bool hasScripts)
    {
        var options = screen.ToContext("ru");
        options.JavaScriptEnabled = hasScripts;
        return options;
    }

    /// <summary>For eyes: where they are asked for.</summary>
    private static async Task Shot(IPage page, string look, string path)
    {
        if (Environment.GetEnvironmentVariable("DASHBOARD_SHOTS") is { Length: > 0 } folder)
        {
            var name = path.Replace("/admin", "", StringComparison.Ordinal).Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-');
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{look}-{(name.Length == 0 ? "today" : name)}.png"), FullPage = true });
        }
    }
}
