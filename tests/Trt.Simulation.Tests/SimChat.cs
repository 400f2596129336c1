using Trt.Application.Ports;
using Trt.Domain.Generations;

namespace Trt.Simulation.Tests;

/// <summary>The chats: what their owners see, and what the messenger says about it.</summary>
internal sealed class SimChat(Neighbourhood here) : IGenerationNotifier, IOperatorNotifier
{
    private World World => here.World;

    public Task<SendOutcome> Progress(GenerationNotice notice, TimeSpan elapsed, CancellationToken token) =>
        Say("progress", notice, _ => { });

    public Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token) =>
        Say("result", notice, order => order.ResultsSeen++);

    public Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token) => Say("closing", notice, _ => { });

    public Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token) => Say("original", notice, _ => { });

    public Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token) => Say("no original", notice, _ => { });

    public Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token) => Say("receipt", notice, _ => { });

    public async Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        var outcome = await Say("failure", notice, order => order.FailuresSeen++);
        return here.Plant == Plant.LostAnswerCountsAsTold && outcome is SendOutcome.Unknown ? new SendOutcome.Sent(7, null) : outcome;
    }

    public Task<SendOutcome> Alert(string text, CancellationToken token)
    {
        Flow.Current?.ThrowIfDead();
        World.Note("the operator is told something");
        World.Alerts.Add((World.Now, text));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(7, null));
    }

    public Task<SendOutcome> Adjusted(AdjustmentNotice notice, CancellationToken token) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Sent(7, null));

    public Task<SendOutcome> Export(ExportNotice notice, Func<Stream, Task<ExportEnd>> write, CancellationToken token) =>
        throw new NotSupportedException();

    private async Task<SendOutcome> Say(string what, GenerationNotice notice, Action<Order> seen)
    {
        var (flow, order) = Neighbourhood.Enter(World.Find(notice.Generation.Id)!);
        World.Note($"{what} of {order}");
        if (!order.Customer.IsBlocking && World.Draw(Fault.ChatBlocked))
        {
            here.Block(order.Customer);
        }

        if (order.Customer.IsBlocking)
        {
            return new SendOutcome.RecipientGone();
        }

        if (World.Draw(Fault.ChatLater))
        {
            return new SendOutcome.TryLater(World.Between(1, 40), "429");
        }

        order.WordsLost += what == "failure" ? 1 : 0;
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

        order.WordsLost -= what == "failure" ? 1 : 0;
        seen(order);
        here.MayDie(flow);
        if (World.Draw(Fault.ChatCutAfter))
        {
            // Words are said again when nobody knows whether they were heard; a result is not.
            order.Excuses += what == "result" ? 0 : 1;
            return Lost();
        }

        return new SendOutcome.Sent(7, "file");
    }

    private SendOutcome.Unknown Lost() => new("cut", IsTrouble: here.Plant == Plant.DoubtedIsSentAgain);
}
