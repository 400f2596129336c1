using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>Records as they have been seen in the wild.</summary>
internal sealed class JobRecordTests
{
    [TestCase("""{"resultUrls":["https://x.example/1.png","https://x.example/2.png"]}""", 2)]
    [TestCase("""{"resultUrls":["https://x.example/v.mp4"],"resultWaterMarkUrls":["https://x.example/w.mp4"]}""", 1)]
    [TestCase("""{"resultUrls":"https://x.example/1.png"}""", 1)]
    [TestCase("""{"result_urls":["https://x.example/1.png"]}""", 1)]
    [TestCase("""{"urls":["https://x.example/1.png"]}""", 1)]
    [TestCase("""{"url":"https://x.example/1.png"}""", 1)]
    [TestCase("""{"video_url":"https://x.example/1.mp4"}""", 1)]
    [TestCase("""{"images":[{"url":"https://x.example/1.png"},{"url":"https://x.example/2.png"}]}""", 2)]
    [TestCase("""{"image":"https://x.example/1.png"}""", 1)]
    [TestCase("""["https://x.example/1.png"]""", 1)]
    [TestCase("""[{"url":"https://x.example/1.png"}]""", 1)]
    [TestCase("\"https://x.example/1.png\"", 1)]
    [TestCase("https://x.example/1.png", 1)]
    [TestCase("""{"data":{"resultUrls":["https://x.example/1.png"]}}""", 1)]
    [TestCase("""{"data":{"response":{"resultUrls":["https://x.example/1.png"]}}}""", 1)]
    [TestCase("""{"resultUrls":["https://x.example/1.png","https://x.example/1.png"]}""", 1)]
    public void Every_shape_of_a_result_is_understood(string result, int files) =>
        Done(Cards.ZImage, $$"""{"taskId":"t","state":"success","resultJson":{{JsonSerializer.Serialize(result)}}}""").Outputs.Count.ShouldBe(files);

    [Test]
    public void The_result_may_come_as_JSON_itself_instead_of_a_string() =>
        Done(Cards.ZImage, """{"taskId":"t","state":"success","resultJson":{"resultUrls":["https://x.example/1.png"]}}""").Outputs.Count.ShouldBe(1);

    [Test]
    public void A_character_is_delivered_as_its_id() =>
        Done(Cards.Transcript, """{"state":"success","resultJson":"{\"resultObject\":{\"character_id\":\"char_1\"}}"}""").Outputs.Single().Text.ShouldBe("char_1");

    [Test]
    public void The_kind_of_a_file_follows_its_name_and_else_the_card()
    {
        var done = Done(Cards.Kling, """{"state":"success","resultJson":"{\"resultUrls\":[\"https://x.example/v.mp4?e=1\",\"https://x.example/last.png\",\"https://x.example/plain\"]}"}""");

        done.Outputs.Select(output => output.Kind).ShouldBe([OutputKind.Video, OutputKind.Image, OutputKind.Video]);
    }

    [TestCase("creditsConsumed", "12.5")]
    [TestCase("consumeCredits", "\"12.5\"")]
    public void The_cost_is_read_by_either_name_as_number_or_text(string name, string value) =>
        Done(Cards.ZImage, $$"""{"state":"success","{{name}}":{{value}},"resultJson":"{\"url\":\"https://x.example/1.png\"}"}""").CreditsSpent.ShouldBe(12.5m);

    [TestCase("null")]
    [TestCase("-3")]
    [TestCase("\"soon\"")]
    [TestCase("{}")]
    public void A_cost_that_is_none_is_not_told(string value) =>
        Done(Cards.ZImage, $$"""{"state":"success","creditsConsumed":{{value}},"resultJson":"{\"url\":\"https://x.example/1.png\"}"}""")
            .CreditsSpent.ShouldBeNull();

    [Test]
    public void The_newer_place_of_the_addresses_wins()
    {
        var done = Done(Cards.ZImage, """
            {"state":"success","response":{"resultUrls":["https://x.example/new.png"]},"resultJson":"{\"resultUrls\":[\"https://x.example/old.png\"]}"}
            """);

        done.Outputs.Single().Address.ShouldBe(new Uri("https://x.example/new.png"));
    }

