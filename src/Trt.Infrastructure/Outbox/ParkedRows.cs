using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>Work that waits, and work that was put aside: looked at, put aside and started again by an operator.</summary>
public sealed class ParkedRows : IParkedWork
{
    private const int ListedMax = 100;

    private readonly TrtDbContext _context;
    private readonly TimeProvider _time;

    internal ParkedRows(TrtDbContext context, TimeProvider time) => (_context, _time) = (context, time);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ParkedRow>> List(CancellationToken token) => await _context.Outbox.AsNoTracking()
        .Where(row => row.ParkedAt != null)
        .OrderBy(row => row.ParkedAt)
        .Take(ListedMax)
        .Select(row => new ParkedRow(row.Id, row.Name, row.Key, row.Cid.Value, row.ParkedAt!.Value, row.LastError ?? ""))
        .ToListAsync(token);

    /// <summary>What is not put aside, the next to come first.</summary>
    public async Task<IReadOnlyList<WaitingRow>> Waiting(CancellationToken token) => await _context.Outbox.AsNoTracking()
        .Where(row => row.ParkedAt == null)
        .OrderBy(row => row.DueAt)
        .Take(ListedMax)
        .Select(row => new WaitingRow(
            row.Id, row.Lane.ToString(), row.Name, row.Key, row.Cid.Value, row.DueAt, row.Attempts, row.LastError))
        .ToListAsync(token);

    /// <summary>Everything that this reference has left in the outbox.</summary>
    public async Task<IReadOnlyList<ChainRow>> Of(Cid cid, CancellationToken token) => await _context.Outbox.AsNoTracking()
        .Where(row => row.Cid == cid)
        .OrderBy(row => row.DueAt)
        .Select(row => new ChainRow(row.Id, row.Name, row.DueAt, row.ParkedAt, row.Attempts, row.LastError))
        .ToListAsync(token);

    /// <inheritdoc/>
    public async Task<bool> Park(Guid id, string reason, CancellationToken token)
    {
        var now = _time.GetUtcNow().ToUniversalTime();
        return await _context.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET parked_at = {now}, last_error = {reason} WHERE id = {id} AND parked_at IS NULL",
            token) == 1;
    }

    /// <inheritdoc/>
    public Task<int> Replay(Guid? id, CancellationToken token)
    {
        var now = _time.GetUtcNow().ToUniversalTime();
        return _context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET parked_at = NULL, attempts = 0, due_at = {now}
            WHERE parked_at IS NOT NULL AND ({id}::uuid IS NULL OR id = {id})
            """,
            token);
    }
}

public sealed record WaitingRow(
    Guid Id, string Lane, string Name, string Key, string Cid, DateTimeOffset DueAt, int Attempts, string? Error);

public sealed record ChainRow(Guid Id, string Name, DateTimeOffset DueAt, DateTimeOffset? ParkedAt, int Attempts, string? Error);
