using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trt.Application;
using Trt.Application.Later;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>Work for later, in the same transaction as its decision.</summary>
internal sealed partial class TrtDb
{
    private int _rows;

    public void Add(ILaterCommand command, Cid cid, TimeSpan? after = null)
    {
        var now = time.GetUtcNow();
        context.Outbox.Add(new OutboxRow
        {
            Id = NextRowId(now),
            Lane = command.Lane,
            UserId = command.UserId,
            Name = LaterCommands.NameOf(command),
            Key = command.Key,
            Payload = OutboxJson.Write(command),
            Cid = cid,
            DueAt = now + (after ?? TimeSpan.Zero),
        });
        if (after is null or { Ticks: 0 })
        {
            _woken.Add(command.Lane);
        }
    }

    /// <summary>
    /// What is added in one moment keeps its order, as messages to one chat must: the counter stands right behind the time, where chance
    /// would stand otherwise.
    /// </summary>
    private Guid NextRowId(DateTimeOffset now)
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(id, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | (_rows++ & 0xFFF)));
        return new Guid(id, bigEndian: true);
    }

    /// <summary>
    /// Its id follows from its name, so that all instances mean the same row. A start also gives parked work another chance.
    /// </summary>
    public Task Keep(ILaterCommand command, TimeSpan within, CancellationToken token)
    {
        var (name, due) = (LaterCommands.NameOf(command), time.GetUtcNow().ToUniversalTime() + within);
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"standing:{name}")).AsSpan(0, 16));
        return context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox (id, lane, user_id, name, key, payload, cid, due_at, attempts)
            VALUES ({id}, {command.Lane.ToString()}, {command.UserId.Value}, {name}, {command.Key}, {OutboxJson.Write(command)}::jsonb,
                {Cid.New(time.GetUtcNow()).Value}, {due}, 0)
            ON CONFLICT (id) DO UPDATE SET due_at = least(outbox.due_at, excluded.due_at), parked_at = NULL, attempts = 0
            """,
            token);
    }

    /// <summary>A row in work is hurried too: it may have looked a moment too early, and comes back at once then.</summary>
    public async Task Hurry(ILaterCommand command, CancellationToken token)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET due_at = {now}
            WHERE key = {command.Key} AND name = {LaterCommands.NameOf(command)} AND parked_at IS NULL
              AND (due_at > {now} OR leased_until >= {now})
            """,
            token);
        _woken.Add(command.Lane);
    }

    public async Task Ensure(ILaterCommand command, Cid cid, CancellationToken token)
    {
        var name = LaterCommands.NameOf(command);
        var now = time.GetUtcNow().ToUniversalTime();
        await LockName($"{name} {command.Key}", token);
        // A row that is being worked on may have looked a moment too early, so it does not count.
        var waiting = await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET due_at = least(due_at, {now})
            WHERE key = {command.Key} AND name = {name} AND parked_at IS NULL AND (leased_until IS NULL OR leased_until < {now})
            """,
            token);
        if (waiting == 0)
        {
            Add(command, cid);
        }

        _woken.Add(command.Lane);
    }
}
