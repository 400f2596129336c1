using System.Text;
using Trt.Infrastructure.Kie.Callbacks;

namespace Trt.Sandbox.Tests.Kie;

/// <summary>The callbacks of the families with endpoints of their own: each names its task in a place of its own.</summary>
internal sealed class OwnDoorCallbackTests : KieTests
{
    [TestCase("/api/v1/veo/generate", """ "model":"veo3","prompt":"x" """, 1)]
    [TestCase("/api/v1/gpt4o-image/generate", """ "prompt":"x" """, 1)]
    [TestCase("/api/v1/flux/kontext/generate", """ "model":"flux-kontext-max","prompt":"x" """, 1)]
    [TestCase("/api/v1/runway/generate", """ "prompt":"x" """, 1)]
    [TestCase("/api/v1/generate", """ "model":"V5","prompt":"x","customMode":false,"instrumental":true """, 3)]
    [TestCase("/api/v1/lyrics", """ "prompt":"x" """, 1)]
    [TestCase("/api/v1/wav/generate", """ "taskId":"SONG","audioId":"SONG-1" """, 1)]
    [TestCase("/api/v1/vocal-removal/generate", """ "taskId":"SONG","audioId":"SONG-1" """, 1)]
    public async Task A_callback_names_its_task_where_the_search_finds_it(string path, string body, int callbacks)
    {
        body = body.Replace("SONG", await Song(), StringComparison.Ordinal);
        foreach (var dial in (string[])["""{"duration_ms": 0}""", """{"duration_ms": 0, "task": {"failMsg": "no"}}"""])
        {
            await Kie.Dial(dial);
            var before = Kie.Inbox.Received.Count;
            var reply = await Kie.Post($"/kie{path}", $$"""{ {{body}}, "callBackUrl": "{{Kie.CallbackUrl}}" }""");
            var task = reply["data"]!["taskId"]!.GetValue<string>();

            var received = (await Kie.Inbox.WaitFor(before + (dial.Contains("task", StringComparison.Ordinal) ? 1 : callbacks))).Skip(before);

            received.Select(one => CallbackTaskId.Find(Encoding.UTF8.GetBytes(one.Body.ToJsonString()), new Dictionary<string, string>()).TaskId).Distinct().ShouldBe([task]);
        }
    }

    [TestCase("/api/v1/wav/generate", "taskId", "SONG", "audioId", "SONG-3")]
    [TestCase("/api/v1/wav/generate", "taskId", "nobody", "audioId", "SONG-1")]
    [TestCase("/api/v1/vocal-removal/generate", "taskId", "nobody", "audioId", "nobody-1")]
    [TestCase("/api/v1/generate/extend", "audioId", "nobody-1", "model", "V5")]
    [TestCase("/api/v1/generate/extend", "audioId", "SONG-2", "model", "V4")]
    public async Task What_goes_on_from_music_that_is_not_there_or_of_another_make_is_refused(string path, string name, string value, string other, string another)
    {
        var song = await Song();
        var body = $$"""{ "{{name}}":"{{value}}", "{{other}}":"{{another}}", "defaultParamFlag":false, "callBackUrl":"{{Kie.CallbackUrl}}" }""";
        (await Kie.Post($"/kie{path}", body.Replace("SONG", song, StringComparison.Ordinal)))["code"]!.GetValue<int>().ShouldBe(422);
    }

    [TestCase("V5", 200)]
    [TestCase("V4", 422)]
    public async Task A_song_is_extended_by_the_model_that_made_it(string model, int code)
    {
        var song = await Song();
        var body = $$"""{ "audioId":"{{song}}-2", "model":"{{model}}", "defaultParamFlag":false, "callBackUrl":"{{Kie.CallbackUrl}}" }""";
        (await Kie.Post("/kie/api/v1/generate/extend", body))["code"]!.GetValue<int>().ShouldBe(code);
    }

    [Test]
    public async Task A_clip_of_another_model_is_not_made_sharper()
    {
        await Kie.Dial("""{"duration_ms": 0}""");
        var other = await Kie.CreateTask("kling-2.6/text-to-video", """{"prompt":"x","sound":false,"aspect_ratio":"1:1","duration":"5"}""");
        (await Kie.Create("grok-imagine/upscale", $$"""{"task_id":"{{other}}"}"""))["code"]!.GetValue<int>().ShouldBe(422);
        var own = await Kie.CreateTask("grok-imagine/text-to-video", """{"prompt":"x"}""");
        (await Kie.Create("grok-imagine/upscale", $$"""{"task_id":"{{own}}"}"""))["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Test]
    public async Task A_song_without_a_callback_address_is_refused()
    {
        var reply = await Kie.Post("/kie/api/v1/generate", """{"model":"V5","prompt":"x","customMode":false,"instrumental":true}""");

        reply["code"]!.GetValue<int>().ShouldBe(422);
        reply["msg"]!.GetValue<string>().ShouldContain("callBackUrl");
    }

    [Test]
    public async Task A_song_says_text_then_first_then_complete()
    {
        await Kie.Post("/kie/api/v1/generate", $$"""{"model":"V5","prompt":"x","customMode":false,"instrumental":true,"callBackUrl":"{{Kie.CallbackUrl}}"}""");

        (await Kie.Inbox.WaitFor(3)).Select(one => one.Body["data"]!["callbackType"]!.GetValue<string>()).ShouldBe(["text", "first", "complete"]);
    }

    [Test]
    public async Task A_model_that_the_endpoint_does_not_serve_is_refused() =>
        (await Kie.Post("/kie/api/v1/veo/generate", """{"model":"V5","prompt":"x"}"""))["code"]!.GetValue<int>().ShouldBe(422);

    /// <summary>A finished song that tells nobody.</summary>
    private async Task<string> Song()
    {
        await Kie.Dial("""{"duration_ms": 0}""");
        var reply = await Kie.Post("/kie/api/v1/generate", """{"model":"V5","prompt":"x","customMode":false,"instrumental":true,"callBackUrl":"https://callback.invalid/"}""");
        return reply["data"]!["taskId"]!.GetValue<string>();
    }
}
