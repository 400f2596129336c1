using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Simulation.Tests;

/// <summary>The chats: what their owners see, and what the messenger says about it.</summary>
internal sealed class SimChat(Neighbourhood here) : IGenerationNotifier, IPaymentNotifier, IOperatorNotifier
{
    private World World => here.World;

    public Task<SendOutcome> Progress(GenerationNotice notice, CancellationToken token) =>
        Say("progress", notice, _ => { });

    public Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token) =>
        Say("result", notice, order => order.ResultsSeen++);

    public Task<SendOutcome> Album(GenerationNotice notice, IReadOnlyList<EntrantState> entrants, CancellationToken token) =>
        Together([.. entrants.Select(entrant => World.Find(entrant.Order.Id)!)], about =>
            Say("an album", about.Customer, about, () => about.ResultsSeen++, isSaidOnce: true));

    public Task<SendOutcome> Verdict(GenerationNotice notice, CancellationToken token) => Say("a verdict", notice, _ => { });

    public Task<SendOutcome> Checkpoint(GenerationNotice notice, Checkpoint checkpoint, CancellationToken token) =>
        Say("a checkpoint", notice, _ => { });

    public Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token) => Say("closing", notice, _ => { });

    public Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token) => Say("original", notice, _ => { });

    public Task<SendOutcome> Copy(GenerationNotice notice, OutputKind kind, string fileId, CancellationToken token) =>
        Say("a copy", notice, _ => { });

    public Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token) => Say("no original", notice, _ => { });

    public Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token) => Say("receipt", notice, _ => { });

    public async Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        var outcome = await Say("failure", notice, order => order.FailuresSeen++);
        return here.Plant == Plant.LostAnswerCountsAsTold && outcome is SendOutcome.Unknown ? new SendOutcome.Sent(7, null) : outcome;
    }

    public Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token)
    {
        var customer = World.Customers.Find(found => found.Id == notice.Payment.UserId)!;
        return Say("invoice", customer, (Charge?)null, () => here.Show(notice.Payment, customer));
    }

    public async Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token)
    {
        var charge = World.Charges.Find(found => found.Id == notice.Payment.ChargeId)!;
        var outcome = await Say("receipt", charge.Customer, charge, () => charge.ReceiptsSeen++, isOwed: true);
        charge.IsUnheard |= outcome is SendOutcome.RecipientGone;
        return outcome;
    }

    public Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token) => throw new NotSupportedException();

    public Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token) => throw new NotSupportedException();

    public Task<SendOutcome> PayPage(PaymentNotice notice, Uri address, CancellationToken token) => throw new NotSupportedException();

    public Task<SendOutcome> BankCardTrouble(PaymentNotice notice, BankCardTrouble trouble, CancellationToken token) => throw new NotSupportedException();

    public Task<SendOutcome> TransferToReview(UserId reviewer, TransferCase about, CancellationToken token) => throw new NotSupportedException();

    public Task<SendOutcome> TransferRejected(PaymentNotice notice, CancellationToken token) => throw new NotSupportedException();

    public Task<SendOutcome> Digest(DigestNotice notice, CancellationToken token) => Task.FromResult<SendOutcome>(new SendOutcome.Sent(7, null));

    public Task<SendOutcome> Alert(AlertNotice notice, CancellationToken token)
    {
        Flow.Current?.ThrowIfDead();
        World.Note("the operator is told something");
        World.Alerts.Add((World.Now, notice.Word.Matter.Subject));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(7, null));
    }

    public Task<SendOutcome> Adjusted(AdjustmentNotice notice, CancellationToken token) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Sent(7, null));

    public Task<SendOutcome> Export(ExportNotice notice, Func<Stream, Task<ExportEnd>> write, CancellationToken token) =>
        throw new NotSupportedException();

    /// <summary>What happens to the word about one of them happens to all, and so does what goes wrong right after it.</summary>
    private static async Task<SendOutcome> Together(IReadOnlyList<Order> orders, Func<Order, Task<SendOutcome>> say)
    {
        var (first, seen, excuses) = (orders[0], orders[0].ResultsSeen, orders[0].Excuses);
        try
        {
            return await say(first);
        }
        finally
        {
            foreach (var other in orders.Skip(1))
            {
                other.ResultsSeen += first.ResultsSeen - seen;
                other.Excuses += first.Excuses - excuses;
            }

            Flow.Current!.About = orders;
        }
    }

    private Task<SendOutcome> Say(string what, GenerationNotice notice, Action<Order> seen)
    {
        var order = World.Find(notice.Generation.Id)!;
        return Say(what, order.Customer, order, () => seen(order), isOwed: what == "failure", isSaidOnce: what == "result");
    }

    /// <param name="isOwed">Said again until it is heard.</param>
    /// <param name="isSaidOnce">Not said again where nobody knows whether it was heard.</param>
    private async Task<SendOutcome> Say<T>(
        string what, Customer to, T? promise, Action seen, bool isOwed = false, bool isSaidOnce = false)
        where T : Promise
    {
        var (flow, about) = Neighbourhood.Enter(promise);
        World.Note($"{what} of {(promise is null ? $"customer {to.Number}" : about)}");
        if (!to.IsBlocking && World.Draw(Fault.ChatBlocked))
        {
            here.Block(to);
        }

        if (to.IsBlocking)
        {
            return new SendOutcome.RecipientGone();
        }

        if (World.Draw(Fault.ChatLater))
        {
            return new SendOutcome.TryLater(World.Between(1, 40), "429");
        }

        CountLost(promise, isOwed, 1);
        if (World.Draw(Fault.ChatTrouble))
        {
            return new SendOutcome.Unknown("502", IsTrouble: true);
        }

        if (World.Draw(Fault.ChatCutBefore))
        {
            return Lost();
        }

        here.MayDie(flow);
        if (World.Draw(Fault.ChatSlow))
        {
            await here.Wait(flow, 5, 50);
        }

        CountLost(promise, isOwed, -1);
        seen();
        here.MayDie(flow);
        if (World.Draw(Fault.ChatCutAfter))
        {
            if (promise is not null && !isSaidOnce)
            {
                promise.Excuses++;
            }

            return Lost();
        }

        return new SendOutcome.Sent(7, "file");
    }

    private static void CountLost(Promise? promise, bool isOwed, int words)
    {
        if (promise is not null && isOwed)
        {
            promise.WordsLost += words;
        }
    }

    private SendOutcome.Unknown Lost() => new("cut", IsTrouble: here.Plant == Plant.DoubtedIsSentAgain);
}
