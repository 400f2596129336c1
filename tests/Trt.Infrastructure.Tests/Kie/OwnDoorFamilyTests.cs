using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Media;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>Every family with endpoints of its own, from the order to the result, against the simulator.</summary>
internal sealed class OwnDoorFamilyTests : ProviderTests
{
    private static readonly (string, InputValue) Prompt = ("prompt", new TextValue("a lighthouse"));

    private static IEnumerable<TestCaseData> Doors()
    {
        yield return Case("veo3_fast", ProviderFamily.Veo, OutputKind.Video, 1);
        yield return Case("flux-kontext-pro", ProviderFamily.FluxKontext, OutputKind.Image, 1);
        yield return Case("openai/4o-image", ProviderFamily.FourOImage, OutputKind.Image, 1, sendAs: null);
        yield return Case("runway/gen-4", ProviderFamily.Runway, OutputKind.Video, 1, sendAs: null);
        yield return Case("V5", ProviderFamily.Suno, OutputKind.Audio, 2);
        yield return Case("suno/lyrics", ProviderFamily.Suno, OutputKind.Text, 2, sendAs: null, endpoint: "lyrics");
        yield return Case("runway/aleph", ProviderFamily.Aleph, OutputKind.Video, 1, sendAs: null, media: "videoUrl");
        yield return Case("luma/modify", ProviderFamily.Luma, OutputKind.Video, 1, sendAs: null, media: "videoUrl");
        yield return Case("suno/wav", ProviderFamily.Suno, OutputKind.Audio, 1, sendAs: null, endpoint: "/api/v1/wav/generate", earlier: Song("taskId"));
        yield return Case("suno/vocal-removal", ProviderFamily.Suno, OutputKind.Audio, 2, sendAs: null, endpoint: "vocal-removal", earlier: Song("taskId"));
        yield return Case("suno/extend", ProviderFamily.Suno, OutputKind.Audio, 2, sendAs: null, endpoint: "/api/v1/generate/extend", earlier: Song("audioId") with { ModelAs = "model" }, flag: "defaultParamFlag");
    }

    [TestCaseSource(nameof(Doors))]
    public async Task An_order_goes_through_its_own_door_and_its_record_tells_the_result(Door door)
    {
        door = await Ready(door);
        await Host.Dial("""{"duration_ms": 60000}""");
        var id = await Order(door);

        (await Read(door, id)).ShouldBeOfType<TaskReading.Running>();
        Host.Clock.Advance(TimeSpan.FromSeconds(40));
        (await Read(door, id)).ShouldBeOfType<TaskReading.Running>();
        Host.Clock.Advance(TimeSpan.FromMinutes(1));

        var done = (await Read(door, id)).ShouldBeOfType<TaskReading.Done>();
        done.Outputs.Count.ShouldBe(door.Results);
        done.Outputs.ShouldAllBe(output => output.Kind == door.Card.Output);
        foreach (var file in done.Outputs.Where(output => output.Address is not null))
        {
            (await Host.Fetch(file.Address!)).Length.ShouldBeGreaterThan(1000);
        }

        done.Outputs.Where(output => output.Address is null).ShouldAllBe(output => output.Text!.Length > 10);
    }

    [TestCaseSource(nameof(Doors))]
    public async Task A_failure_is_told_apart_from_work_under_way(Door door)
    {
        door = await Ready(door);
        await Host.Dial("""{"duration_ms": 0, "task": {"failCode": "400", "failMsg": "flagged by moderation"}}""");

        var failed = (await Read(door, await Order(door))).ShouldBeOfType<TaskReading.Failed>();

        failed.Reason.ShouldBe(ProviderRefusal.Moderation);
        failed.Detail.ShouldContain("flagged");
    }

