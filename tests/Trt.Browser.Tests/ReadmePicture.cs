using Microsoft.Playwright;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using Trt.Testing;

namespace Trt.Browser.Tests;

/// <summary>
/// Takes the picture of the chat page that the README shows. It goes into docs/images when TRT_TAKE_PICTURE is set (emoji need a font that
/// has them), and beside the test results otherwise.
/// </summary>
internal sealed class ReadmePicture
{
    private const int BytesOfARealPicture = 50_000;

    private static readonly Screen Window = new(900, 900);

    [Test]
    public async Task Take()
    {
        await using var shop = await OpenShop.Start();
        await using var chat = await ChatPageDriver.Open(shop.Address, Someone.New() with { Name = "Анна" }, Window);
        await chat.Start();
        await chat.Press("Первая картинка");
        await chat.WaitForMessage("Шаг 1/2");
        await chat.Send("Рыжий кот-космонавт у иллюминатора");
        await chat.Press("Создать бесплатно");
        await chat.WaitForPhoto();
        await chat.WaitForMessage("Осталось сегодня: 4");

        var picture = await chat.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Place(), Animations = ScreenshotAnimations.Disabled });
        picture.Length.ShouldBeGreaterThan(BytesOfARealPicture);
    }

    private static string Place() => Environment.GetEnvironmentVariable("TRT_TAKE_PICTURE") is { Length: > 0 }
        ? Repository.Path("docs", "images", "chat.png")
        : Path.Combine(TestContext.CurrentContext.WorkDirectory, "screenshots", "readme.png");
}
