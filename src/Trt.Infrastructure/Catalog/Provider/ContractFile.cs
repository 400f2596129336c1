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
        if (input.TryGetProperty("accent", out var accent))
        {
            limits["accent"] = Word(accent);
        }

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

    private static PublishedPrice ReadPrice(JsonElement price)
    {
        var lines = Listed(price, "lines").Select(ReadLine).ToList();
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var extra in Listed(price, "extras"))
        {
            terms[PriceWords.Each(Word(extra.GetProperty("each")), PriceWords.Anyway)] =
                PriceWords.Beyond(extra.GetProperty("free").GetInt32(), extra.GetProperty("credits").GetDecimal());
        }

        if (price.TryGetProperty("tokens", out var tokens))
        {
            terms[PriceWords.Tokens] = $"{Word(tokens.GetProperty("in"))} in, {Word(tokens.GetProperty("out"))} out";
            if (tokens.TryGetProperty("until", out var end))
            {
                terms[PriceWords.Until(PriceWords.Anyway)] = PriceWords.Moment(end.GetDateTimeOffset());
            }
        }

        var quantity = price.TryGetProperty("quantity", out var source) ? QuantityWord(source) : null;
        return new PublishedPrice(
            price.GetProperty("unit").GetString()!,
            price.TryGetProperty("inputSeconds", out var film) ? $"{quantity} + durationOf {Word(film)}" : quantity,
            lines,
            terms);
    }

    private static PublishedLine ReadLine(JsonElement line) => new(
        line.TryGetProperty("when", out var when)
            ? when.EnumerateObject().ToDictionary(condition => condition.Name, condition => Word(condition.Value), StringComparer.Ordinal)
            : [],
        line.GetProperty("credits").GetDecimal())
    {
        IsAtMost = line.TryGetProperty("atMost", out var most) && most.GetBoolean(),
        Until = line.TryGetProperty("until", out var end) ? end.GetDateTimeOffset() : null,
        Afterwards = line.TryGetProperty("afterwards", out var later) ? later.GetDecimal() : null,
    };

    private static JsonElement[] Listed(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

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
