using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Reports;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Health;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>How one day was, and what waits for a hand now.</summary>
internal sealed class DigestReader(ITrtDb db, IReports reports, ShopOptions options)
{
    public async Task<DigestNotice> Read(UserId hearer, DateOnly day, CancellationToken token)
    {
        var (from, before) = (options.StartOf(day), options.StartOf(day.AddDays(1)));
        var sales = (await reports.Margins(from, options.DayOffset, token)).Where(figure => figure.Day == day).ToList();
        return new DigestNotice(
            hearer,
            await db.LanguageOf(hearer, token),
            day,
            await reports.Day(from, before, token),
            sales.Aggregate(Money.Zero, (sum, figure) => sum + figure.Taken),
            sales.Aggregate(Money.Zero, (sum, figure) => sum + figure.Cost),
            await Waiting(token));
    }

    private async Task<WaitingForHands> Waiting(CancellationToken token) => new(
        await db.Payments.CountAsync(payment => payment.Status == PaymentStatus.InReview, token),
        await db.ModelCosts.CountAsync(cost => cost.Halt != null, token)
        + await db.ModelContracts.CountAsync(contract => contract.OffSale != null, token)
        + await db.ModelHealth.CountAsync(health => health.State == HealthState.Gone && health.Hand == null, token),
        await db.ParkedUpdates.CountAsync(token),
        await db.CountParked(name: null, token),
        (await db.OperatorMatters.AsNoTracking().Where(standing => standing.OverAt == null).ToListAsync(token))
            .Count(standing => standing.Matter is { Lasts: true, EndsQuietly: false } and not (Matter.UpdateParked or Matter.WorkParked)));
}
