using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Catalogue;

/// <summary>The public page of prices, row by row and with the slips of the hand that fills it in.</summary>
internal static class PriceFeed
{
    private const int PageSizeMax = 100;

    public static JsonObject Page(KieShelf shelf, JsonObject wish)
    {
        var size = Math.Clamp(NumberOf(wish["pageSize"], 10), 1, PageSizeMax);
        var current = Math.Max(1, NumberOf(wish["pageNum"], 1));
        var rows = Rows(shelf)
            .Where(row => wish.Text("interfaceType") is not { } kind || row["interfaceType"]!.ToString() == kind)
            .Where(row => wish.Text("modelDescription") is not { } part
                || row["modelDescription"]!.ToString().Contains(part, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new JsonObject
        {
            ["records"] = new JsonArray([.. rows.Skip((current - 1) * size).Take(size).Select(row => (JsonNode)row)]),
            ["total"] = shelf.Feed.Total ?? rows.Count,
            ["size"] = size,
            ["current"] = current,
            ["orders"] = new JsonArray(),
            ["searchCount"] = true,
            ["pages"] = (rows.Count + size - 1) / size,
        };
    }

    public static JsonObject Count(KieShelf shelf)
    {
        var kinds = Rows(shelf).CountBy(row => row["interfaceType"]!.ToString()).ToDictionary();
        return new JsonObject
        {
            ["all"] = kinds.Values.Sum(),
            ["image"] = kinds.GetValueOrDefault("image"),
            ["video"] = kinds.GetValueOrDefault("video"),
            ["music"] = kinds.GetValueOrDefault("music"),
            ["chat"] = 0,
        };
    }

    private static IEnumerable<JsonObject> Rows(KieShelf shelf) => shelf.Listed
        .Where(model => model.Tokens is null)
        .SelectMany(model => (PriceTag.Tiers(model) ?? [])
            .Select(tier => (Model: model, Tier: tier with { Credits = tier.Credits * (shelf.ChangeOf(model.Id)?.FeedFactor ?? 1) })))
        .Select((row, number) => Row(row.Model, row.Tier, number));

    private static JsonObject Row(KieModel model, WordTier tier, int number)
    {
        var credits = Text(tier.Credits);
        var unit = PriceTag.UnitOf(model) switch
        {
            WordUnit.Image => "per image",
            WordUnit.Second => "per second",
            WordUnit.Minute => "per minute",
            WordUnit.ThousandChars => "per 1000 characters",
            WordUnit.Request => number % 4 == 0 ? "per request " : "per request",
            _ => number % 9 == 0 ? "per vedio" : "per video",
        };
        var label = string.Join(
            ", ",
            [
                $"{(number % 11 == 0 ? " " : "")}{PriceTag.NameOf(model)}",
                .. tier.Tags.OrderBy(tag => tag.Key).Select(tag => tag.Key switch
                {
                    WordAxis.Seconds => $"{tag.Value}.0s",
                    WordAxis.Audio => number % 5 == 0 ? $"（{tag.Value} aiduo）" : $"{tag.Value} audio",
                    WordAxis.Video => $"{tag.Value} video input",
                    _ => tag.Value,
                }),
            ]);
        return new JsonObject
        {
            ["modelDescription"] = label,
            ["interfaceType"] = model.Output switch { "image" => "image", "video" => "video", _ => "music" },
            ["provider"] = model.Id.Split('/', '-')[0],
            ["creditPrice"] = number % 13 == 0 ? $"{credits} " : credits,
            ["creditUnit"] = number % 17 == 0 ? "" : unit,
            ["usdPrice"] = number % 19 == 0 ? Text(tier.Credits * 0.005m).Replace('.', ',') : Text(tier.Credits * 0.005m),
            ["falPrice"] = "",
            ["discountRate"] = 0,
            ["anchor"] = number % 5 < 2 ? "https://kie.ai/models" : $"https://kie.ai/models?model={Uri.EscapeDataString(model.Id)}",
            ["discountPrice"] = false,
        };
    }

    private static int NumberOf(JsonNode? node, int otherwise) =>
        int.TryParse(node?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
