using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Catalogue;

/// <summary>The contract of a model as an OpenAPI document, with references that nobody resolves and names that hold escapes.</summary>
internal static class ModelSchema
{
    public static JsonObject Of(KieModel model) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = model.Id, ["version"] = "1.0.0" },
        ["paths"] = new JsonObject
        {
            ["/api/v1/jobs/createTask"] = new JsonObject
            {
                ["post"] = new JsonObject
                {
                    ["requestBody"] = new JsonObject
                    {
                        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Body(model) } },
                    },
                    ["responses"] = new JsonObject
                    {
                        ["200"] = Reference("responses/response%20not%20with%20recordId"),
                        ["500"] = Reference("responses/Error "),
                    },
                },
            },
        },
        ["components"] = new JsonObject
        {
            ["responses"] = new JsonObject
            {
                ["response%20not%20with%20recordId"] = new JsonObject { ["description"] = "taken" },
                ["Error "] = new JsonObject { ["description"] = "401, 402, 404, 422, 429, 433, 455" },
            },
        },
    };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/{name}" };

    private static JsonObject Body(KieModel model) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("model", "input"),
        ["properties"] = new JsonObject
        {
            ["model"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(model.Id), ["default"] = model.Id },
            ["callBackUrl"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
            ["input"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray(
                    [.. model.Inputs.Where(input => input.Value.Required).Select(input => JsonValue.Create(input.Key))]),
                ["properties"] = new JsonObject(
                    model.Inputs.Select(input => KeyValuePair.Create(input.Key, (JsonNode?)Property(input.Value)))),
            },
        },
    };

    private static JsonObject Property(KieInput input)
    {
        var property = Typed(input);
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("enum", input.Enum?.DeepClone()), ("minimum", input.Min), ("maximum", input.Max), ("maxLength", input.MaxLength),
            ("maxItems", input.MaxItems),
        })
        {
            if (value is not null)
            {
                property[name] = value;
            }
        }

        return property;
    }

    private static JsonObject Typed(KieInput input) => input.Type switch
    {
        "boolean" or "integer" or "number" => new JsonObject { ["type"] = input.Type },
        "image" or "video" or "audio" => Address(),
        _ when input.Type.EndsWith("[]", StringComparison.Ordinal) => new JsonObject
        {
            ["type"] = "array",
            ["items"] = input.Type is "string[]" or "object[]" ? new JsonObject { ["type"] = input.Type[..^2] } : Address(),
        },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Address() => new() { ["type"] = "string", ["format"] = "uri" };
}
