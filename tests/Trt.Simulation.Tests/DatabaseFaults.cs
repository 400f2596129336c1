using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Trt.Application.Later;

namespace Trt.Simulation.Tests;

/// <summary>
/// Stands between the shop and its database: away, a commit that had no effect, one whose answer was lost, a process that ends right
/// before or after one. A dead process finds no database at all.
/// </summary>
internal sealed class DatabaseFaults(Neighbourhood here) : IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData data, InterceptionResult result, CancellationToken token)
    {
        if (Flow.Current is { } flow)
        {
            flow.ThrowIfDead();
            FailIf(Fault.DatabaseAway, flow);
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData data, InterceptionResult result, CancellationToken token)
    {
        if (Flow.Current is { } flow)
        {
            DieIf(Fault.KillBeforeCommit, flow);
            FailIf(Fault.CommitLost, flow);
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken token)
    {
        if (Flow.Current is { } flow)
        {
            DieIf(Fault.KillAfterCommit, flow);
            FailIf(Fault.CommitUnknown, flow);
        }

        return Task.CompletedTask;
    }

    private void FailIf(Fault fault, Flow flow)
    {
        if (here.World.Draw(fault))
        {
            Excuse(flow);
            throw new NpgsqlException($"simulated: {fault}");
        }
    }

    private void DieIf(Fault fault, Flow flow)
    {
        if (here.World.Draw(fault))
        {
            Excuse(flow);
            flow.Die();
            throw new KilledException();
        }
    }

    private void Excuse(Flow flow)
    {
        here.World.AlertExcuses += flow.Name == nameof(Lane.Operators) ? 1 : 0;
        flow.Excuse();
    }
}
