using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Messenger;

/// <summary>
/// Holds our payments against the messenger's own book of Stars. A sale that never reached us is credited, a refund that never reached us
/// is booked; what we cannot mend ourselves is told to the operator.
/// </summary>
/// <param name="Since">How far back; null = everything the messenger remembers.</param>
public sealed record ReconcileStars(DateTimeOffset? Since, Cid Cid) : IRequest<StarsReport>;

/// <param name="IsComplete">False when the messenger stopped answering: what was not seen is not judged.</param>
public sealed record StarsReport(
    int Sales, int Refunds, int Credited, int RefundsBooked, bool IsComplete, IReadOnlyList<string> Differences);

internal sealed class ReconcileStarsHandler(ITrtDb db, IOutbox outbox, IStars stars, IMediator mediator, TimeProvider time)
    : IRequestHandler<ReconcileStars, StarsReport>
{
    /// <summary>What has just happened may still be on its way to us as an update.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>A million movements; past this the report says that it is not complete.</summary>
    private const int PagesMax = 10_000;

    private const int ListedMax = 50;

    public async Task<StarsReport> Handle(ReconcileStars request, CancellationToken token)
    {
        var until = time.GetUtcNow() - Grace;
        var tally = new Tally();
        for (var (page, offset) = (0, 0); page < PagesMax; page++)
        {
            if (await stars.Read(offset, token) is not { } read)
            {
                break;
            }

            await Judge(
                [.. read.Movements.Where(movement => movement.At <= until && movement.At >= (request.Since ?? DateTimeOffset.MinValue))],
                tally, request.Cid, token);
            offset += read.Rows;
            if (read.Rows == 0 || IsPast(read.Movements, request.Since))
            {
                tally.IsComplete = true;
                break;
            }
        }

        if (tally.IsComplete)
        {
            await FindUnknownToMessenger(request.Since, until, tally, token);
        }

        await Alert(tally, request.Cid, token);
        return new StarsReport(tally.Sales, tally.Refunds, tally.Credited, tally.RefundsBooked, tally.IsComplete, tally.Differences);
    }

    /// <summary>Newest first, and older than asked for: nothing of interest follows.</summary>
    private static bool IsPast(IReadOnlyList<StarsMovement> movements, DateTimeOffset? since) =>
        movements is [var first, .., var last] && first.At > last.At && last.At < since;

    private async Task Judge(IReadOnlyList<StarsMovement> movements, Tally tally, Cid cid, CancellationToken token)
    {
        var charges = movements.Select(movement => movement.ChargeId).Distinct().ToList();
        var known = await db.Payments.AsNoTracking()
            .Where(payment => payment.Method == PaymentMethod.Stars && charges.Contains(payment.ChargeId!))
            .ToDictionaryAsync(payment => payment.ChargeId!, token);
        foreach (var movement in movements)
        {
            tally.Seen.Add(movement.ChargeId);
            if (movement.IsRefund)
            {
                await JudgeRefund(movement, known.GetValueOrDefault(movement.ChargeId), tally, cid, token);
            }
            else
            {
                await JudgeSale(movement, known.GetValueOrDefault(movement.ChargeId), tally, cid, token);
            }
        }
    }

    private async Task JudgeSale(StarsMovement sale, Payment? payment, Tally tally, Cid cid, CancellationToken token)
    {
        tally.Sales++;
        if (payment is not null)
        {
            if (payment.Price != sale.Price || payment.UserId != sale.Payer)
            {
                tally.Add(
                    $"charge {sale.ChargeId}: customer {sale.Payer} paid {sale.Price}, our payment {payment.Id} says {payment.Price} of customer {payment.UserId}");
            }

            return;
        }

        var id = PaymentId.Parse(sale.Payload);
        if (id is null || !await db.Payments.AnyAsync(asked => asked.Id == id && asked.UserId == sale.Payer, token))
        {
            tally.Add($"charge {sale.ChargeId}: customer {sale.Payer} paid {sale.Price}, and no payment of ours was asked of them");
            return;
        }

        if (await mediator.Send(
            new TakePayment(sale.Payer, sale.Price, sale.Payload, sale.ChargeId, null, cid), token) == TakeOutcome.Credited)
        {
            tally.Credited++;
        }
    }

    private async Task JudgeRefund(StarsMovement refund, Payment? payment, Tally tally, Cid cid, CancellationToken token)
    {
        tally.Refunds++;
        if (payment is not { Status: PaymentStatus.Refunded }
            && await mediator.Send(new NoteRefund(refund.Payer, refund.Price, refund.ChargeId, cid), token) == NoteRefundOutcome.Booked)
        {
            tally.RefundsBooked++;
        }
    }

    private async Task FindUnknownToMessenger(DateTimeOffset? since, DateTimeOffset until, Tally tally, CancellationToken token)
    {
        var (from, to) = ((since ?? DateTimeOffset.MinValue).ToUniversalTime(), until.ToUniversalTime());
        var credited = db.Payments.AsNoTracking()
            .Where(payment => payment.Method == PaymentMethod.Stars && payment.CreditedAt > from && payment.CreditedAt <= to)
            .Select(payment => new { payment.Id, payment.ChargeId, payment.UserId, payment.Amount })
            .AsAsyncEnumerable();
        await foreach (var payment in credited.WithCancellation(token))
        {
            if (!tally.Seen.Contains(payment.ChargeId!))
            {
                tally.Add(
                    $"payment {payment.Id}: {payment.Amount} was credited to customer {payment.UserId}, and the messenger knows no charge {payment.ChargeId}");
            }
        }
    }

    private async Task Alert(Tally tally, Cid cid, CancellationToken token)
    {
        if (tally.DifferenceCount == 0 && tally.Credited == 0 && tally.RefundsBooked == 0)
        {
            return;
        }

        await using var work = await db.Begin(token);
        outbox.Add(
            new TellOperators(new Matter.StarsReconciled(
                tally.Credited, tally.RefundsBooked, tally.DifferenceCount, tally.Differences is [var first, ..] ? first : null)),
            cid);
        await work.Commit(token);
    }

    private sealed class Tally
    {
        private readonly List<string> _differences = [];

        public int Sales { get; set; }

        public int Refunds { get; set; }

        public int Credited { get; set; }

        public int RefundsBooked { get; set; }

        public bool IsComplete { get; set; }

        public int DifferenceCount { get; private set; }

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<string> Differences => _differences;

        public void Add(string difference)
        {
            DifferenceCount++;
            if (_differences.Count < ListedMax)
            {
                _differences.Add(difference);
            }
        }
    }
}
