using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trt.Browser.Tests.Driving;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class MediaTests : PageTest
{
    [Test]
    public async Task A_photo_is_drawn_with_its_caption_and_opens_large()
    {
        await BeginChat();

        await Bot.SendPhoto(Person.Id, Png.Of(640, 480, 230, 120, 40), "Готово ✨");

        var photo = await Chat.WaitForPhoto();
        await Expect(await Chat.WaitForMessage("Готово ✨")).ToHaveAttributeAsync("data-kind", "photo");
        await photo.ClickAsync();
        await ChatPageDriver.WaitUntilDrawn(Chat.Page.GetByTestId("viewer-image"));
        await Chat.Page.Keyboard.PressAsync("Escape");
        await Expect(Chat.Page.GetByTestId("viewer")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_new_caption_leaves_the_drawn_picture_alone()
    {
        await BeginChat();
        var id = await Bot.SendPhoto(Person.Id, Png.Of(640, 480, 20, 120, 240), "Было");
        var photo = await Chat.WaitForPhoto();
        await photo.EvaluateAsync("image => { image.marked = true; }");

        await Bot.Call("editMessageCaption", new JsonObject { ["chat_id"] = Person.Id, ["message_id"] = id, ["caption"] = "Стало" });

        await Chat.WaitForMessage("Стало");
        (await photo.EvaluateAsync<bool>("image => image.marked === true")).ShouldBeTrue("the picture was loaded anew");
    }

    [Test]
    public async Task An_album_is_one_bubble_with_a_grid()
    {
        await BeginChat();

        await Bot.Upload("sendMediaGroup",
            new JsonObject
            {
                ["chat_id"] = Person.Id,
                ["media"] = new JsonArray(
                    new JsonObject { ["type"] = "photo", ["media"] = "attach://a", ["caption"] = "Три варианта" },
                    new JsonObject { ["type"] = "photo", ["media"] = "attach://b" },
                    new JsonObject { ["type"] = "photo", ["media"] = "attach://c" }),
            },
            new FilePart("a", "a.png", "image/png", Png.Of(640, 480, 200, 60, 60)),
            new FilePart("b", "b.png", "image/png", Png.Of(640, 480, 60, 200, 60)),
            new FilePart("c", "c.png", "image/png", Png.Of(640, 480, 60, 60, 200)));

        var bubble = await Chat.WaitForMessage("Три варианта");
        await Expect(bubble.GetByTestId("album").GetByTestId("photo")).ToHaveCountAsync(3);
    }

    [Test]
    public async Task A_file_can_be_downloaded_under_its_name()
    {
        await BeginChat();

        await Bot.Upload("sendDocument", new JsonObject { ["chat_id"] = Person.Id },
            new FilePart("document", "счёт №7.txt", "text/plain", "kopecks"u8.ToArray()));

        var file = Chat.Page.GetByTestId("document");
        await Expect(file).ToContainTextAsync("счёт №7.txt");
        var download = await Chat.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        download.SuggestedFilename.ShouldBe("счёт №7.txt");
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldBe("kopecks");
    }

    [Test]
    public async Task One_attached_photo_goes_out_as_a_photo_with_its_caption()
    {
        await BeginChat();

        await Chat.Attach([Png.File("one", 250, 200, 40)], caption: "Сделай как здесь");

        var message = await Bot.WaitForMessage(Person.Id);
        message["photo"]!.AsArray().Count.ShouldBeGreaterThan(0);
        message["caption"]!.GetValue<string>().ShouldBe("Сделай как здесь");
        message["media_group_id"].ShouldBeNull();
        await ChatPageDriver.WaitUntilDrawn(Chat.Page.Locator("[data-outgoing=true] [data-testid=photo]"));
    }

    [Test]
    public async Task Several_attached_photos_make_one_album()
    {
        await BeginChat();

        await Chat.Attach([Png.File("first", 250, 40, 40), Png.File("second", 40, 250, 40), Png.File("third", 40, 40, 250)], caption: "Три снимка");

        var messages = new[] { await Bot.WaitForMessage(Person.Id), await Bot.WaitForMessage(Person.Id), await Bot.WaitForMessage(Person.Id) };
        messages.Select(message => message["media_group_id"]?.GetValue<string>()).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        messages.Count(message => message["caption"] is not null).ShouldBe(1);
        await Expect((await Chat.WaitForMessage("Три снимка")).GetByTestId("photo")).ToHaveCountAsync(3);
    }

    [Test]
    public async Task A_photo_sent_as_a_file_arrives_as_a_document()
    {
        await BeginChat();

        await Chat.Attach([Png.File("original", 120, 120, 120)], asFile: true);

        var message = await Bot.WaitForMessage(Person.Id);
        message["document"]!["file_name"]!.GetValue<string>().ShouldBe("original.png");
        message["photo"].ShouldBeNull();
    }

    [Test]
    public async Task Files_dropped_on_the_chat_are_offered_for_sending()
    {
        await BeginChat();

        await Drop("заметки.txt", "text/plain");
        await Chat.Page.GetByTestId("attach-send").ClickAsync();

        (await Bot.WaitForMessage(Person.Id))["document"]!["file_name"]!.GetValue<string>().ShouldBe("заметки.txt");
    }

    [Test]
    public async Task An_empty_file_is_refused_with_its_name()
    {
        await BeginChat();

        await Chat.Page.GetByTestId("file-input").SetInputFilesAsync(new FilePayload { Name = "пусто.png", MimeType = "image/png", Buffer = [] });

        await Expect(Chat.Toast).ToContainTextAsync("пусто.png");
        await Expect(Chat.Page.GetByTestId("attach-sheet")).ToHaveCountAsync(0);
    }

    private async Task Drop(string name, string type)
    {
        var transfer = await Chat.Page.EvaluateHandleAsync(
            "({ name, type }) => { const data = new DataTransfer(); data.items.add(new File(['words'], name, { type })); return data; }",
            new { name, type });
        await Chat.Scroller.DispatchEventAsync("dragenter", new { dataTransfer = transfer });
        await Expect(Chat.Page.Locator(".drop")).ToBeVisibleAsync();
        await Chat.Scroller.DispatchEventAsync("drop", new { dataTransfer = transfer });
        await Expect(Chat.Page.Locator(".drop")).ToBeHiddenAsync();
    }
}
