using System.Text.Json;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Catalog.Provider;

/// <param name="Contract">Null when the document is nothing that orders could go by.</param>
/// <param name="Unread">What was not understood, in words.</param>
public sealed record SchemaReading(ProviderContract? Contract, IReadOnlyList<string> Unread);

/// <summary>
/// Reads a contract from the provider's OpenAPI document of one model. It is somebody else's text: bounded in every direction, and never a
/// reason to throw. Sizes, seconds and file types are not in it, and neither is what the model gives.
/// </summary>
public sealed class SchemaReader
{
    private const string PathRoot = "/api/v1/";
    private const int InputsMax = 200;

    private static readonly string[] NoInputs = ["model", "callBackUrl"];

    private readonly SchemaNodes _nodes;

    private SchemaReader(JsonElement document) => _nodes = new SchemaNodes(document);

    public static SchemaReading Read(string model, JsonElement document)
    {
        var reader = new SchemaReader(document);
        var contract = reader.Read(model);
        return new SchemaReading(contract, reader._nodes.Unread);
    }

    private ProviderContract? Read(string model)
    {
        var (path, operation) = _nodes.Operation();
        if (path?.StartsWith(PathRoot, StringComparison.Ordinal) != true)
        {
            return Nothing(path is null ? "the document names no path" : $"{path} takes no orders: it answers at once");
        }

        var content = _nodes.Resolve(operation.Field("requestBody")).Field("content").Field("application/json");
        var body = _nodes.Flatten(content.Field("schema"));
        if (body.Properties.Count == 0)
        {
            return Nothing("the document says nothing of the body of an order");
        }

        var isNested = body.Properties.TryGetValue("input", out var inner);
        var input = isNested ? _nodes.Flatten(inner) : body;
        return new ProviderContract
        {
            Model = model,
            Door = path[PathRoot.Length..],
            SentAs = body.Properties.TryGetValue("model", out var name) ? Name(name, model) : null,
            Asks =
            [
                .. input.Properties.Where(property => isNested || !NoInputs.Contains(property.Key)).Take(InputsMax)
                    .Select(property => new SchemaInput(_nodes, property.Key, property.Value).Read(input.Required.Contains(property.Key))),
            ],
            OneOf = input.OneOf,
        };
    }

    /// <summary>A list of names may hold others besides this one.</summary>
    private string? Name(JsonElement schema, string model)
    {
        var resolved = _nodes.Resolve(schema);
        var names = resolved.Field("enum").Items().Append(resolved.Field("const")).Select(value => value.Text()).OfType<string>().ToList();
        return names.Count == 0 || names.Contains(model) ? model : names[0];
    }

    private ProviderContract? Nothing(string why)
    {
        _nodes.Note(why);
        return null;
    }
}
