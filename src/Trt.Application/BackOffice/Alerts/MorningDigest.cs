using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>Each morning, by their own clocks, those who hear alerts read how yesterday was and what waits for a hand.</summary>
public sealed record MorningDigest : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    public const int FromHour = 9;

    /// <summary>Whoever was away all morning reads the next one.</summary>
    public const int BeforeHour = 12;

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "digest";
}

internal sealed class MorningDigestHandler(ITrtDb db, IOutbox outbox, Operators operators, ShopOptions options, TimeProvider time)
    : IRequestHandler<MorningDigest, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(MorningDigest command, CancellationToken token)
    {
        var hearers = await operators.WhoMay(AdminAct.HearAlerts, token);
        var clocks = await db.Users.AsNoTracking()
            .Where(user => hearers.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.UtcOffsetMinutes, token);
        foreach (var hearer in hearers)
        {
            var offset = clocks.GetValueOrDefault(hearer) is { } minutes ? TimeSpan.FromMinutes(minutes) : options.DayOffset;
            var local = time.GetUtcNow().ToOffset(offset);
            if (local.Hour is >= MorningDigest.FromHour and < MorningDigest.BeforeHour)
            {
                await Send(new OperatorDigest(hearer, DateOnly.FromDateTime(local.DateTime)), token);
            }
        }

        return LaterOutcome.After(MorningDigest.Period);
    }

    private async Task Send(OperatorDigest digest, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.OperatorDigests.AnyAsync(sent => sent.UserId == digest.UserId && sent.Day == digest.Day, token))
        {
            return;
        }

        var now = time.GetUtcNow();
        db.OperatorDigests.Add(digest);
        outbox.Add(new TellDigest(digest.UserId, options.DayOf(now).AddDays(-1)), Cid.New(now));
        await work.Commit(token);
    }
}
