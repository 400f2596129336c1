using System.Text.Json;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Provider;

/// <summary>Reads a contract from our own file about it.</summary>
internal static class ContractFile
{
    private static readonly string[] NumericLimits =
        ["min", "max", "step", "length", "megabytes", "secondsMin", "secondsMax", "secondsTotal", "sideMin", "sideMax"];

    private static readonly string[] Gone = ["retired", "renamed"];

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static ProviderContract Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is no contract: {error.Message} docs/provider/README.md tells its form.", error);
        }
    }

    private static ProviderContract Read(JsonElement file)
    {
        var model = file.GetProperty("model").GetString()!;
        return new ProviderContract
        {
            Model = model,
            Door = file.TryGetProperty("door", out var door) ? door.GetString()! : ProviderContract.CommonDoor,
            SentAs = file.TryGetProperty("sentAs", out var name) ? name.GetString() : model,
            Gives = file.GetProperty("gives").GetString()!,
            IsSold = !Gone.Contains(file.GetProperty("status").GetString()),
            Asks = [.. file.GetProperty("asks").EnumerateArray().Select(ReadInput)],
            OneOf = file.TryGetProperty("oneOf", out var groups) ? [.. groups[0].EnumerateArray().Select(Word)] : [],
            Price = file.GetProperty("price") is { ValueKind: JsonValueKind.Object } price ? ReadPrice(price) : null,
        };
    }

    private static AskedInput ReadInput(JsonElement input)
    {
        var limits = NumericLimits.Where(name => input.TryGetProperty(name, out _))
            .ToDictionary(name => name, name => Word(input.GetProperty(name)), StringComparer.Ordinal);
        var type = input.GetProperty("type").GetString()!;
        if (input.TryGetProperty("types", out var types))
        {
            limits["types"] = MediaTypes(type, types.EnumerateArray().Select(Word));
        }

        JsonElement[] choices = input.TryGetProperty("choices", out var listed) ? [.. listed.EnumerateArray()] : [];
        return new AskedInput(input.GetProperty("name").GetString()!, type)
        {
            IsRequired = input.TryGetProperty("required", out var required) && required.GetBoolean(),
            Default = input.TryGetProperty("default", out var given) ? Word(given) : null,
            Choices = [.. choices.Select(Word)],
            HasNumbers = choices.Length > 0 && choices.All(choice => choice.ValueKind == JsonValueKind.Number),
            Limits = limits,
            Ours = input.TryGetProperty("ours", out var ours) ? ours.EnumerateArray().Select(Word).ToHashSet(StringComparer.Ordinal) : [],
        };
    }

    private static PublishedPrice ReadPrice(JsonElement price) => new(
        price.GetProperty("unit").GetString()!,
        price.TryGetProperty("quantity", out var quantity) ? QuantityWord(quantity) : null,
        price.TryGetProperty("lines", out var lines)
            ? lines.EnumerateArray().ToDictionary(LineKey, line => line.GetProperty("credits").GetDecimal(), StringComparer.Ordinal)
            : [],
        new Dictionary<string, string>());

    private static string LineKey(JsonElement line) => !line.TryGetProperty("when", out var when) ? "default" : string.Join(
        '|',
        when.EnumerateObject().OrderBy(condition => condition.Name, StringComparer.Ordinal)
            .Select(condition => $"{condition.Name}={Word(condition.Value)}"));

    private static string QuantityWord(JsonElement quantity) => quantity.ValueKind == JsonValueKind.Array
        ? string.Join(", else ", quantity.EnumerateArray().Select(QuantityWord))
        : quantity.EnumerateObject().Select(source => $"{source.Name} {Word(source.Value)}").Single();

    /// <summary>Types in one spelling and one order, so that two lists can be held against each other.</summary>
    internal static string MediaTypes(string kind, IEnumerable<string> types) => string.Join(
        ' ',
        types.Select(type => MimeTypes.Canonical(type.Contains('/', StringComparison.Ordinal) ? type : $"{kind.TrimEnd('s')}/{type}"))
            .Distinct()
            .Order(StringComparer.Ordinal));

    private static string Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => Numbers.Text(value.GetDecimal()),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Word)),
        _ => value.GetString() ?? throw new FormatException("a value is missing"),
    };
}
