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
    [TestCase("/api/v1/wav/generate", """ "taskId":"t","audioId":"a" """, 1)]
    [TestCase("/api/v1/vocal-removal/generate", """ "taskId":"t","audioId":"a" """, 1)]
    public async Task A_callback_names_its_task_where_the_search_finds_it(string path, string body, int callbacks)
    {
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
}
