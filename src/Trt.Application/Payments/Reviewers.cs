using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Application.Settings;
using Trt.Domain.Operations;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>Who decides about payments that wait for a person. The one place that knows.</summary>
internal sealed class Reviewers(ITrtDb db, IOutbox outbox, ShopSettings settings, TimeProvider time)
{
    /// <summary>Without anybody to decide there is no transfer by hand.</summary>
    public static bool AreThere(ShopSettings settings) => settings.Operators.Count > 0;

    public static string ActorOf(UserId reviewer) => $"operator:{reviewer}";

    /// <summary>Whoever is not on the list is refused, and that they tried is written down.</summary>
    public async Task<bool> Admit(UserId user, string action, PaymentId payment, CancellationToken token)
    {
        if (settings.Operators.Contains(user))
        {
            return true;
        }

        await using var work = await db.Begin(token);
        db.Audit.Add(AuditEntry.Of($"customer:{user}", "access.refused", $"payment:{payment}", null, null, action, time.GetUtcNow()));
        await work.Commit(token);
        return false;
    }

    /// <summary>Inside the caller's unit of work: each gets a message of their own, so one who left the bot holds up nobody.</summary>
    /// <param name="picture">Its number; 0 when there is none.</param>
    public void Ask(PaymentId payment, int picture, Cid cid)
    {
        foreach (var reviewer in settings.Operators)
        {
            outbox.Add(new AskReviewer(payment, reviewer, picture), cid);
        }
    }
}
