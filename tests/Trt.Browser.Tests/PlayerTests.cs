using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trt.Browser.Tests.Neighbours;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

/// <summary>Clips really play: their time goes on.</summary>
internal sealed class PlayerTests : PageTest
{
    private byte[] _film = [];
    private byte[] _melody = [];

    [OneTimeSetUp]
    public async Task MakeClips()
    {
        using var provider = new Provider(Sandbox.Address);
        _film = await provider.Make("grok-imagine/text-to-video", new JsonObject { ["prompt"] = "a lighthouse at dusk", ["duration"] = 6, ["resolution"] = "480p" });
        _melody = await provider.Make("elevenlabs/sound-effect-v2", new JsonObject { ["text"] = "waves" });
    }

    [Test]
    public async Task A_film_plays()
    {
        await BeginChat();
        await Bot.Upload("sendVideo", new JsonObject { ["chat_id"] = Person.Id, ["caption"] = "Ваш фильм", ["supports_streaming"] = true },
            new FilePart("video", "film.mp4", "video/mp4", _film));
        await Chat.WaitForMessage("Ваш фильм");

        await Chat.Page.GetByTestId("video-play").ClickAsync();

        await ExpectProgress(Chat.Page.GetByTestId("video"));
        await Expect(Chat.Page.GetByTestId("video-play")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_new_caption_does_not_stop_the_film()
    {
        await BeginChat();
        var message = await Bot.Upload("sendVideo", new JsonObject { ["chat_id"] = Person.Id, ["caption"] = "Было" }, new FilePart("video", "film.mp4", "video/mp4", _film));
        await Chat.WaitForMessage("Было");
        await Chat.Page.GetByTestId("video-play").ClickAsync();
        await ExpectProgress(Chat.Page.GetByTestId("video"));

        await Bot.Call("editMessageCaption", new JsonObject { ["chat_id"] = Person.Id, ["message_id"] = message["message_id"]!.GetValue<long>(), ["caption"] = "Стало" });

        await Chat.WaitForMessage("Стало");
        await Expect(Chat.Page.GetByTestId("video")).ToHaveJSPropertyAsync("paused", false);
    }

    [TestCase("sendAudio", "audio")]
    [TestCase("sendVoice", "voice")]
    public async Task A_sound_plays_and_pauses(string method, string part)
    {
        await BeginChat();
        await Bot.Upload(method, new JsonObject { ["chat_id"] = Person.Id, ["caption"] = "Послушайте" }, new FilePart(part, "waves.mp3", "audio/mpeg", _melody));
        await Chat.WaitForMessage("Послушайте");
        var sound = Chat.Page.GetByTestId("audio");

        await Chat.Page.GetByTestId("audio-play").ClickAsync();
        await ExpectProgress(sound);
        await Chat.Page.GetByTestId("audio-play").ClickAsync();

        await Expect(sound).ToHaveJSPropertyAsync("paused", true);
    }

    private static async Task ExpectProgress(ILocator clip)
    {
        await clip.EvaluateAsync("""
            clip => new Promise((done, fail) => {
              if (clip.error) fail(new Error(clip.error.message));
              clip.addEventListener('error', () => fail(new Error(clip.error.message)));
              clip.addEventListener('timeupdate', () => { if (clip.currentTime > 0.3) done(); });
            })
            """).WaitAsync(TimeSpan.FromSeconds(15));
    }
}
