using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>A shop and its reference, round after round.</summary>
internal static class Turns
{
    private const long RowsOfAClient = 1_000_000_000;

    /// <param name="reference">One round of it, with its number; the warm-up is number 0.</param>
    public static async Task<(List<Sample> Shop, List<Sample> Reference)> Take(
        this Operation operation, ServerUnderTest shop, Func<int, Task<Sample>> reference, Plan plan, CancellationToken token)
    {
        await operation.Round(shop, plan.WarmUp, token);
        await reference(0);
        var (ours, others) = (new List<Sample>(), new List<Sample>());
        for (var round = 1; round <= plan.Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            ours.Add(await operation.Round(shop, plan.Window, token));
            others.Add(await reference(round));
        }

        return (ours, others);
    }

    /// <summary>One row and a commit, by as many clients as the shop has.</summary>
    public static async Task<Func<int, Task<Sample>>> OneRowInserts(this Street street, Plan plan, CancellationToken token)
    {
        var pgbench = await street.Reference("insert.sql", token);
        return async round =>
        {
            await street.ReferenceTables.Checkpoint(token);
            var first = round * RowsOfAClient * Operation.Clients;
            return await Sample.Under(street.Postgres, () => pgbench.Run(Operation.Clients, plan.Window, first, RowsOfAClient, token));
        };
    }
}
