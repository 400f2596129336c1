using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments.Transfers;

/// <summary>Who is asked about payments that wait for a person. Whether they may decide, the gate says.</summary>
internal sealed class Reviewers(ITrtDb db, IOutbox outbox, AdminGate gate, ShopOptions options)
{
    /// <summary>They may have been dismissed since they were asked.</summary>
    public async Task<bool> Includes(UserId user, CancellationToken token) =>
        (await gate.RightsOf(new Actor.InChat(user), token)).May(AdminAct.MoveMoney);

    /// <summary>
    /// Inside the caller's unit of work: each gets a message of their own, so one who left the bot holds up nobody.
    /// All who may credit as much: those without a limit of the day, and those whose limit is as large as the payment.
    /// </summary>
    /// <param name="picture">Its number; 0 when there is none.</param>
    public async Task Ask(Payment payment, int picture, Cid cid, CancellationToken token)
    {
        var admins = await db.Admins.AsNoTracking().Where(admin => admin.IsActive).ToListAsync(token);
        var able = admins
            .Where(admin => admin.Role.May(AdminAct.MoveMoney))
            .Where(admin => admin.Role != AdminRole.Limited || admin.DailyLimit >= payment.Amount)
            .Select(admin => admin.UserId);
        foreach (var reviewer in options.Owners.Union(able))
        {
            outbox.Add(new AskReviewer(payment.Id, reviewer, picture), cid);
        }
    }
}
