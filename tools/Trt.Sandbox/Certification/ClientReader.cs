using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Kie;

namespace Trt.Sandbox.Certification;

/// <summary>
/// Lets the shop's own client read each recorded answer over HTTP, and tells what it lost of it. What there is to read is looked up
/// here a second time, in the plainest way.
/// </summary>
internal sealed class ClientReader(RecordPlayer player, IGenerationProvider client, ModelCatalog cards)
{
    private static readonly Dictionary<string, InputValue> NoInputs = [];
    private static readonly Dictionary<string, Uri> NoUploads = [];

    public static IGenerationProvider ClientOf(Uri provider, out ServiceProvider services)
    {
        services = new ServiceCollection().AddLogging()
            .AddKie(new KieOptions { ApiBase = provider, UploadBase = provider, ApiKey = "certification" })
            .BuildServiceProvider();
        return services.GetRequiredService<IGenerationProvider>();
    }

    /// <summary>What was lost or misread; nothing when the answer was read whole.</summary>
    public async Task<IReadOnlyList<string>> Lost(string? model, RecordedExchange exchange, CancellationToken token)
    {
        player.Play(exchange);
        var door = Door.Of(exchange);
        return door.Use switch
        {
            DoorUse.Order => OfOrder(await client.Submit(OrderOf(model, door), token), exchange),
            DoorUse.Record => OfRecord(await client.Read(CardOf(model, door), TaskOf(exchange), token), exchange),
            DoorUse.Upload => OfUpload(await client.Upload(AnyFile(), token), exchange),
            DoorUse.Credits => Same("credits", Number(exchange.Data), await client.Credits(token)),
            DoorUse.DirectAddress => Same(
                "address",
                exchange.Code == 200 ? exchange.Data?.ToString() : null,
                (await client.DirectAddress(new Uri("https://example.com/a.png"), token))?.ToString()),
        };
    }

    private static ProviderFile AnyFile() => new(new MemoryStream([1]), "file.png", "image/png");

    private ProviderOrder OrderOf(string? model, Door door) => new(CardOf(model, door), NoInputs, NoUploads, null);

    private static IReadOnlyList<string> OfOrder(SubmitOutcome outcome, RecordedExchange exchange) => (exchange.Code, outcome) switch
    {
        (200, SubmitOutcome.Accepted accepted) => Same("task", exchange.Data?["taskId"]?.ToString(), accepted.TaskId),
        (200, _) => [$"an accepted order is read as {outcome}"],
        // What is not the provider's envelope proves nothing.
        (null, SubmitOutcome.Unknown) => [],
        (_, SubmitOutcome.Refused refused) => Held(exchange, refused.Detail),
        (_, SubmitOutcome.TryLater later) => Held(exchange, later.Detail),
        (>= 500, SubmitOutcome.Unknown unknown) => Held(exchange, unknown.Detail),
        _ => [$"code {exchange.Code} is read as {outcome}"],
    };

    private static List<string> OfRecord(TaskReading reading, RecordedExchange exchange)
    {
        if (exchange.Data is not JsonObject record)
        {
            return reading is TaskReading.Missing or TaskReading.Unreadable ? [] : [$"no record is read as {reading}"];
        }

        var word = RecordedState.Of(record);
        return (word, reading) switch
        {
            (RecordedState.Waiting or RecordedState.UnderWay, TaskReading.Running) => [],
            (RecordedState.Done, TaskReading.Done done) => OfResult(done, record),
            (RecordedState.Failed, TaskReading.Failed failed) =>
            [
                .. Missing("reason", record["errorMessage"] ?? record["failMsg"], failed.Detail),
                .. Missing("code", record["errorCode"] ?? record["failCode"], failed.Detail),
            ],
            _ => [$"the state \"{word}\" is read as {reading}"],
        };
    }

    private static List<string> OfResult(TaskReading.Done done, JsonObject record)
    {
        var result = Opened(record["resultJson"]) is { } inner ? inner : record["response"] ?? record["videoInfo"];
        var given = Addresses(result).Distinct().ToList();
        var read = done.Outputs.Where(output => output.Address is not null).Select(output => output.Address!.OriginalString).ToList();
        var texts = string.Concat(done.Outputs.Select(output => output.Text));
        return
        [
            .. given.Except(read).Where(address => !texts.Contains(address, StringComparison.Ordinal))
                .Select(address => $"the file {address} is lost"),
            .. read.Except(given).Select(address => $"the file {address} is made up"),
            .. Same("cost", Number(record["creditsConsumed"]), done.CreditsSpent),
        ];
    }

    private static IReadOnlyList<string> OfUpload(UploadOutcome outcome, RecordedExchange exchange) =>
        outcome is UploadOutcome.Stored stored
        ? Same("address", exchange.Data?["downloadUrl"]?.ToString(), stored.Address.OriginalString)
        : [$"a stored file is read as {outcome}"];

    private static IReadOnlyList<string> Held(RecordedExchange exchange, string detail) =>
        [.. Missing("reason", exchange.Response?["msg"], detail), .. Missing("code", exchange.Response?["code"], detail)];

    private static IEnumerable<string> Missing(string what, JsonNode? given, string detail) =>
        given?.ToString() is { } text && !detail.Contains(text, StringComparison.Ordinal) ? [$"the {what} {text} is lost"] : [];

    private static IReadOnlyList<string> Same<T>(string what, T given, T read) =>
        EqualityComparer<T>.Default.Equals(given, read) ? [] : [$"the {what} {given} is read as {read}"];

    private static decimal? Number(JsonNode? node) =>
        decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonNode? Opened(JsonNode? text)
    {
        try
        {
            return text is JsonValue && text.ToString() is { Length: > 0 } json ? JsonNode.Parse(json) : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static IEnumerable<string> Addresses(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(property => Addresses(property.Value)),
        JsonArray list => list.SelectMany(Addresses),
        JsonValue value when value.TryGetValue(out string? text) && text.StartsWith("http", StringComparison.Ordinal) => [text],
        _ => [],
    };

    private static string TaskOf(RecordedExchange exchange) => exchange.Path.Split("taskId=") is [_, var task] ? task : "";

    /// <summary>The shop's own card; for what it does not sell one that says as little as possible.</summary>
    private ModelCard CardOf(string? model, Door door) =>
        door.Family == ProviderFamily.Jobs && model is not null && cards.Find(new ModelId(model)) is { } card
            ? card
            : new ModelCard
            {
                Id = new ModelId(model ?? "certified"),
                Family = door.Family,
                Endpoint = door.Endpoint,
                SendAs = model,
                Title = new LocalText("", ""),
                Benefit = new LocalText("", ""),
                Maker = "",
                Type = GenerationType.TextToImage,
                Output = OutputKind.Image,
                Inputs = new InputSchema([], []),
                Prices = PriceList.None,
                Status = ModelStatus.Ready,
            };
}
