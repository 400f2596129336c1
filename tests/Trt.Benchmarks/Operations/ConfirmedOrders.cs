using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>People confirm the order that waits for them, each once.</summary>
internal sealed class ConfirmedOrders(BenchPostgres postgres, NpgsqlDataSource tables) : Operation(postgres, tables)
{
    private readonly ConfirmTables _people = new(tables);
    private long _next = ConfirmTables.FirstPerson;

    public override async Task Lay(Plan plan, CancellationToken token)
    {
        await _people.Fill(People(plan.WarmUp) + (People(plan.Window) * plan.Rounds), token);
        await _people.PauseChat(token);
    }

    public override async Task<Sample> Round(ServerUnderTest shop, TimeSpan time, CancellationToken token)
    {
        var (first, people) = (_next, People(time));
        _next += people;
        Arrive(shop, first, people);
        return await Counted(
            shop,
            () => new ClosedLoop(shop.Port, Clients).Run(new ConfirmPresses(first, people), Answered, time),
            "confirmed orders",
            () => _people.Reserved(first, people, token),
            token);
    }
}
