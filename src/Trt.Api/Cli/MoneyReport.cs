using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Application.Ports;
using Trt.Application.Upkeep;

namespace Trt.Api.Cli;

/// <summary>The proof of money as an operator reads it, and as a program does.</summary>
internal static class MoneyReport
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(MoneyProof proof)
    {
        var report = new StringBuilder();
        var (findings, figures) = (proof.Findings, proof.Findings.Figures);
        Line(
            report,
            $"Money on {proof.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {figures.Wallets} wallets, {figures.Entries} ledger entries, read in {proof.Took.TotalSeconds:0.0} s.");
        Line(report, $"");
        Line(
            report,
            $"  came in   {figures.CameIn}   = deposits {figures.Deposited} + bonuses {figures.Granted} + adjustments {figures.Adjusted}");
        Line(
            report,
            $"  is now    {figures.IsThere}   = available {figures.Available} + reserved {figures.Reserved} + spent {figures.Spent} + paid back {figures.Withdrawn}");
        Line(report, $"");
        foreach (var rule in findings.Rules)
        {
            Add(report, rule);
        }

        Line(report, $"");
        Add(report, findings.Limbo, proof.At);
        var differences = findings.DifferenceCount == 1 ? "difference" : "differences";
        report.AppendLine(
            findings.Agrees ? "Everything agrees." : FormattableString.Invariant($"{findings.DifferenceCount} {differences}."));
        return report.ToString();
    }

    public static string Json(MoneyProof proof)
    {
        var (findings, figures) = (proof.Findings, proof.Findings.Figures);
        return new JsonObject
        {
            ["at"] = proof.At.UtcDateTime,
            ["tookMs"] = Math.Round(proof.Took.TotalMilliseconds),
            ["agrees"] = proof.Agrees,
            ["differences"] = findings.DifferenceCount,
            ["figures"] = new JsonObject
            {
                ["wallets"] = figures.Wallets,
                ["entries"] = figures.Entries,
                ["deposited"] = figures.Deposited.Kopecks,
                ["granted"] = figures.Granted.Kopecks,
                ["adjusted"] = figures.Adjusted.Kopecks,
                ["available"] = figures.Available.Kopecks,
                ["reserved"] = figures.Reserved.Kopecks,
                ["spent"] = figures.Spent.Kopecks,
                ["withdrawn"] = figures.Withdrawn.Kopecks,
            },
            ["rules"] = new JsonArray([.. findings.Rules.Select(rule => (JsonNode)new JsonObject
            {
                ["rule"] = rule.Rule.ToString(),
                ["promise"] = rule.Rule.Promise(),
                ["differences"] = rule.Count,
                ["listed"] = new JsonArray([.. rule.Listed.Select(difference => (JsonNode)new JsonObject
                {
                    ["subject"] = difference.Subject,
                    ["expected"] = difference.Expected,
                    ["found"] = difference.Found,
                })]),
            })]),
            ["limbo"] = new JsonObject
            {
                ["orders"] = findings.Limbo.Orders,
                ["held"] = findings.Limbo.Held.Kopecks,
                ["oldest"] = new JsonArray([.. findings.Limbo.Oldest.Select(order => (JsonNode)new JsonObject
                {
                    ["order"] = order.Order.ToString(),
                    ["customer"] = order.Customer.Value,
                    ["status"] = order.Status.ToString(),
                    ["held"] = order.Held.Kopecks,
                    ["since"] = order.Since.UtcDateTime,
                })]),
            },
        }.ToJsonString(Indented) + Environment.NewLine;
    }

    private static void Add(StringBuilder report, RuleFinding rule)
    {
        Line(report, $"  {(rule.Count == 0 ? "ok" : rule.Count),6}  {rule.Rule.Promise()}");
        foreach (var difference in rule.Listed)
        {
            Line(report, $"            {difference.Describe()}");
        }

        if (rule.Count > rule.Listed.Count)
        {
            Line(report, $"            … and {rule.Count - rule.Listed.Count} more (--list shows more)");
        }

        if (rule.Count > 0)
        {
            Line(report, $"            → {rule.Rule.Advice()}");
        }
    }

    private static void Add(StringBuilder report, Limbo limbo, DateTimeOffset now)
    {
        if (limbo.Orders == 0)
        {
            return;
        }

        Line(
            report,
            $"In limbo (open for over {ProveMoney.LimboAfter.TotalHours:0} h, or uncertain; not an error): {limbo.Orders} {(limbo.Orders == 1 ? "order" : "orders")}, {limbo.Held}");
        foreach (var order in limbo.Oldest)
        {
            Line(
                report,
                $"            order {order.Order} of customer {order.Customer}: {order.Held}, {Answer.Word(order.Status)}, {(now - order.Since).TotalHours:0.0} h");
        }

        if (limbo.Orders > limbo.Oldest.Count)
        {
            Line(report, $"            … and {limbo.Orders - limbo.Oldest.Count} more (--list shows more)");
        }

        Line(
            report,
            $"            → Look for parked work (outbox): it holds such orders. An uncertain one gives the money back at its deadline.");
    }

    private static void Line(StringBuilder report, FormattableString text) =>
        report.AppendLine(text.ToString(CultureInfo.InvariantCulture));
}
