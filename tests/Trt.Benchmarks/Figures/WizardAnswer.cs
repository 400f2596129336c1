using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Benchmarks.Operations;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P2: people answer the question of the wizard in writing. The shop takes the message over the webhook, locks their draft, checks and
/// saves the answer, lays out the next question and commits to the disk; pgbench inserts and commits one row.
/// </summary>
internal static class WizardAnswer
{
    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        var answers = new WizardAnswers(street.Postgres, street.ShopTables);
        await answers.Lay(plan, token);
        var inserts = await street.OneRowInserts(plan, token);
        await using var shop = await street.OpenShop(token);
        var (ours, reference) = await answers.Take(shop, inserts, plan, token);
        return
        [
            Versus.Of(
                "P2", "wizard answer to saved draft, over HTTP, vs one-row insert", "tx/s", Bound.AtLeast(0.35, goal: 0.6), "answer", ours,
                reference),
        ];
    }
}
