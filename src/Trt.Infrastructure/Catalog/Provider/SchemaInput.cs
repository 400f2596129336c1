using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>One input of an OpenAPI document in our words.</summary>
internal sealed class SchemaInput(SchemaNodes nodes, string name, JsonElement schema)
{
    private const int ChoicesMax = 1_000;

    private static readonly (string Type, string[] Words)[] Media =
    [
        (InputTypes.Audio, ["audio", "voice", "sound", "music"]),
        (InputTypes.Video, ["video", "clip", "movie"]),
        (InputTypes.Image, ["image", "picture", "photo", "frame", "mask", "img"]),
    ];

    private static readonly (string Ours, string Theirs)[] OfText = [("min", "minLength"), ("max", "maxLength")];
    private static readonly (string Ours, string Theirs)[] OfNumber = [("min", "minimum"), ("max", "maximum"), ("step", "multipleOf")];
    private static readonly (string Ours, string Theirs)[] OfList = [("min", "minItems"), ("max", "maxItems")];

    public AskedInput Read(bool isRequired)
    {
        var variants = Variants(schema, depth: 0).ToList();
        var choices = variants.SelectMany(variant => variant.Field("enum").Items().Append(variant.Field("const")))
            .Where(value => Word(value) is not null).Take(ChoicesMax).ToList();
        var node = variants.FirstOrDefault(variant => TypeOf(variant) is not null, variants.FirstOrDefault());
        var type = choices.Count > 0 ? InputTypes.Choice : Typed(node);
        var limits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (ours, theirs) in LimitsOf(type))
        {
            if (node.Field(theirs).Number() is { } limit)
            {
                limits[ours] = Numbers.Text(limit);
            }
        }

        return new AskedInput(name, type)
        {
            IsRequired = isRequired,
            Default = Word(nodes.Resolve(schema).Field("default")) ?? Word(node.Field("default")),
            Choices = [.. choices.Select(Word).OfType<string>().Distinct()],
            HasNumbers = choices.Count > 0 && choices.TrueForAll(choice => choice.ValueKind == JsonValueKind.Number),
            Limits = limits,
        };
    }

    /// <summary>The schema itself, or each of its modes that is not "nothing".</summary>
    private IEnumerable<JsonElement> Variants(JsonElement node, int depth)
    {
        node = nodes.Resolve(node);
        if (depth > 4)
        {
            nodes.Note($"{name} has modes within modes");
            return [];
        }

        var modes = node.Field("oneOf", "anyOf", "allOf").Items().ToList();
        return modes.Count == 0 ? TypeOf(node) == "null" ? [] : [node] : modes.SelectMany(mode => Variants(mode, depth + 1));
    }

    private string Typed(JsonElement node)
    {
        var type = TypeOf(node);
        switch (type)
        {
            case "string":
                return IsAddress(node) ? MediaKind() : InputTypes.Text;
            case "integer":
                return InputTypes.Integer;
            case "number":
                return InputTypes.Number;
            case "boolean":
                return InputTypes.Flag;
            case "array":
                var items = Variants(node.Field("items"), depth: 0).FirstOrDefault();
                return TypeOf(items) switch
                {
                    "string" when IsAddress(items) => $"{MediaKind()}s",
                    "string" => InputTypes.Texts,
                    _ => InputTypes.Objects,
                };
            default:
                nodes.Note($"{name} is of the type {type ?? "nothing"}, which no question asks for");
                return InputTypes.Objects;
        }
    }

    private bool IsAddress(JsonElement node) => node.Field("format").Text() is "uri" or "url" || (node.Field("format").Text() is null
        && (name.EndsWith("url", StringComparison.OrdinalIgnoreCase) || name.EndsWith("urls", StringComparison.OrdinalIgnoreCase)));

    private string MediaKind() => Array.Find(
        Media, kind => Array.Exists(kind.Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))).Type ?? InputTypes.Image;

    private static (string Ours, string Theirs)[] LimitsOf(string type) => type switch
    {
        InputTypes.Text => OfText,
        InputTypes.Number or InputTypes.Integer => OfNumber,
        _ when InputTypes.IsList(type) => OfList,
        _ => [],
    };

    /// <summary>"string", or the first word of ["string", "null"] that says something.</summary>
    private static string? TypeOf(JsonElement node) => node.Field("type") is { ValueKind: JsonValueKind.Array } types
        ? types.Items().Select(type => type.Text()).FirstOrDefault(type => type is not (null or "null"))
        : node.Field("type").Text() ?? (node.Field("properties").ValueKind == JsonValueKind.Object ? "object" : null);

    private static string? Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number when value.Number() is { } number => Numbers.Text(number),
        JsonValueKind.String => value.Text(),
        _ => null,
    };
}