    [TestCase("\"response\":{0},\"resultJson\":\"\"")]
    [TestCase("\"resultJson\":{0}")]
    public void Songs_come_as_tracks_with_names_and_covers(string places)
    {
        const string tracks = """{"data":[{"id":"a","audio_url":"https://x.example/a.mp3","image_url":"https://x.example/a.png"},{"id":"b","audio_url":"https://x.example/b.mp3"}]}""";

        var done = Done(Cards.Speech, $$"""{"state":"success",{{places.Replace("{0}", tracks)}}}""");

        done.Outputs.Select(track => (track.Kind, track.Id, track.Address!.AbsolutePath)).ShouldBe(
            [(OutputKind.Audio, "a", "/a.mp3"), (OutputKind.Audio, "b", "/b.mp3")]);
    }

    [Test]
    public void Lyrics_come_as_proposals() =>
        Done(Cards.Transcript, """{"state":"success","resultJson":{"resultObject":{"lyricsData":[{"title":"Dawn","text":"one"},{"text":"two"}]}}}""")
            .Outputs.Select(output => output.Text).ShouldBe(["Dawn\n\none", "two"]);

    [Test]
    public void Masks_of_one_name_are_told_apart_by_their_number() =>
        Done(Cards.Transcript, """
            {"state":"success","resultJson":{"resultObject":{"segments_count":2,"segments":[
                {"maskUrl":"https://x.example/0.png","name":"eyes","index":0},{"maskUrl":"https://x.example/1.png","name":"eyes","index":1}]}}}
            """).Outputs.Select(output => (output.Text, output.Id)).ShouldBe([("eyes", "0"), ("eyes", "1")]);

    [TestCase("waiting")]
    [TestCase("queuing")]
    [TestCase("generating")]
    [TestCase("in_progress")]
    public void Every_word_for_not_yet_is_known(string state) => Read(Cards.ZImage, $$"""{"state":"{{state}}","resultJson":null}""").ShouldBeOfType<TaskReading.Running>();

    [TestCase("""{"state":"success","resultJson":""}""")]
    [TestCase("""{"state":"success","resultJson":null}""")]
    [TestCase("""{"state":"success","resultJson":"{oops"}""")]
    [TestCase("""{"state":"success","resultJson":"\ud800"}""")]
    [TestCase("""{"state":"melting"}""")]
    [TestCase("""{"state":5}""")]
    [TestCase("{}")]
    [TestCase("""{"taskId":"another","state":"success","resultJson":"{\"url\":\"https://x.example/1.png\"}"}""")]
    [TestCase("""{"taskId":"another","state":"fail"}""")]
    public void What_proves_nothing_is_unreadable(string data) => Read(Cards.ZImage, data).ShouldBeOfType<TaskReading.Unreadable>();

    [TestCase("""{"state":"fail"}""")]
    [TestCase("""{"state":"fail","failCode":500,"failMsg":null}""")]
    [TestCase("""{"state":"failed","failCode":"","failMsg":""}""")]
    public void A_failure_without_words_is_a_failure_all_the_same(string data) =>
        Read(Cards.ZImage, data).ShouldBeOfType<TaskReading.Failed>().Reason.ShouldBe(ProviderRefusal.Other);

    [TestCase("""{"resultUrls":[]}""")]
    [TestCase("""{"resultUrls":["file:///etc/passwd"]}""")]
    [TestCase("""{"resultUrls":[5,null,{}]}""")]
    public void A_result_that_is_there_and_holds_nothing_is_done_and_empty(string result) =>
        Done(Cards.ZImage, $$"""{"state":"success","resultJson":{{JsonSerializer.Serialize(result)}} }""").Outputs.ShouldBeEmpty();

    private static TaskReading.Done Done(ModelCard card, string data) => Read(card, data).ShouldBeOfType<TaskReading.Done>();

    private static TaskReading Read(ModelCard card, string data)
    {
        using var document = JsonDocument.Parse(data);
        return JobRecord.Read(card, "t", document.RootElement);
    }
}
