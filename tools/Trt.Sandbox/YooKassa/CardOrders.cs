using System.Globalization;
using System.Text.Json.Nodes;

namespace Trt.Sandbox.YooKassa;

/// <summary>What the provider would refuse about an order; null when it is fine.</summary>
internal static class CardOrders
{
    private const int DescriptionLengthMax = 128;
    private const int MetadataMax = 16;

    public static CardReply? Problem(JsonObject order) =>
        ProblemOfAmount(order)
        ?? ProblemOfConfirmation(order)
        ?? (Text(order["description"]) is { Length: > DescriptionLengthMax } ? CardReply.Bad("description", "Is too long") : null)
        ?? (order["metadata"] is JsonObject { Count: > MetadataMax } ? CardReply.Bad("metadata", "Has too many keys") : null);

    public static CardReply? ProblemOfAmount(JsonObject order) => order["amount"] switch
    {
        not JsonObject => CardReply.Bad("amount", "Is missing"),
        JsonObject amount when !IsSum(Text(amount["value"])) => CardReply.Bad("amount.value", "Is no sum"),
        JsonObject amount when Text(amount["currency"]) is not "RUB" => CardReply.Bad("amount.currency", "Is not a currency of this shop"),
        _ => null,
    };

    private static CardReply? ProblemOfConfirmation(JsonObject order) =>
        order["confirmation"] is JsonObject way && Text(way["type"]) == "redirect"
            && Uri.TryCreate(Text(way["return_url"]), UriKind.Absolute, out _)
            ? null
            : CardReply.Bad("confirmation", "Only redirect with a return_url is simulated");

    private static bool IsSum(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
            && text!.Split('.') is [_, { Length: 2 }];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
