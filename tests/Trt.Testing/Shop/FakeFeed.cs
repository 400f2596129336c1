using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;

namespace Trt.Testing.Shop;

/// <summary>The public price page as the test writes it. Until it writes one, there is none.</summary>
public sealed class FakeFeed : IPriceFeed
{
    private readonly Dictionary<string, IReadOnlyList<PriceRow>> _rows = new(StringComparer.Ordinal);

    /// <summary>What comes instead of the page.</summary>
    public FeedAnswer? Instead { get; set; } = new FeedAnswer.TryLater("there is no page yet");

    public int Asked { get; private set; }

    /// <summary>The card's own prices as a person would type them, each so many times as high.</summary>
    public void Put(ModelCard card, decimal factor)
    {
        Instead = null;
        _rows[card.SendAs!] =
        [
            .. card.Prices.Skus.Select(sku => new PriceRow(
                $"{card.SendAs}{string.Concat(sku.When.Values.Select(value => $", {value}"))}", card.SendAs, "image",
                Text(sku.Credits * factor), "per image", Text(sku.Credits * factor * 0.005m))),
        ];
    }

    public Task<FeedAnswer> Read(CancellationToken token)
    {
        Asked++;
        return Task.FromResult(Instead ?? new FeedAnswer.Complete([.. _rows.Values.SelectMany(rows => rows)]));
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
