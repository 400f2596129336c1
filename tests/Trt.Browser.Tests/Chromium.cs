using Microsoft.Playwright;

namespace Trt.Browser.Tests;

/// <summary>One browser for the whole run; every test opens a context of its own in it. Its namespace is that of all tests it serves.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    public static IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    [OneTimeSetUp]
    public static async Task Launch()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Places.FirstOrDefault(File.Exists);
        if (executable is null)
        {
            Assert.Fail("The browser tests need Chromium. Install it (Debian and Ubuntu: apt-get install chromium) or name it in CHROMIUM_PATH.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args =
            [
                // Containers run as root and have a small /dev/shm.
                "--no-sandbox", "--disable-dev-shm-usage",
                // No word to the outside from a test.
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-default-browser-check",
                "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-pings", "--metrics-recording-only",
                "--autoplay-policy=user-gesture-required",
            ],
        });
    }

    [OneTimeTearDown]
    public static async Task Close()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
