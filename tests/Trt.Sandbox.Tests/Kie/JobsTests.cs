using System.Text.Json.Nodes;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class JobsTests : KieTests
{
    private const string ZImage = """{"prompt":"a lighthouse","aspect_ratio":"1:1"}""";

    [Test]
    public async Task A_task_walks_through_every_state_as_the_clock_moves()
    {
        await Kie.Dial("""{"duration_ms": 100000}""");
        var task = await Kie.CreateTask("z-image", ZImage);
        List<string> seen = [];

        foreach (var seconds in (int[])[0, 15, 30, 60])
        {
            Kie.Clock.Advance(TimeSpan.FromSeconds(seconds));
            seen.Add((await Kie.Record(task))["state"]!.GetValue<string>());
        }

        seen.ShouldBe(["waiting", "queuing", "generating", "success"]);
    }

    [Test]
    public async Task A_finished_record_carries_its_order_and_its_results_as_JSON_in_strings()
    {
        var record = await Kie.Record(await Kie.CreateTask("z-image", ZImage));

        var order = JsonNode.Parse(record["param"]!.GetValue<string>())!;
        JsonNode.Parse(order["input"]!.GetValue<string>())!["prompt"]!.GetValue<string>().ShouldBe("a lighthouse");
        JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultUrls"]!.AsArray().Count.ShouldBe(1);
        record["failCode"].ShouldBeNull();
        record["creditsConsumed"]!.GetValue<decimal>().ShouldBe(0.8m);
        record["completeTime"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(record["createTime"]!.GetValue<long>());
    }

    [TestCase("bytedance/seedance-2-5", """{"prompt":"x","resolution":"480p","duration":6}""", "168")]
    [TestCase("qwen3/pro-text-to-image", """{"prompt":"x","resolution":"2K"}""", "12")]
    [TestCase("elevenlabs/text-to-speech-turbo-2-5", """{"text":"less than a thousand"}""", "6")]
    [TestCase("grok-imagine/text-to-video", """{"prompt":"x","resolution":"1080p","duration":10}""", "80")]
    public async Task A_task_is_billed_as_a_whole_and_the_charge_is_visible_from_the_first_look_on(string model, string input, string credits)
    {
        await Kie.Dial("""{"duration_ms": 100000}""");

        var record = await Kie.Record(await Kie.CreateTask(model, input));

        record["successFlag"]!.GetValue<int>().ShouldBe(0);
        record["creditsConsumed"]!.GetValue<decimal>().ShouldBe(decimal.Parse(credits, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public async Task Tokens_are_counted_at_the_end()
    {
        const string speech =
            """{"speakers":[{"speaker_id":"Speaker 1","voice_name":"Fola"}],"dialogue_turns":[{"speaker_id":"Speaker 1","text":"Hello. Have a wonderful day."}]}""";
        await Kie.Dial("""{"duration_ms": 1000}""");
        var task = await Kie.CreateTask("google/gemini-3-8-flash-tts", speech);

        (await Kie.Record(task))["creditsConsumed"]!.GetValue<decimal>().ShouldBe(0);
        Kie.Clock.Advance(TimeSpan.FromSeconds(2));
        (await Kie.Record(task))["creditsConsumed"]!.GetValue<decimal>().ShouldBe(0.06m);
    }

    [Test]
    public async Task What_goes_on_from_a_film_is_billed_by_the_resolution_of_that_film()
    {
        foreach (var (resolution, credits) in new[] { ("480p", 30m), ("720p", 20m) })
        {
            var film = await Kie.CreateTask("grok-imagine/text-to-video", $$"""{"prompt":"x","resolution":"{{resolution}}"}""");
            Kie.Clock.Advance(TimeSpan.FromMinutes(1));

            var record = await Kie.Record(await Kie.CreateTask("grok-imagine/upscale", $$"""{"task_id":"{{film}}"}"""));

            record["creditsConsumed"]!.GetValue<decimal>().ShouldBe(credits);
        }
    }

    [Test]
    public async Task A_song_of_the_common_door_comes_as_two_tracks_with_names()
    {
        var task = await Kie.CreateTask("ai-music-api/generate", """{"prompt":"x","model":"V6","custom_mode":false,"instrumental":false}""");
        Kie.Clock.Advance(TimeSpan.FromMinutes(1));

        var tracks = (await Kie.Record(task))["response"]!["data"]!.AsArray();

        tracks.Count.ShouldBe(2);
        tracks.Select(track => track!["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(2);
        tracks.ShouldAllBe(track => track!["audio_url"]!.GetValue<string>().StartsWith("http", StringComparison.Ordinal));
    }

    [TestCase("no-such-model", ZImage, 422, "model")]
    [TestCase("z-image", """{"aspect_ratio":"1:1"}""", 422, "prompt")]
    [TestCase("z-image", """{"prompt":"","aspect_ratio":"1:1"}""", 422, "prompt")]
    [TestCase("z-image", """{"prompt":5}""", 422, "prompt")]
    [TestCase("z-image", """{"prompt":"x","aspect_ratio":"7:1"}""", 422, "aspect_ratio")]
    [TestCase("kling-2.6/text-to-video", """{"prompt":"x","sound":"true"}""", 422, "sound")]
    [TestCase("kling-2.6/text-to-video", """{"prompt":"x","sound":true,"duration":5}""", 422, "duration")]
    [TestCase("elevenlabs/text-to-speech-turbo-2-5", """{"text":"x","stability":2}""", 422, "stability")]
    [TestCase("nano-banana-pro", """{"prompt":"x","image_input":"https://elsewhere.example/a.png"}""", 422, "image_input")]
    [TestCase("nano-banana-pro", """{"prompt":"x","image_input":["https://elsewhere.example/a.png"]}""", 451, "image_input")]
    [TestCase("topaz/image-upscale", """{"image_url":"http://127.0.0.1/kie/files/uploads/trt/none.png"}""", 451, "image_url")]
    public async Task An_order_that_breaks_the_contract_is_refused_by_the_code_in_the_body(string model, string input, int code, string named)
    {
        var reply = await Kie.Create(model, input);

        reply["code"]!.GetValue<int>().ShouldBe(code);
        reply["msg"]!.GetValue<string>().ShouldContain(named);
        reply["data"].ShouldBeNull();
    }

    [Test]
    public async Task A_prompt_longer_than_the_model_takes_is_refused() =>
        (await Kie.Create("z-image", $$"""{"prompt":"{{new string('x', 1001)}}"}"""))["code"]!.GetValue<int>().ShouldBe(422);

    [Test]
    public async Task Without_a_key_nothing_is_served()
    {
        Kie.Client.DefaultRequestHeaders.Authorization = null;

        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(401);
        (await Kie.Get("/kie/api/v1/chat/credit"))["code"]!.GetValue<int>().ShouldBe(401);
    }

    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("""{"model":"z-image","model":"z-image"}""")]
    public async Task A_body_that_is_not_one_clean_object_is_refused(string body) =>
        (await Kie.Post("/kie/api/v1/jobs/createTask", body))["code"]!.GetValue<int>().ShouldBe(400);

    [Test]
    public async Task An_unknown_task_has_no_record() =>
        (await Kie.Get("/kie/api/v1/jobs/recordInfo?taskId=nobody"))["code"]!.GetValue<int>().ShouldBe(422);

    [Test]
    public async Task The_twenty_first_order_within_ten_seconds_is_refused_and_counted_and_later_ones_pass()
    {
        for (var order = 0; order < 20; order++)
        {
            (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(200);
        }

        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(429);
        Kie.Clock.Advance(TimeSpan.FromSeconds(10));
        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(200);

        var books = await Kie.Get("/control/kie/tasks");
        books["creates"]!.GetValue<long>().ShouldBe(21);
        books["overshoot"]!.GetValue<long>().ShouldBe(1);
    }

    [Test]
    public async Task With_the_limit_off_a_fast_pace_passes_but_is_counted()
    {
        await Kie.Dial("""{"duration_ms": 0, "rate_limit": false}""");

        for (var order = 0; order < 25; order++)
        {
            (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(200);
        }

        (await Kie.Get("/control/kie/tasks"))["overshoot"]!.GetValue<long>().ShouldBe(5);
    }

    [Test]
    public async Task Credits_go_down_by_what_a_success_costs_and_an_empty_account_is_refused()
    {
        await Kie.Dial("""{"duration_ms": 0, "credits": 20}""");
        await Kie.CreateTask("nano-banana-pro", """{"prompt":"x","resolution":"1K"}""");

        await Eventually.Holds("18 credits to be taken", async () => (await Kie.Get("/kie/api/v1/chat/credit"))["data"]!.GetValue<decimal>() == 2);

        (await Kie.Create("nano-banana-pro", """{"prompt":"x","resolution":"1K"}"""))["code"]!.GetValue<int>().ShouldBe(402);
    }

    [Test]
    public async Task Speech_to_text_ends_in_a_text_and_no_file()
    {
        var audio = await Kie.Upload([1, 2, 3], "voice.mp3", "audio/mpeg");

        var record = await Kie.Record(await Kie.CreateTask("elevenlabs/speech-to-text", $$"""{"audio_url":"{{audio}}"}"""));

        JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultObject"]!["text"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Test]
    public async Task A_direct_link_serves_the_same_file_for_twenty_minutes_and_foreign_addresses_get_none()
    {
        var result = await Kie.Result("z-image", ZImage);
        var link = (await Kie.Post("/kie/api/v1/common/download-url", $$"""{"url":"{{result}}"}"""))["data"]!.GetValue<string>();

        (await Kie.Client.GetByteArrayAsync(link)).ShouldBe(await Kie.Client.GetByteArrayAsync(result));
        Kie.Clock.Advance(TimeSpan.FromMinutes(21));
        (await Kie.Client.GetAsync(link)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await Kie.Post("/kie/api/v1/common/download-url", """{"url":"https://elsewhere.example/1.png"}"""))["code"]!.GetValue<int>().ShouldBe(422);
    }

    [TestCase("grok-imagine/text-to-image", """{"prompt":"x"}""", 6)]
    [TestCase("grok-imagine/text-to-image", """{"prompt":"x","enable_pro":true}""", 4)]
    [TestCase("bytedance/seedream-v4-text-to-image", """{"prompt":"x","max_images":3}""", 3)]
    [TestCase("sora-2-text-to-video", """{"prompt":"x"}""", 1)]
    public async Task Some_models_give_several_results(string model, string input, int results)
    {
        var record = await Kie.Record(await Kie.CreateTask(model, input));

        JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultUrls"]!.AsArray().Count.ShouldBe(results);
    }
}
