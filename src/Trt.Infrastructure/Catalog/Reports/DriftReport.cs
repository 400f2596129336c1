using System.Globalization;
using System.Text;

namespace Trt.Infrastructure.Catalog.Reports;

/// <param name="IsSafe">
/// Wider choices, limits and prices can follow the facts; ids, outputs, types and required inputs need thought.
/// </param>
public sealed record DriftChange(bool IsSafe, string What);

/// <param name="Fingerprint">For the card's "reviewed", once somebody has looked; null when the facts lack the model.</param>
public sealed record ModelDrift(string Id, string? Fingerprint, bool IsLocked, IReadOnlyList<DriftChange> Changes)
{
    public bool IsUnsafe => Changes.Any(change => !change.IsSafe);
}

public sealed record DriftReport(IReadOnlyList<ModelDrift> Models, int Compared)
{
    /// <summary>Locked cards are reported, but nobody has to act.</summary>
    public bool NeedsAttention => Models.Any(model => !model.IsLocked);

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# Catalog against facts\n\n{Compared} models compared, {Models.Count} differ from what was reviewed.\n");
        Section("Unsafe: look before anything changes", Models.Where(model => model is { IsLocked: false, IsUnsafe: true }));
        Section("Safe: the card can follow", Models.Where(model => model is { IsLocked: false, IsUnsafe: false, Changes.Count: > 0 }));
        Section("Nothing the card depends on", Models.Where(model => model is { IsLocked: false, Changes.Count: 0 }));
        Section("Locked: for information", Models.Where(model => model.IsLocked));
        return text.ToString();

        void Section(string title, IEnumerable<ModelDrift> models)
        {
            var all = models.ToArray();
            if (all.Length == 0)
            {
                return;
            }

            text.Append(CultureInfo.InvariantCulture, $"\n## {title} ({all.Length})\n");
            foreach (var model in all)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {model.Id}\n\n");
                foreach (var change in model.Changes)
                {
                    text.Append(CultureInfo.InvariantCulture, $"- {(change.IsSafe ? "safe" : "**unsafe**")}: {change.What}\n");
                }

                if (model.Fingerprint is { } fingerprint)
                {
                    text.Append(CultureInfo.InvariantCulture, $"- when reviewed: `\"reviewed\": \"{fingerprint}\"`\n");
                }
            }
        }
    }
}
