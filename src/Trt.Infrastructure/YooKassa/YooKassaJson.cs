using System.Globalization;
using System.Text.Json;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.YooKassa;

/// <summary>The provider's way of writing. What is not written exactly so is nothing: no guess is ever credited.</summary>
internal static class YooKassaJson
{
    public const int DepthMax = 16;

    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        MaxDepth = DepthMax,
        AllowDuplicateProperties = false,
    };

    private const string Roubles = "RUB";

    /// <summary>Far above any payment, far below an overflow.</summary>
    private const decimal RoublesMax = 1_000_000_000;

    public static object Amount(Money money) => new
    {
        value = string.Create(CultureInfo.InvariantCulture, $"{money.Kopecks / 100}.{money.Kopecks % 100:00}"),
        currency = Roubles,
    };

    /// <summary>Null for another currency, for parts of a kopeck and for anything that is no plain number.</summary>
    public static Money? Roubled(this JsonElement amount) =>
        amount.Text("currency") == Roubles
        && decimal.TryParse(amount.Text("value"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value <= RoublesMax && value * 100 == decimal.Truncate(value * 100)
            ? Money.Rubles(value)
            : null;

    public static string? Text(this JsonElement element, string name)
    {
        var value = element.Part(name);
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON and still no text.
            return null;
        }
    }

    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static bool IsTrue(this JsonElement element, string name) => element.Part(name).ValueKind == JsonValueKind.True;
}
