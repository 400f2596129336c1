using System.Text.Json;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>The parts of an OpenAPI document: references followed, modes laid together, with an end to everything.</summary>
internal sealed class SchemaNodes(JsonElement document)
{
    private const int DepthMax = 24;
    private const int StepsMax = 5_000;
    private const int NotesMax = 50;

    private readonly List<string> _unread = [];
    private int _steps;

    public IReadOnlyList<string> Unread => _unread;

    public void Note(string what)
    {
        if (_unread.Count < NotesMax && !_unread.Contains(what))
        {
            _unread.Add(what);
        }
    }

    public (string? Path, JsonElement Operation) Operation() => Members(document.Field("paths"))
        .Select(path => (Path: (string?)path.Name, Operation: Resolve(path.Value).Field("post")))
        .FirstOrDefault(path => path.Operation.ValueKind == JsonValueKind.Object);

    public JsonElement Resolve(JsonElement node)
    {
        for (var depth = 0; depth < DepthMax; depth++)
        {
            if (node.Field("$ref").Text() is not { } reference)
            {
                return node;
            }

            node = Find(reference);
        }

        Note("a reference leads back to itself");
        return default;
    }

    /// <summary>All properties that an object may have. Of modes that exclude each other only what every one demands is required.</summary>
    public ObjectShape Flatten(JsonElement schema, int depth = 0)
    {
        var shape = new ObjectShape();
        if (depth > DepthMax || ++_steps > StepsMax)
        {
            Note("the schema has no end");
            return shape;
        }

        schema = Resolve(schema);
        foreach (var property in Members(schema.Field("properties")))
        {
            shape.Properties.TryAdd(property.Name, property.Value);
        }

        shape.Required.UnionWith(schema.Field("required").Items().Select(name => name.Text()).OfType<string>());
        foreach (var part in schema.Field("allOf").Items().Select(part => Flatten(part, depth + 1)))
        {
            shape.Take(part);
            shape.Required.UnionWith(part.Required);
        }

        AddModes(shape, [.. schema.Field("oneOf", "anyOf").Items().Select(mode => Flatten(mode, depth + 1))]);
        return shape;
    }

    private static void AddModes(ObjectShape shape, List<ObjectShape> modes)
    {
        if (modes.Count == 0)
        {
            return;
        }

        modes.ForEach(shape.Take);
        var always = modes.Skip(1).Aggregate(modes[0].Required.ToHashSet(StringComparer.Ordinal), (common, mode) =>
        {
            common.IntersectWith(mode.Required);
            return common;
        });
        shape.Required.UnionWith(always);
        var own = modes.Select(mode => mode.Required.Except(shape.Required).ToList()).ToList();
        if (own.Count > 1 && own.TrueForAll(names => names.Count > 0))
        {
            shape.OneOf.AddRange(own.Select(names => names[0]).Distinct());
        }
    }

    private JsonElement Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            Note($"the reference {reference} leads out of the document");
            return default;
        }

        var node = document;
        foreach (var segment in reference[2..].Split('/'))
        {
            // Names of components are kept with their percent signs and blanks, so they are compared as they stand first.
            var plain = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node.Field(segment, plain, Uri.UnescapeDataString(plain));
        }

        if (node.ValueKind == JsonValueKind.Undefined)
        {
            Note($"the reference {reference} leads nowhere");
        }

        return node;
    }

    private static JsonProperty[] Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject()] : [];
}

internal sealed class ObjectShape
{
    /// <summary>In the order of the document.</summary>
    public OrderedDictionary<string, JsonElement> Properties { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public List<string> OneOf { get; } = [];

    public void Take(ObjectShape part)
    {
        foreach (var (name, schema) in part.Properties)
        {
            Properties.TryAdd(name, schema);
        }

        OneOf.AddRange(part.OneOf.Except(OneOf));
    }
}
