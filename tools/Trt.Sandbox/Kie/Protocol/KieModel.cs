using System.Text.Json.Nodes;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>What the provider itself knows about one of its models.</summary>
/// <param name="Endpoint">Null for the models of the common createTask endpoint.</param>
/// <param name="OneOf">Groups of inputs of which at least one must be filled.</param>
internal sealed record KieModel(
    string Id,
    string Output,
    IReadOnlyDictionary<string, KieInput> Inputs,
    string? Endpoint = null,
    decimal? Credits = null,
    IReadOnlyList<KieSku>? Skus = null,
    IReadOnlyList<IReadOnlyList<string>>? OneOf = null,
    KieCount? Count = null,
    IReadOnlyList<KieExtra>? Extras = null,
    KieTokens? Tokens = null);

/// <summary>What the price is multiplied by, and where it is measured.</summary>
/// <param name="Input">The input that says the number.</param>
/// <param name="LengthOf">The recording whose seconds count, where no number is given.</param>
/// <param name="AlsoLengthOf">Recordings whose seconds are billed beside it.</param>
/// <param name="Frames">The number of frames by the frames of a second.</param>
/// <param name="Per">So much makes a unit: 60 seconds, 1000 characters.</param>
internal sealed record KieCount(
    string? Input = null,
    string? LengthOf = null,
    string? AlsoLengthOf = null,
    string? CharactersOf = null,
    bool Frames = false,
    decimal? Otherwise = null,
    decimal Per = 1);

/// <summary>Each file of an input costs, after some that are free.</summary>
internal sealed record KieExtra(string Input, int FreeItems, decimal Credits);

/// <summary>Credits for a million tokens; how many it took is known at the end.</summary>
internal sealed record KieTokens(decimal Input, decimal Output);

internal sealed record KieInput(
    string Type,
    bool Required = false,
    JsonArray? Enum = null,
    decimal? Min = null,
    decimal? Max = null,
    int? MaxLength = null,
    int? MaxItems = null);

internal sealed record KieSku(JsonObject When, decimal Credits)
{
    /// <param name="source">The inputs of the task that this one goes on from, which "task_id.resolution" speaks about.</param>
    public bool Matches(JsonObject input, JsonObject? source) => When.All(condition =>
        Holds(condition.Value, condition.Key.Split('.') is [_, var of] ? source?[of] : input[condition.Key]));

    private static bool Holds(JsonNode? wanted, JsonNode? given) =>
        wanted is JsonObject presence && presence["present"] is { } present
            ? present.GetValue<bool>() == (given is JsonArray { Count: > 0 } or JsonValue)
            : wanted?.ToJsonString() == (given?.ToJsonString() ?? "false");
}
