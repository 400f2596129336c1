using System.Text.Json.Nodes;
using Trt.Sandbox.Certification;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Certification;

public sealed class CertificationTests
{
    private static readonly string[] Doors =
    [
        "jobs/createTask", "jobs/recordInfo", "veo/generate", "veo/record-info", "gpt4o-image/generate", "gpt4o-image/record-info", "flux/kontext/generate",
        "flux/kontext/record-info", "runway/generate", "runway/record-detail", "aleph/generate", "aleph/record-info", "modify/generate", "modify/record-info",
        "generate", "generate/record-info", "lyrics", "lyrics/record-info", "wav/generate", "wav/record-info", "vocal-removal/generate",
        "vocal-removal/record-info", "chat/credit", "common/download-url",
    ];

    [Test]
    public async Task Our_recordings_are_read_without_loss_and_answered_alike_at_every_door()
    {
        var recordings = Recording.ReadFolder(Repository.Path("tests/recordings"));

        var report = await Certify(recordings, Explanations.Shipped());

        report.IsPassed.ShouldBeTrue($"{report}");
        Doors.Select(door => $"/api/v1/{door}").Except(report.Findings.Select(finding => finding.Door)).ShouldBeEmpty("has no recording");
    }

    [Test]
    public async Task What_the_client_does_not_read_is_told()
    {
        var recorded = Finished("""{"resultUrls":["https://files.example.com/a.png"],"hidden":{"place":"https://files.example.com/b.png"}}""");

        var report = await Certify([recorded], Explanations.Shipped());

        report.IsPassed.ShouldBeFalse();
        report.ToString().ShouldContain("the file https://files.example.com/b.png is lost");
    }

    [Test]
    public async Task A_key_that_the_emulator_lacks_is_told_until_it_has_a_reason()
    {
        var recorded = Finished("""{"resultUrls":["https://files.example.com/a.png"]}""", record => record["planted"] = 1);

        (await Certify([recorded], Explanations.Shipped())).ToString().ShouldContain("shape: /api/v1/jobs/recordInfo: data.planted is number, here absent");
        (await Certify([recorded], new Explanations([new Explanation("*/recordInfo", "data.plant*", "number, here *", "planted by a test")]))).IsPassed.ShouldBeTrue();
    }

    [Test]
    public async Task Another_type_of_a_key_is_told()
    {
        var recorded = Finished("""{"resultUrls":["https://files.example.com/a.png"]}""", record => record["costTime"] = "12");

        (await Certify([recorded], Explanations.Shipped())).ToString().ShouldContain("data.costTime is text, here number");
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{ "name": "x", "scenarios": [{ "scenario": "y", "exchanges": [{ "method": "GET" }] }] }""")]
    public void A_file_that_is_no_recording_says_where_the_form_is_told(string content)
    {
        var folder = Directory.CreateTempSubdirectory("trt-recordings-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "x.json"), content);
            Should.Throw<InvalidDataException>(() => Recording.ReadFolder(folder.FullName)).Message.ShouldContain("docs/recordings.md");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_folder_without_recordings_is_no_success() => Should.Throw<InvalidDataException>(() => Recording.ReadFolder("nowhere"));

    private static Task<CertificationReport> Certify(IReadOnlyList<Recording> recordings, Explanations explanations) =>
        new Certifier(explanations).Run(recordings, CancellationToken.None);

    /// <summary>The first picture of our recordings with another result.</summary>
    private static Recording Finished(string result, Action<JsonObject>? change = null)
    {
        var picture = Recording.ReadFolder(Repository.Path("tests/recordings")).Single(recording => recording.Name == "jobs-picture");
        var exchanges = picture.Scenarios[0].Exchanges.ToList();
        var answer = exchanges[^1].Response!.DeepClone();
        var record = answer["data"]!.AsObject();
        record["resultJson"] = result;
        record["response"] = JsonNode.Parse("""{"resultUrls":["https://files.example.com/a.png"]}""");
        change?.Invoke(record);
        exchanges[^1] = exchanges[^1] with { Response = answer };
        return picture with { Scenarios = [picture.Scenarios[0] with { Exchanges = exchanges }] };
    }
}
