using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Files;
using Trt.Sandbox.Kie.Media;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>What the provider takes for an order, from its own price list and from the files themselves.</summary>
internal sealed class KieBill(KieFiles files, KieTasks tasks)
{
    /// <summary>Speech takes about so many tokens for each character of its text.</summary>
    private const decimal SpokenTokensPerCharacter = 1.6m;
    private const decimal ReadTokensPerCharacter = 0.25m;

    public decimal Of(KieModel model, JsonObject input) => model.Tokens is { } tokens
        ? Spoken(tokens, input)
        : PriceOf(model, input) * UnitsOf(model.Count, input) + (model.Extras ?? []).Sum(extra => ExtraOf(extra, input));

    /// <summary>The first price stands for what is left to its defaults.</summary>
    private decimal PriceOf(KieModel model, JsonObject input) =>
        (model.Skus?.FirstOrDefault(sku => sku.Matches(input, SourceOf(input))) ?? model.Skus?[0])?.Credits ?? model.Credits ?? 1;

    private JsonObject? SourceOf(JsonObject input) => tasks.Find(input.Text("task_id") ?? input.Text("taskId"))?.Input;

    private decimal UnitsOf(KieCount? count, JsonObject input)
    {
        if (count is null)
        {
            return 1;
        }

        var measured = count switch
        {
            { CharactersOf: { } text } => CharactersIn(input[text]),
            { Frames: true } => NumberOf(input["num_frames"]) / NumberOf(input["frames_per_second"]) ?? 5,
            _ => Chosen(count, input),
        };
        return Math.Ceiling((measured + SecondsOf(input, count.AlsoLengthOf)) / count.Per);
    }

    private decimal Chosen(KieCount count, JsonObject input) =>
        count.Input is { } name && NumberOf(input[name]) is { } chosen and > 0 ? chosen
        : count.LengthOf is not null ? SecondsOf(input, count.LengthOf)
        : count.Otherwise ?? (count.Input == "duration" ? 5 : 1);

    private decimal SecondsOf(JsonObject input, string? name) => name is null ? 0 : Items(input[name])
        .Sum(item => Uri.TryCreate(item?.ToString(), UriKind.Absolute, out var address) && files.Find(address) is { } file
            ? (decimal)(RecordingLength.Of(file) ?? 0)
            : 0);

    private static decimal ExtraOf(KieExtra extra, JsonObject input) =>
        Math.Max(0, Items(input[extra.Input]).Count - extra.FreeItems) * extra.Credits;

    private static decimal Spoken(KieTokens tokens, JsonObject input)
    {
        var characters = CharactersIn(input["dialogue_turns"]);
        var spoken = characters * SpokenTokensPerCharacter * tokens.Output + characters * ReadTokensPerCharacter * tokens.Input;
        return Math.Max(0.01m, Math.Round(spoken / 1_000_000, 2));
    }

    private static decimal CharactersIn(JsonNode? node) => node is JsonArray turns
        ? turns.OfType<JsonObject>().Sum(turn => turn.Text("text")?.Length ?? 0)
        : node?.ToString().Length ?? 0;

    private static JsonArray Items(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        _ => [node.DeepClone()],
    };

    private static decimal? NumberOf(JsonNode? node) =>
        decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
