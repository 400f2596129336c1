using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Upkeep;

/// <summary>The proof of money, every day and soon after each start. Operators hear of it when the books do not agree.</summary>
public sealed record ProveMoneyDaily : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "daily";
}

internal sealed partial class ProveMoneyDailyHandler(
    IMoneyAudit audit, ITrtDb db, IOutbox outbox, TimeProvider time, ILogger<ProveMoneyDailyHandler> logger)
    : IRequestHandler<ProveMoneyDaily, LaterOutcome>
{
    /// <summary>An alert is read on a phone; the command line shows the rest.</summary>
    private const int ToldMax = 3;

    public async Task<LaterOutcome> Handle(ProveMoneyDaily command, CancellationToken token)
    {
        var (now, started) = (time.GetUtcNow(), time.GetTimestamp());
        var findings = await audit.Examine(now - ProveMoney.LimboAfter, ToldMax, token);
        Show(findings, now);
        var (figures, milliseconds) = (findings.Figures, time.GetElapsedTime(started).TotalMilliseconds);
        if (findings.Agrees)
        {
            await End(now, token);
            Proven(figures.Wallets, figures.Entries, findings.Limbo.Orders, findings.Limbo.Held, milliseconds);
        }
        else
        {
            Differs(findings.DifferenceCount, figures.Wallets, figures.Entries, findings.Limbo.Orders, milliseconds);
            await Alert(findings, now, token);
        }

        return LaterOutcome.After(ProveMoneyDaily.Period);
    }

    private static void Show(MoneyFindings findings, DateTimeOffset at)
    {
        Telemetry.MoneyDifferences.Record(findings.DifferenceCount);
        Telemetry.MoneyLimboOrders.Record(findings.Limbo.Orders);
        Telemetry.MoneyLimboKopecks.Record(findings.Limbo.Held.Kopecks);
        Telemetry.MoneyProvenAt.Record(at.ToUnixTimeSeconds());
    }

    private async Task Alert(MoneyFindings findings, DateTimeOffset now, CancellationToken token)
    {
        var broken = findings.Rules.Where(rule => rule.Count > 0).Select(rule => new Matter.BrokenRule(
            rule.Rule, rule.Count, [.. rule.Listed.Select(difference => difference.Describe())]));
        await using var work = await db.Begin(token);
        outbox.Add(new TellOperators(new Matter.BooksDiffer([.. broken])), Cid.New(now));
        await work.Commit(token);
    }

    private async Task End(DateTimeOffset now, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.OperatorMatters.AnyAsync(
            standing => standing.Subject == Matter.BooksDiffer.Name && standing.OverAt == null, token))
        {
            outbox.Add(new EndMatter(Matter.BooksDiffer.Name), Cid.New(now));
            await work.Commit(token);
        }
    }

    [LoggerMessage(EventId = 110, EventName = "MONEY_PROVEN", Level = LogLevel.Information,
        Message = "MONEY_PROVEN {Wallets} wallets, {Entries} entries agree; in limbo {Orders} orders with {Held}; {Milliseconds:0} ms")]
    private partial void Proven(long wallets, long entries, long orders, Money held, double milliseconds);

    [LoggerMessage(EventId = 111, EventName = "MONEY_DIFFERS", Level = LogLevel.Critical,
        Message = "MONEY_DIFFERS {Differences} differences in {Wallets} wallets, {Entries} entries; in limbo {Orders} orders; {Milliseconds:0} ms")]
    private partial void Differs(long differences, long wallets, long entries, long orders, double milliseconds);
}
