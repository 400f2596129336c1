using MediatR;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Brings the result into the chat, message by message, each noted before and after it is sent. Telegram offers no key against
/// sending twice, so a crash inside a send may repeat that one message; an answer that was lost repeats nothing, the customer is asked.
/// </summary>
public sealed record DeliverResult(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class DeliverResultHandler(
    ITrtDb db, Notices notices, IGenerationNotifier notifier, DuelAlbum duels, ResultRenewal renewal, Settlement settlement,
    ShopOptions options, OrderTrail trail, TimeProvider time)
    : IRequestHandler<DeliverResult, LaterOutcome>
{
    private const int ClosingAttemptsMax = 3;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public async Task<LaterOutcome> Handle(DeliverResult command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        if (generation.Status is not (GenerationStatus.Succeeded or GenerationStatus.Delivered) && !generation.IsLate)
        {
            return LaterOutcome.Done;
        }

        if (await duels.Gather(generation, token) is { } wait)
        {
            return wait;
        }

        var journal = await DeliveryJournal.Open(db, generation, token);
        if (await SendOutputs(generation, journal, token) is { } stop)
        {
            return stop;
        }

        trail.Delivered(generation.Status, await Conclude(generation.Id, journal, token), journal.Gaps);
        return await Close(generation.Id, journal, token) ?? LaterOutcome.Done;
    }

    private async Task<LaterOutcome?> SendOutputs(Generation generation, DeliveryJournal journal, CancellationToken token)
    {
        var notice = await notices.WithResult(generation, token);
        var mayRenew = true;
        while (journal.NextOutput is { } part)
        {
            await journal.Attempt(part, token);
            var items = notice.Generation.Result.Skip(part.FirstOutput).Take(part.OutputCount).ToList();
            switch (await notifier.Result(notice, items, journal.CarriesButtons(part), token))
            {
                case SendOutcome.Sent sent:
                    part.Sent(sent.MessageId, sent.FileId);
                    notice = notice with { IsFirst = false };
                    break;
                case SendOutcome.OneByOne:
                    journal.TakeApart(generation, part);
                    break;
                case SendOutcome.ResultGone when mayRenew:
                    part.NotSent();
                    mayRenew = false;
                    switch (await renewal.Renew(notice.Generation, token))
                    {
                        case RenewalOutcome.Renewed renewed:
                            notice = notice with { Generation = renewed.Generation };
                            break;
                        case RenewalOutcome.TryLater later when IsWorthWaiting(generation):
                            await journal.Save(CancellationToken.None);
                            return LaterOutcome.After(later.After, later.Detail);
                    }

                    break;
                case SendOutcome.ResultAway away when IsWorthWaiting(generation):
                    part.NotSent();
                    await journal.Save(CancellationToken.None);
                    return LaterOutcome.After(away.After, away.Detail);
                case SendOutcome.ResultGone or SendOutcome.ResultAway:
                    part.Lose();
                    journal.Close(generation);
                    break;
                case SendOutcome.Unknown { IsTrouble: true } trouble:
                    return LaterOutcome.After(Soon, trouble.Detail);
                case SendOutcome.Unknown:
                    part.Doubt();
                    journal.Close(generation);
                    break;
                case SendOutcome.TryLater later:
                    part.NotSent();
                    await journal.Save(CancellationToken.None);
                    return LaterOutcome.After(later.After, later.Detail);
                case SendOutcome.RecipientGone:
                    part.NotSent();
                    await db.KeepForReturn(generation.Id, CancellationToken.None);
                    return LaterOutcome.Done;
                case var other:
                    throw new InvalidOperationException($"No rule for {other}");
            }

            await journal.Save(CancellationToken.None);
        }

        return null;
    }

    /// <summary>Nothing is on its way any more: what arrived is kept, what is lost is given back.</summary>
    private Task<Generation> Conclude(GenerationId id, DeliveryJournal journal, CancellationToken token) => db.Decide(id, async found =>
    {
        var gaps = journal.Gaps;
        if (found.Status == GenerationStatus.Delivered)
        {
            settlement.DeliverAgain(found, gaps);
        }
        else if (gaps.Lost == gaps.Outputs)
        {
            await settlement.Lose(found, token);
        }
        else
        {
            await settlement.Deliver(found, gaps, token);
        }
    }, token);

    private async Task<LaterOutcome?> Close(GenerationId id, DeliveryJournal journal, CancellationToken token)
    {
        var generation = await db.ReadGeneration(id, token);
        if (generation.Result.Count == 0 || journal.Closing is not { IsSettled: false } closing)
        {
            return null;
        }

        await journal.Attempt(closing, token);
        var notice = await notices.WithReceipt(generation, token);
        switch (await notifier.Closing(notice, journal.Gaps, token))
        {
            case SendOutcome.TryLater later:
                closing.NotSent();
                await journal.Save(CancellationToken.None);
                return LaterOutcome.After(later.After, later.Detail);
            case SendOutcome.Unknown unknown when closing.Attempts < ClosingAttemptsMax:
                return LaterOutcome.After(Soon, unknown.Detail);
            case SendOutcome.RecipientGone:
                closing.NotSent();
                await db.KeepForReturn(id, CancellationToken.None);
                return null;
            case SendOutcome.Sent or SendOutcome.Unknown:
                closing.Sent(messageId: 0, fileId: null);
                await journal.Save(CancellationToken.None);
                return null;
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    /// <summary>A result that stays out of reach for a day is a lost one.</summary>
    private bool IsWorthWaiting(Generation generation) =>
        time.GetUtcNow() - (generation.FinishedAt ?? generation.CreatedAt) < options.LateWatch;
}
