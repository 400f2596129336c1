using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;

namespace Trt.Infrastructure.Persistence;

/// <summary>The aggregates and the outbox of one scope: what is decided in it is saved in one transaction.</summary>
internal sealed partial class TrtDb(TrtDbContext context, UpdateUnderway update, OutboxBell bell, TimeProvider time) : ITrtDb, IOutbox
{
    private readonly HashSet<Lane> _woken = [];

    public async Task<IUnitOfWork> Begin(CancellationToken token) =>
        new UnitOfWork(this, await context.Database.BeginTransactionAsync(token));

    public async Task<IAsyncDisposable> BeginSnapshot(CancellationToken token) =>
        await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);

    public int Commits { get; private set; }

    public bool IsOutrun(Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState
            is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation,
        _ => failure.InnerException is { } inner && IsOutrun(inner),
    };

    public bool IsAway(Exception failure) => Database.IsAway(failure);

    public void Forget()
    {
        context.ChangeTracker.Clear();
        _woken.Clear();
    }

    private sealed class UnitOfWork(TrtDb db, IDbContextTransaction transaction) : IUnitOfWork
    {
        public async Task Commit(CancellationToken token)
        {
            db.StageUpdate();
            try
            {
                await db.Context.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ProcessedUpdate.PrimaryKey,
            })
            {
                throw new DuplicateUpdateException(db.UpdateId);
            }

            db.Commits++;
            db.Wake();
        }

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }

    private long UpdateId => update.Id ?? 0;

    private TrtDbContext Context => context;

    private void StageUpdate()
    {
        if (update.Id is { } id)
        {
            context.ProcessedUpdates.Add(new ProcessedUpdate { UpdateId = id, At = time.GetUtcNow() });
        }
    }

    private void Wake()
    {
        foreach (var lane in _woken)
        {
            bell.Ring(lane);
        }

        _woken.Clear();
        update.Saved();
    }
}
