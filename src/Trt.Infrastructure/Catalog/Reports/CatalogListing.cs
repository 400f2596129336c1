using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>All models with status and price, for people and for programs.</summary>
public static class CatalogListing
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToText(ModelCatalog catalog, PriceTerms terms)
    {
        var width = catalog.Cards.Max(card => card.Id.Value.Length);
        return string.Join('\n', catalog.Cards.Select(card => string.Create(
            CultureInfo.InvariantCulture,
            $"{card.Id.Value.PadRight(width)}  {card.Status.Word(),-18}  {Price(card, terms),-18}  {card.StatusReason ?? (card.IsSlow ? "slow at the moment, or just back" : "")}").TrimEnd()));
    }

    /// <param name="source">Where the terms come from.</param>
    public static string ToJson(ModelCatalog catalog, PriceTerms terms, string? source = null) => JsonSerializer.Serialize(
        new
        {
            catalog.Version,
            Terms = new { Source = source, terms.RublesPerUsd, terms.Markup },
            Models = catalog.Cards.Select(card => new
            {
                Id = card.Id.Value,
                Title = card.Title.En,
                card.Maker,
                Type = card.Type.Word(),
                Status = card.Status.Word(),
                card.StatusReason,
                card.IsSlow,
                card.RestsSince,
                card.IsFree,
                FromKopecks = card.Prices.From(terms)?.Kopecks,
            }),
        },
        Json);

    private static string Price(ModelCard card, PriceTerms terms) =>
        (card.IsWhollyFree ? "free, then " : card.IsFree ? "partly free, " : "")
        + (card.Prices.From(terms) is { } from ? $"{from}" : "no price");
}
