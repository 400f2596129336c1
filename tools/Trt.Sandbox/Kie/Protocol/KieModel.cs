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
    IReadOnlyList<IReadOnlyList<string>>? OneOf = null)
{
    /// <summary>What the provider takes per unit for these inputs; the first price stands for what is left to its defaults.</summary>
    public decimal PriceOf(JsonObject input) =>
        (Skus?.FirstOrDefault(sku => sku.Matches(input)) ?? Skus?[0])?.Credits ?? Credits ?? 1;
}

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
    public bool Matches(JsonObject input) => When.All(condition => Holds(condition.Value, input[condition.Key]));

    private static bool Holds(JsonNode? wanted, JsonNode? given) =>
        wanted is JsonObject presence && presence["present"] is { } present
            ? present.GetValue<bool>() == (given is JsonArray { Count: > 0 } or JsonValue)
            : wanted?.ToJsonString() == (given?.ToJsonString() ?? "false");
}
