using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie;
using Trt.Infrastructure.Tests.Http;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>What goes out through every door, and what becomes of what happens behind it.</summary>
internal sealed class DoorsTests
{
    private const string Key = "canary-key-5b21";
    private const string Accepted = """{"code": 200, "msg": "ok", "data": {"taskId": "t1"}}""";

    private static readonly (string, InputValue) Prompt = ("prompt", new TextValue("a lighthouse"));

    private static readonly Exception[] Faults =
    [
        new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        new HttpRequestException(HttpRequestError.ResponseEnded, "cut"),
        new HttpRequestException("of no kind we know"),
        new IOException("broken pipe"),
        new TaskCanceledException("too slow to connect"),
    ];

    [TestCase(ProviderFamily.Jobs, null, "jobs/createTask", "jobs/recordInfo")]
    [TestCase(ProviderFamily.Veo, null, "veo/generate", "veo/record-info")]
    [TestCase(ProviderFamily.FourOImage, null, "gpt4o-image/generate", "gpt4o-image/record-info")]
    [TestCase(ProviderFamily.FluxKontext, null, "flux/kontext/generate", "flux/kontext/record-info")]
    [TestCase(ProviderFamily.Runway, null, "runway/generate", "runway/record-detail")]
    [TestCase(ProviderFamily.Aleph, null, "aleph/generate", "aleph/record-info")]
    [TestCase(ProviderFamily.Luma, null, "modify/generate", "modify/record-info")]
    [TestCase(ProviderFamily.Suno, null, "generate", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "/api/v1/generate", "generate", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "extend", "generate/extend", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "/api/v1/generate/upload-cover", "generate/upload-cover", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "upload-extend", "generate/upload-extend", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "add-vocals", "generate/add-vocals", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "add-instrumental", "generate/add-instrumental", "generate/record-info")]
    [TestCase(ProviderFamily.Suno, "lyrics", "lyrics", "lyrics/record-info")]
    [TestCase(ProviderFamily.Suno, "wav", "wav/generate", "wav/record-info")]
    [TestCase(ProviderFamily.Suno, "/api/v1/vocal-removal/generate", "vocal-removal/generate", "vocal-removal/record-info")]
    public async Task Every_door_is_called_at_its_own_path(ProviderFamily family, string? endpoint, string orders, string records)
    {
        var wire = Wire.Saying(Accepted);
        await using var services = Services(wire);
        var provider = services.GetRequiredService<IGenerationProvider>();
        var card = Card(family) with { Endpoint = endpoint };

        (await provider.Submit(Order(card), CancellationToken.None)).ShouldBeOfType<SubmitOutcome.Accepted>().TaskId.ShouldBe("t1");
        await provider.Read(card, "t/1 ä&x=y", CancellationToken.None);

        var (order, record) = (wire.Requests.First(), wire.Requests.Last());
        (order.Method, order.Address).ShouldBe(("POST", $"https://provider.test/behind/a/path/api/v1/{orders}"));
        order.ContentType.ShouldBe("application/json");
        order.Body.ShouldContain("a lighthouse");
        order.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        order.Headers["User-Agent"].ShouldStartWith("Mozilla/5.0");
        (record.Method, record.Address).ShouldBe(
            ("GET", $"https://provider.test/behind/a/path/api/v1/{records}?taskId=t%2F1%20%C3%A4%26x%3Dy"));
        record.Headers["Authorization"].ShouldBe($"Bearer {Key}");
    }

    [Test]
    public void The_paths_above_are_all_there_are_and_no_family_is_without_a_door()
    {
        var paths = typeof(DoorsTests).GetMethod(nameof(Every_door_is_called_at_its_own_path))!
            .GetCustomAttributes(typeof(TestCaseAttribute), false).Cast<TestCaseAttribute>().Select(row => row.Arguments[2]).ToList();
        using var services = Services(Wire.Saying(Accepted));

        Doors.Own.Values.Concat(Doors.OfSongs.Values).ShouldAllBe(door => paths.Contains(door.Orders));
        services.GetServices<IKieFamily>().Select(family => family.Family).ShouldBe(Enum.GetValues<ProviderFamily>(), ignoreOrder: true);
    }

