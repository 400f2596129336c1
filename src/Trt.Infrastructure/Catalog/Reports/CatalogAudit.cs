using System.Globalization;
using System.Text;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>The catalog in numbers, and what waits for somebody.</summary>
public static class CatalogAudit
{
    public static string ToText(ModelCatalog catalog)
    {
        var text = new StringBuilder();
        var offered = catalog.Cards.Count(card => card.IsOffered);
        text.Append(CultureInfo.InvariantCulture, $"catalog {catalog.Version}: {catalog.Cards.Count} models, {offered} offered\n");
        Count("status", card => card.Status.ToString());
        Count("output", card => card.Output.ToString());
        Count("family", card => card.Family.ToString());
        Count("maker", card => card.Maker);
        Count("type", card => card.Type.ToString());
        var waiting = catalog.Cards.Where(card => !card.IsOffered).GroupBy(card => (card.Status, card.StatusReason));
        foreach (var group in waiting.OrderBy(group => group.Key.Status))
        {
            var ids = string.Join(", ", group.Select(card => card.Id));
            text.Append(CultureInfo.InvariantCulture, $"\n{group.Key.Status}: {group.Key.StatusReason}\n  {ids}\n");
        }

        return text.ToString().TrimEnd();

        void Count(string title, Func<ModelCard, string> part)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nby {title} (offered / all)\n");
            var groups = catalog.Cards.GroupBy(part).OrderByDescending(group => group.Count());
            foreach (var group in groups.ThenBy(group => group.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {group.Count(card => card.IsOffered),3} / {group.Count(),3}  {group.Key}\n");
            }
        }
    }
}