    [TestCaseSource(nameof(Doors))]
    public async Task The_order_is_flat_and_names_its_model_only_where_it_is_wanted(Door door)
    {
        await Order(await Ready(door));

        var body = (await Host.Tasks())[^1]!["body"]!.AsObject();
        body.ContainsKey("input").ShouldBeFalse();
        body["model"]?.GetValue<string>().ShouldBe(door.Card.Inputs.Fields.OfType<EarlierField>().Any(field => field.ModelAs is not null) ? "V5" : door.Card.SendAs);
        body["callBackUrl"]!.GetValue<string>().ShouldEndWith("/callbacks/kie/g1/secret");
        (body["prompt"] ?? body["audioId"])!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.String);
    }

    [Test]
    public async Task A_WAV_is_a_WAV()
    {
        var door = (Door)Doors().Single(test => ((Door)test.Arguments[0]!).Card.Id.Value == "suno/wav").Arguments[0]!;
        await Host.Dial("""{"duration_ms": 0}""");

        var done = (await Read(door, await Order(await Ready(door)))).ShouldBeOfType<TaskReading.Done>();

        MediaType.Of(await Host.Fetch(done.Outputs.Single().Address!))!.Mime.ShouldBe("audio/wav");
    }

    [Test]
    public async Task A_song_can_be_ordered_where_nobody_can_call_us_back()
    {
        var door = (Door)Doors().Single(test => ((Door)test.Arguments[0]!).Card.Id.Value == "V5").Arguments[0]!;
        var order = Host.Order(door.Card, new Dictionary<string, Uri>(), door.Inputs) with { Callback = null };

        (await Host.Provider.Submit(order, CancellationToken.None)).ShouldBeOfType<SubmitOutcome.Accepted>();
        (await Host.Tasks()).Single()!["body"]!["callBackUrl"]!.GetValue<string>().ShouldContain(".invalid");
    }

    [Test]
    public async Task An_endpoint_that_the_family_does_not_have_stops_the_order()
    {
        var card = ((Door)Doors().First(test => ((Door)test.Arguments[0]!).Card.Family == ProviderFamily.Suno).Arguments[0]!).Card with { Endpoint = "../admin" };

        (await Host.Submit(card, Prompt)).ShouldBeOfType<SubmitOutcome.Refused>();
        (await Host.Tasks()).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Doors))]
    public async Task Another_familys_record_is_no_record(Door door)
    {
        var id = await Order(await Ready(door));

        (await Host.Provider.Read(Cards.ZImage, id, CancellationToken.None)).ShouldBeOfType<TaskReading.Missing>();
    }

    private async Task<string> Order(Door door)
    {
        var uploads = door.Card.Inputs.Fields.Any(field => field is MediaField)
            ? new Dictionary<string, Uri> { ["A"] = await Host.Uploaded([1, 2, 3], "video/mp4") }
            : [];
        return (await Host.Submit(door.Card, uploads, door.Inputs)).ShouldBeOfType<SubmitOutcome.Accepted>().TaskId;
    }

    /// <summary>Where an order goes on from a song, that song is made first.</summary>
    private async Task<Door> Ready(Door door)
    {
        if (door.Card.Inputs.Fields.OfType<EarlierField>().FirstOrDefault() is not { } field)
        {
            return door;
        }

        var song = (Door)Doors().Single(test => ((Door)test.Arguments[0]!).Card.Id.Value == "V5").Arguments[0]!;
        var id = await Order(song);
        var tracks = (await Read(song, id)).ShouldBeOfType<TaskReading.Done>().Outputs;
        tracks.Select(track => track.Id).ShouldBe([$"{id}-1", $"{id}-2"]);
        var made = new EarlierValue(default, song.Card.Id, id, tracks[1].Id, "a song", default);
        return door with { Inputs = [.. door.Inputs, (field.Name, made)] };
    }

    private static EarlierField Song(string name) =>
        new() { Name = name, Label = new("…", "…"), From = [new("V5")], PieceAs = "audioId" };

    private Task<TaskReading> Read(Door door, string id) => Host.Provider.Read(door.Card, id, CancellationToken.None);

    private static TestCaseData Case(
        string id, ProviderFamily family, OutputKind output, int results, string? sendAs = "", string? endpoint = null, string? media = null, EarlierField? earlier = null, string? flag = null)
    {
        List<Field> fields = [earlier as Field ?? Cards.Text("prompt")];
        List<(string, InputValue)> inputs = earlier is null ? [Prompt] : [];
        foreach (var name in family == ProviderFamily.Suno && id.StartsWith('V') ? ["customMode", "instrumental"] : flag is null ? Array.Empty<string>() : [flag])
        {
            fields.Add(new FlagField { Name = name, Label = new("…", "…") });
            inputs.Add((name, new FlagValue(false)));
        }

        if (media is not null)
        {
            fields.Add(Cards.Media(media, isList: false));
            inputs.Add((media, Cards.Files("A")));
        }

        var card = Cards.Of(id, output, [.. fields]) with { Family = family, SendAs = sendAs == "" ? id : sendAs, Endpoint = endpoint };
        return new TestCaseData(new Door(card, [.. inputs], results)).SetArgDisplayNames(id);
    }

    internal sealed record Door(ModelCard Card, (string, InputValue)[] Inputs, int Results);
}
