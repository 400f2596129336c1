using Microsoft.EntityFrameworkCore;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Outbox;

/// <summary>Work that was put aside after failing too often: looked at and started again by an operator.</summary>
public sealed class ParkedRows
{
    private const int ListedMax = 100;

    private readonly TrtDbContext _context;
    private readonly TimeProvider _time;

    internal ParkedRows(TrtDbContext context, TimeProvider time) => (_context, _time) = (context, time);

    public async Task<IReadOnlyList<ParkedRow>> List(CancellationToken token) => await _context.Outbox.AsNoTracking()
        .Where(row => row.ParkedAt != null)
        .OrderBy(row => row.ParkedAt)
        .Take(ListedMax)
        .Select(row => new ParkedRow(row.Id, row.Name, row.Key, row.Cid.Value, row.ParkedAt!.Value, row.LastError ?? ""))
        .ToListAsync(token);

    /// <param name="id">Null starts all of them again.</param>
    /// <returns>How many.</returns>
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

public sealed record ParkedRow(Guid Id, string Name, string Key, string Cid, DateTimeOffset ParkedAt, string Error);
