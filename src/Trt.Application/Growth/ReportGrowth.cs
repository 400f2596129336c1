using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.Growth;

/// <summary>Where customers come from and what they bring; what invitations and promo codes cost and do.</summary>
/// <param name="Since">Only customers who came since then; null = all.</param>
public sealed record ReportGrowth(DateTimeOffset? Since) : IRequest<GrowthReport>;

public sealed record GrowthReport(
    IReadOnlyList<SourceFigures> Sources, InvitationFigures Invitations, IReadOnlyList<PromoStanding> Promos, GiftFigures Gifts);

/// <param name="Source">By their first word; every customer is in exactly one.</param>
/// <param name="Revenue">Paid in, less what was paid out again.</param>
public sealed record SourceFigures(string Source, int Customers, int Payers, Money Revenue);

public sealed record InvitationFigures(int Accepted, int Rewarded, int OverLimit, int FreeGiven, Money Shares);

public sealed record GiftFigures(int Taken, Money Amount);

internal sealed class ReportGrowthHandler(ITrtDb db, IMediator mediator) : IRequestHandler<ReportGrowth, GrowthReport>
{
    private const string ByInvitation = "(invitation)";
    private const string Direct = "(direct)";

    public async Task<GrowthReport> Handle(ReportGrowth request, CancellationToken token)
    {
        var since = request.Since ?? DateTimeOffset.UnixEpoch;
        return new GrowthReport(
            await Sources(since, token),
            await Invitations(since, token),
            await mediator.Send(new ListPromos(), token),
            await Gifts(since, token));
    }

    private async Task<IReadOnlyList<SourceFigures>> Sources(DateTimeOffset since, CancellationToken token)
    {
        var people = from user in db.Users
                     where user.CreatedAt >= since
                     join touch in db.Attributions on user.Id equals touch.UserId into touches
                     from touch in touches.DefaultIfEmpty()
                     join invitation in db.Invitations on user.Id equals invitation.InviteeId into invitations
                     from invitation in invitations.DefaultIfEmpty()
                     select new
                     {
                         Source = touch != null && touch.FirstSource != null
                             ? touch.FirstSource
                             : invitation != null ? ByInvitation : Direct,
                         Paid = db.Ledger
                             .Where(
                                 entry => entry.UserId == user.Id && (entry.Kind == EntryKind.Deposit || entry.Kind == EntryKind.Withdraw))
                             .Sum(entry => (long?)entry.AvailableDelta),
                     };
        var figures = await people
            .GroupBy(person => person.Source)
            .Select(group => new
            {
                Source = group.Key,
                Customers = group.Count(),
                Payers = group.Count(person => person.Paid > 0),
                Revenue = group.Sum(person => person.Paid),
            })
            .ToListAsync(token);
        return [.. figures
            .Select(row => new SourceFigures(row.Source, row.Customers, row.Payers, new Money(row.Revenue ?? 0)))
            .OrderByDescending(row => row.Revenue)
            .ThenByDescending(row => row.Customers)
            .ThenBy(row => row.Source, StringComparer.Ordinal)];
    }

    private async Task<InvitationFigures> Invitations(DateTimeOffset since, CancellationToken token)
    {
        var rows = await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.AcceptedAt >= since)
            .GroupBy(invitation => invitation.Reward)
            .Select(group => new { Reward = group.Key, Count = group.Count(), Free = group.Sum(invitation => invitation.Free) })
            .ToListAsync(token);
        var shares = await db.Invitations.AsNoTracking()
            .Where(invitation => invitation.AcceptedAt >= since && invitation.FirstPayment != null)
            .Select(invitation => invitation.Share)
            .ToListAsync(token);
        return new InvitationFigures(
            rows.Sum(row => row.Count),
            rows.Where(row => row.Reward == InviterReward.Given).Sum(row => row.Count),
            rows.Where(row => row.Reward == InviterReward.OverLimit).Sum(row => row.Count),
            rows.Sum(row => row.Free * (row.Reward == InviterReward.Given ? 2 : 1)),
            Total(shares));
    }

    private async Task<GiftFigures> Gifts(DateTimeOffset since, CancellationToken token)
    {
        var amounts = await db.Gifts.Where(gift => gift.At >= since).Select(gift => gift.Amount).ToListAsync(token);
        return new GiftFigures(amounts.Count, Total(amounts));
    }

    private static Money Total(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
