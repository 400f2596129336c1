using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>
/// The one way an operator's correction gets into a wallet, from the chat as from the console: once per reference, never below zero,
/// written down, and told to the customer. It works inside the caller's transaction and saves nothing itself.
/// </summary>
internal sealed class Corrections(ITrtDb db, IOutbox outbox)
{
    public async Task<CorrectionOutcome> Book(
        UserId customer, long kopecks, Booking booking, bool isSilent, Cid cid, CancellationToken token)
    {
        var wallet = await db.LockWallet(customer, token);
        var before = wallet.Available;
        if (await db.Ledger.AnyAsync(entry => entry.Kind == EntryKind.Adjust && entry.Reference == booking.Reference, token))
        {
            return new CorrectionOutcome(CorrectionEnd.BookedBefore, before, before);
        }

        if (before.Kopecks + kopecks < 0)
        {
            return new CorrectionOutcome(CorrectionEnd.NotEnough, before, before);
        }

        wallet.Adjust(kopecks, booking);
        db.Audit.Add(AuditEntry.Of(
            booking.Actor, "balance.adjusted", $"user:{customer}", before.ToString(), wallet.Available.ToString(), booking.Reason,
            booking.At));
        if (!isSilent)
        {
            outbox.Add(new TellAdjustment(customer, kopecks, booking.Reason, booking.Reference), cid);
        }

        return new CorrectionOutcome(CorrectionEnd.Booked, before, wallet.Available);
    }
}

internal sealed record CorrectionOutcome(CorrectionEnd End, Money Before, Money After);

internal enum CorrectionEnd
{
    Booked,
    BookedBefore,
    NotEnough,
}
