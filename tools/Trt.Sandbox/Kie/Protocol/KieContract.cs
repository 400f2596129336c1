using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Files;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>Checks an order as the provider does: values, JSON types, limits, and whether the media can be fetched.</summary>
internal sealed class KieContract(KieModel model, KieFiles files)
{
    /// <summary>The first complaint, or null.</summary>
    public Complaint? Check(JsonObject input)
    {
        foreach (var (name, rule) in model.Inputs)
        {
            var given = input[name];
            if (IsAbsent(given))
            {
                if (rule.Required)
                {
                    return Invalid($"{name} is required");
                }

                continue;
            }

            if (CheckValue(name, rule, given!) is { } complaint)
            {
                return complaint;
            }
        }

        return model.OneOf is { } groups && !groups.Any(group => group.All(name => !IsAbsent(input[name])))
            ? Invalid($"{string.Join(" or ", groups.Select(group => string.Join(" and ", group)))} is required")
            : null;
    }

    private Complaint? CheckValue(string name, KieInput rule, JsonNode given) => rule.Type switch
    {
        "string" => CheckText(name, rule, given),
        "enum" => rule.Enum!.Any(allowed => Same(allowed, given)) ? null : Invalid($"{name} is not within the range of allowed options"),
        "boolean" => given.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : Invalid($"{name} must be a boolean"),
        "number" or "integer" => CheckNumber(name, rule, given),
        "image" or "video" or "audio" => CheckMedia(name, given),
        _ => CheckList(name, rule, given),
    };

    private static Complaint? CheckText(string name, KieInput rule, JsonNode given) => given.GetValueKind() switch
    {
        not JsonValueKind.String => Invalid($"{name} must be a string"),
        _ when given.GetValue<string>().Length > rule.MaxLength => Invalid(
            string.Create(CultureInfo.InvariantCulture, $"{name} exceeds the maximum length of {rule.MaxLength}")),
        _ => null,
    };

    private static Complaint? CheckNumber(string name, KieInput rule, JsonNode given)
    {
        if (given.GetValueKind() != JsonValueKind.Number
            || !decimal.TryParse(given.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Invalid($"{name} must be a number");
        }

        if (rule.Type == "integer" && number != decimal.Truncate(number))
        {
            return Invalid($"{name} must be an integer");
        }

        return number < rule.Min || number > rule.Max
            ? Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} must be between {rule.Min} and {rule.Max}"))
            : null;
    }

    private Complaint? CheckList(string name, KieInput rule, JsonNode given)
    {
        if (given is not JsonArray items)
        {
            return Invalid($"{name} must be an array");
        }

        if (items.Count > rule.MaxItems)
        {
            return Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} takes at most {rule.MaxItems} items"));
        }

        return items.Select(item => CheckItem(name, rule.Type, item)).FirstOrDefault(complaint => complaint is not null)
            ?? (name == "dialogue" ? CheckDialogue(items) : null);
    }

    private Complaint? CheckItem(string name, string type, JsonNode? item) => (type, item?.GetValueKind()) switch
    {
        ("string[]", JsonValueKind.String) or ("object[]", JsonValueKind.Object) or ("integer[]", JsonValueKind.Number) => null,
        ("string[]", _) => Invalid($"{name} must hold strings"),
        ("integer[]", _) => Invalid($"{name} must hold integers"),
        ("object[]", _) => Invalid($"{name} must hold objects"),
        _ => CheckMedia(name, item),
    };

    /// <summary>Each line has its text and its voice, and all texts together are limited.</summary>
    private static Complaint? CheckDialogue(JsonArray lines)
    {
        const int charactersMax = 5000;
        if (lines.Any(
            line =>
                (line as JsonObject)?.Text("text") is not { Length: > 0 } || (line as JsonObject)?.Text("voice") is not { Length: > 0 }))
        {
            return Invalid("dialogue must hold a text and a voice in each line");
        }

        return lines.Sum(line => line!["text"]!.GetValue<string>().Length) > charactersMax
            ? Invalid(string.Create(CultureInfo.InvariantCulture, $"dialogue exceeds the maximum length of {charactersMax}"))
            : null;
    }

    private Complaint? CheckMedia(string name, JsonNode? given)
    {
        if (given?.GetValueKind() != JsonValueKind.String || !Uri.TryCreate(given.GetValue<string>(), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
        {
            return Invalid($"{name} must be a URL");
        }

        return files.Find(address) is null ? new Complaint(451, $"Failed to download the file of {name}") : null;
    }

    private static bool IsAbsent(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue value => value.TryGetValue(out string? text) && text.Length == 0,
        _ => false,
    };

    private static bool Same(JsonNode? allowed, JsonNode given) =>
        allowed?.GetValueKind() == JsonValueKind.Number && given.GetValueKind() == JsonValueKind.Number
            ? decimal.Parse(allowed.ToJsonString(), CultureInfo.InvariantCulture) == decimal.Parse(
                given.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : JsonNode.DeepEquals(allowed, given);

    private static Complaint Invalid(string message) => new(422, message);
}

internal sealed record Complaint(int Code, string Message);
