using System.Text.Json;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>A JSON list of models with their inputs and prices, as gathered from the provider's documentation.</summary>
public static class FactsFile
{
    private static readonly string[] LimitNames =
        ["minLength", "maxLength", "min", "max", "step", "minItems", "maxItems", "maxBytes", "mimeTypes"];

    public static IReadOnlyList<ProviderFacts> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.EnumerateArray().Select(ReadModel)];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"{path} is no facts file: {error.Message} It has to be a JSON list of models, each with id, output, inputs and pricing.",
                error);
        }
    }

    private static ProviderFacts ReadModel(JsonElement model)
    {
        var pricing = model.GetProperty("pricing");
        return new ProviderFacts(
            model.GetProperty("id").GetString()!,
            model.TryGetProperty("title", out var title) ? title.GetString()! : "",
            model.GetProperty("output").GetString()!,
            pricing.GetProperty("unit").GetString()!)
        {
            Inputs = [.. model.GetProperty("inputs").EnumerateArray().Select(ReadInput)],
            Prices = ReadPrices(pricing),
        };
    }

    private static FactInput ReadInput(JsonElement input) => new(
        input.GetProperty("name").GetString()!,
        input.GetProperty("type").GetString()!,
        input.GetProperty("required").GetBoolean(),
        input.TryGetProperty("enum", out var choices) ? [.. choices.EnumerateArray().Select(Word)] : [],
        LimitNames.Where(name => input.TryGetProperty(name, out _)).ToDictionary(name => name, name => Word(input.GetProperty(name))));

    private static Dictionary<string, decimal> ReadPrices(JsonElement pricing)
    {
        if (pricing.TryGetProperty("credits", out var flat) && flat.ValueKind == JsonValueKind.Number)
        {
            return new Dictionary<string, decimal> { ["default"] = flat.GetDecimal() };
        }

        return pricing.GetProperty("skus").EnumerateArray().ToDictionary(
            sku => string.Join('|', sku.GetProperty("when").EnumerateObject()
                .OrderBy(condition => condition.Name, StringComparer.Ordinal)
                .Select(condition => $"{condition.Name}={Word(condition.Value)}")),
            sku => sku.GetProperty("credits").GetDecimal());
    }

    private static string Word(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => Numbers.Text(value.GetDecimal()),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Word).Order(StringComparer.Ordinal)),
        JsonValueKind.Object when value.TryGetProperty("present", out var present) => present.GetBoolean() ? "present" : "absent",
        _ => "",
    };
}
