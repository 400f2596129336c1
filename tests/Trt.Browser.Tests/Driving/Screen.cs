using Microsoft.Playwright;

namespace Trt.Browser.Tests.Driving;

/// <summary>What the person holds in their hands.</summary>
internal sealed record Screen(int Width, int Height, bool IsPhone = false, bool IsDark = false)
{
    public static readonly Screen Desktop = new(1100, 900);

    public static readonly Screen Phone = new(360, 740, IsPhone: true);

    public Screen InTheDark => this with { IsDark = true };

    public BrowserNewContextOptions ToContext(string language) => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        HasTouch = IsPhone,
        IsMobile = IsPhone,
        DeviceScaleFactor = IsPhone ? 2 : 1,
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = language == "ru" ? "ru-RU" : "en-GB",
        TimezoneId = "Europe/Moscow",
        Permissions = ["clipboard-read", "clipboard-write"],
    };
}
