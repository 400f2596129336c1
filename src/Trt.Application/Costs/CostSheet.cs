using System.Globalization;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Domain.Costs;

namespace Trt.Application.Costs;

/// <summary>The lines that are known at this moment, and the one way to write another.</summary>
internal sealed class CostSheet(ITrtDb db, Dictionary<SkuId, LineCost> lines, DateTimeOffset now)
{
    /// <summary>What each line of the card costs until now.</summary>
    public Dictionary<string, decimal> KnownOf(ModelCard card) => card.Prices.Skus.ToDictionary(
        sku => sku.Key, sku => Find(card, sku.Key)?.Credits ?? sku.Credits, StringComparer.Ordinal);

    public bool HasMoved(ListReading reading) =>
        reading.Lines is { } read && KnownOf(reading.Card) is var known && read.Any(line => line.Credits != known[line.Sku]);

    public bool IsFall(ModelCard card, SkuCredits line) => !IsByHand(card, line.Sku) && line.Credits < KnownOf(card)[line.Sku];

    public bool HasChangedSince(ModelCard card, DateTimeOffset moment) =>
        card.Prices.Skus.Any(sku => Find(card, sku.Key)?.TakenAt >= moment);

    public bool IsByHand(ModelCard card, string sku) => Find(card, sku)?.IsByHand == true;

    /// <summary>Whether the line says something else than what is known, or says for certain what was not.</summary>
    public bool IsNew(ModelCard card, SkuCredits line) => Find(card, line.Sku) is { } known
        ? known.Credits != line.Credits || known.ValidUntil != line.Until || known.IsByHand
        : card.Prices.Skus.Any(sku => sku.Key == line.Sku && (sku.IsOver || sku.Credits != line.Credits || sku.Until != line.Until));

    /// <summary>Where a person's word and the provider's differ; null when they agree.</summary>
    public string? Differing(ModelCard card, IReadOnlyList<SkuCredits> read) => read
        .Where(line => Find(card, line.Sku) is { IsByHand: true } own && own.Credits != line.Credits)
        .Select(line => $"{line.Sku}: {Text(Find(card, line.Sku)!.Credits)}, theirs {Text(line.Credits)}")
        .FirstOrDefault();

    public void Put(ModelCard card, SkuCredits line, CostSource source, DateTimeOffset seenAt, CostAct act)
    {
        var (id, before) = (new SkuId(card.Id, line.Sku), KnownOf(card)[line.Sku]);
        if (lines.TryGetValue(id, out var known))
        {
            known.Change(line, source, seenAt, act.Who, now);
        }
        else
        {
            lines.Add(id, LineCost.Of(card.Id, line, source, seenAt, act.Who, now));
            db.LineCosts.Add(lines[id]);
        }

        db.Audit.Add(AuditEntry.Of(act.Who, act.Action, SubjectOf(id), Text(before), Text(line.Credits), act.Reason, now));
    }

    public static string SubjectOf(SkuId id) => $"cost:{id}" is var subject && subject.Length > AuditEntry.SubjectLengthMax
        ? subject[..AuditEntry.SubjectLengthMax]
        : subject;

    public static string Text(decimal credits) => credits.ToString("0.######", CultureInfo.InvariantCulture);

    private LineCost? Find(ModelCard card, string sku) => lines.GetValueOrDefault(new SkuId(card.Id, sku));
}

/// <summary>Who changes what is known of costs, and why.</summary>
internal sealed record CostAct(string Who, string Action, string Reason);