    [Test]
    public async Task The_account_and_the_files_are_asked_at_their_own_paths()
    {
        var wire = Wire.Saying("""{"code": 200, "msg": "ok", "data": 5.5}""");
        await using var services = Services(wire);
        var provider = services.GetRequiredService<IGenerationProvider>();

        (await provider.Credits(CancellationToken.None)).ShouldBe(5.5m);
        await provider.DirectAddress(new Uri("https://files.test/a.png"), CancellationToken.None);
        await provider.Upload(File([1]), CancellationToken.None);

        wire.Requests.Select(request => $"{request.Method} {request.Address}").ShouldBe(
        [
            "GET https://provider.test/behind/a/path/api/v1/chat/credit",
            "POST https://provider.test/behind/a/path/api/v1/common/download-url",
            "POST https://uploads.test/api/file-stream-upload",
        ]);
        wire.Requests.ElementAt(1).Body.ShouldBe("""{"url":"https://files.test/a.png"}""");
    }

    [Test]
    public async Task No_two_uploads_have_the_same_boundary_so_no_file_can_be_made_to_end_its_part()
    {
        var wire = Wire.Saying(Accepted);
        await using var services = Services(wire);
        var provider = services.GetRequiredService<IGenerationProvider>();

        await provider.Upload(File([1]), CancellationToken.None);
        await provider.Upload(File([1]), CancellationToken.None);

        var boundaries = wire.Requests.Select(request => request.ContentType!).ToList();
        boundaries.ShouldAllBe(boundary => boundary.StartsWith("multipart/form-data; boundary="));
        boundaries.Distinct().Count().ShouldBe(2);
        foreach (var sent in wire.Requests)
        {
            sent.Body.ShouldContain("name=uploadPath");
            sent.Body.ShouldContain("filename=");
        }
    }

    [Test]
    public async Task Who_gives_up_waiting_is_let_go_at_every_door(
        [Values("order", "record", "credit", "address", "upload")] string door)
    {
        var wire = Wire.Silent();
        await using var services = Services(wire);
        using var patience = new CancellationTokenSource();

        var call = Call(services.GetRequiredService<IGenerationProvider>(), door, patience.Token);
        await wire.Reached.Task;
        await patience.CancelAsync();

        // The time limit of a call is half an hour here: only the caller's own token can end it.
        var end = await call.WaitAsync(TimeSpan.FromMinutes(1));
        if (end is not null)
        {
            end.ToString().ShouldNotBeNull().ShouldContain("cancelled while waiting for the answer");
        }
    }

    [Test]
    public async Task Whatever_breaks_on_the_wire_is_a_value_and_never_an_exception_of_the_client(
        [Values("order", "record", "credit", "address", "upload")] string door, [Range(0, 4)] int fault)
    {
        await using var services = Services(Wire.Failing(Faults[fault]));

        var end = await Call(services.GetRequiredService<IGenerationProvider>(), door, CancellationToken.None);

        if (door == "order")
        {
            // A connection that never came about proves that nothing was sent.
            (end is SubmitOutcome.TryLater).ShouldBe(fault is 0 or 4, end?.ToString());
            (end is SubmitOutcome.Unknown).ShouldBe(fault is 1 or 2 or 3, end?.ToString());
        }
        else
        {
            (end is null or TaskReading.Unreadable or UploadOutcome.TryLater).ShouldBeTrue(end?.ToString());
        }
    }

    private static async Task<object?> Call(IGenerationProvider provider, string door, CancellationToken token) => door switch
    {
        "order" => await provider.Submit(Order(Card(ProviderFamily.Veo)), token),
        "record" => await provider.Read(Card(ProviderFamily.Veo), "t1", token),
        "credit" => await provider.Credits(token),
        "address" => await provider.DirectAddress(new Uri("https://files.test/a.png"), token),
        "upload" => await provider.Upload(File([1]), token),
        _ => throw new ArgumentOutOfRangeException(nameof(door)),
    };

    private static ModelCard Card(ProviderFamily family) => Cards.Of("model", OutputKind.Image, Cards.Text("prompt")) with { Family = family };

    private static ProviderOrder Order(ModelCard card) =>
        new(card, new Dictionary<string, InputValue> { [Prompt.Item1] = Prompt.Item2 }, new Dictionary<string, Uri>(), null);

    private static ProviderFile File(byte[] bytes) => new(new MemoryStream(bytes), "a.png", "image/png");

    private static ServiceProvider Services(Wire wire)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKie(new KieOptions
        {
            ApiBase = new Uri("https://provider.test/behind/a/path/"),
            UploadBase = new Uri("https://uploads.test"),
            ApiKey = Key,
            Timeout = TimeSpan.FromMinutes(30),
            UploadTimeout = TimeSpan.FromMinutes(30),
        });
        services.AddHttpClient(KieServices.ApiClient).ConfigurePrimaryHttpMessageHandler(() => wire);
        services.AddHttpClient(KieServices.UploadClient).ConfigurePrimaryHttpMessageHandler(() => wire);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
