using System.Text.Json;

namespace Trt.Infrastructure.YooKassa;

/// <summary>
/// What a notification says it is about. It is not signed, so nothing but names is taken from it: they tell what to look up.
/// </summary>
/// <param name="Key">Our name for the payment, when the notification carries one.</param>
public sealed record YooKassaNotification(string ChargeId, Guid? Key)
{
    private const int IdLengthMax = 64;

    /// <summary>Null for what is no notification about a payment or a refund, hostile or not.</summary>
    public static YooKassaNotification? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return Read(JsonSerializer.Deserialize<JsonElement>(body, YooKassaJson.Options));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static YooKassaNotification? Read(JsonElement body)
    {
        var about = body.Part("object");
        var key = Guid.TryParseExact(about.Part("metadata").Text("payment_id"), "N", out var parsed) ? parsed : (Guid?)null;
        return (body.Text("type"), body.Text("event")?.Split('.')[0]) switch
        {
            ("notification", "payment") when Id(about, "id") is { } charge => new YooKassaNotification(charge, key),
            ("notification", "refund") when Id(about, "payment_id") is { } charge => new YooKassaNotification(charge, null),
            _ => null,
        };
    }

    /// <summary>Ids are letters, digits and dashes; what is not is nobody's id.</summary>
    private static string? Id(JsonElement about, string name) =>
        about.Text(name) is { Length: > 0 and <= IdLengthMax } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? id
            : null;
}
