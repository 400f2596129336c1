using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;

namespace Trt.Browser.Tests;

/// <summary>Takes the picture of the chat page for the README anew. Run it by name; emoji need a font that has them.</summary>
[Explicit("Writes docs/images/chat.png")]
internal sealed class ReadmePicture
{
    private static readonly Screen Desktop = new(900, 760);

    [Test]
    public async Task Take()
    {
        await using var sandbox = await RunningSandbox.Start();
        using var provider = new Provider(sandbox.Address);
        using var bot = new ScriptedBot(sandbox.Address);
        var person = Someone.New() with { Name = "Анна" };
        await using var chat = await ChatPageDriver.Open(sandbox.Address, person, Desktop);

        await chat.Start();
        await bot.WaitForMessage(person.Id);
        await bot.Call("setMyCommands", new JsonObject { ["commands"] = new JsonArray(new JsonObject { ["command"] = "start", ["description"] = "Главное меню" }) });
        await bot.Say(person.Id, "<b>Анна, с чего начнём?</b>\nКартинки, видео, голос и музыка за минуту.",
        [
            ScriptedBot.Row(("🎨 Картинка", "image"), ("🎬 Видео", "video")),
            ScriptedBot.Row(("🎙 Голос", "speech"), ("💳 Баланс", "balance")),
        ], parseMode: "HTML");
        await chat.Send("Рыжий кот-космонавт у иллюминатора");
        await bot.WaitForMessage(person.Id);
        var picture = await provider.Make("z-image", new JsonObject { ["prompt"] = "Рыжий кот-космонавт у иллюминатора", ["aspect_ratio"] = "16:9" });
        await bot.SendPhoto(person.Id, picture, "Готово ✨ Сегодня бесплатно ещё 4");
        await chat.WaitForPhoto();

        await chat.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository(), "docs", "images", "chat.png"), Animations = ScreenshotAnimations.Disabled });
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trt.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not stand inside the repository.");
    }
}
