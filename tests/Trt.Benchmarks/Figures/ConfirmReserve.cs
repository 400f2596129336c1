using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Benchmarks.Operations;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P3: people confirm an order that is filled in. The shop takes the press over HTTP, sets the money aside, queues the work, commits to the
/// disk and answers; pgbench sends the statements of one order to the same server without a shop around them.
/// </summary>
internal static class ConfirmReserve
{
    private const int Clients = Operation.Clients;

    // More than pgbench can serve in a second.
    private const int PgbenchPeoplePerSecond = 1200 * Clients;

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        var orders = new ConfirmedOrders(street.Postgres, street.ShopTables);
        await orders.Lay(plan, token);
        var share = (int)plan.Window.TotalSeconds * PgbenchPeoplePerSecond / Clients;
        await new ConfirmTables(street.ReferenceTables).Fill(share * Clients * (plan.Rounds + 1), token);
        var pgbench = await street.Reference("confirm.sql", token);

        await using var shop = await street.OpenShop(token);
        var (ours, reference) = await orders.Take(shop, Statements, plan, token);
        return
        [
            Versus.Of("P3", "confirm to reserved, over HTTP, vs pgbench", "tx/s", Bound.AtLeast(0.75, goal: 1.2), "order", ours, reference),
        ];

        async Task<Sample> Statements(int round)
        {
            await street.ReferenceTables.Checkpoint(token);
            var first = ConfirmTables.FirstPerson - 1 + ((long)round * share * Clients);
            return await Sample.Under(street.Postgres, () => pgbench.Run(Clients, plan.Window, first, share, token));
        }
    }
}
