using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Shows a result in the chat once more: the messenger's own copy where it has one, otherwise from where it lies.</summary>
public sealed record BringAgain(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class BringAgainHandler(ITrtDb db, Notices notices, IGenerationNotifier notifier, ResultRenewal renewal)
    : IRequestHandler<BringAgain, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(BringAgain command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        var parts = await db.Deliveries.AsNoTracking()
            .Where(part => part.UserId == command.UserId && part.GenerationId == command.Id && part.OutputCount > 0
                && (part.State == DeliveryState.Sent || part.State == DeliveryState.Doubted))
            .OrderBy(part => part.FirstOutput)
            .ToListAsync(token);
        var notice = await notices.About(generation, token);
        foreach (var part in parts)
        {
            switch (await Bring(notice, part, token))
            {
                case SendOutcome.TryLater later:
                    return LaterOutcome.After(later.After, later.Detail);
                case SendOutcome.RecipientGone:
                    return LaterOutcome.Done;
                case SendOutcome.ResultGone or SendOutcome.ResultAway:
                    await notifier.OriginalGone(notice, token);
                    return LaterOutcome.Done;
            }
        }

        return LaterOutcome.Done;
    }

    private async Task<SendOutcome> Bring(GenerationNotice notice, DeliveryPart part, CancellationToken token)
    {
        var items = notice.Generation.Result.Skip(part.FirstOutput).Take(part.OutputCount).ToList();
        if (part.FileId is { } copy && await notifier.Copy(notice, items[0].Kind, copy, token) is var sent and not SendOutcome.ResultGone)
        {
            return sent;
        }

        var fetched = await notifier.Result(notice, items, withButtons: false, token);
        return fetched is not SendOutcome.ResultGone || await renewal.Renew(notice.Generation, token) is not RenewalOutcome.Renewed renewed
            ? fetched
            : await notifier.Result(
                notice with { Generation = renewed.Generation },
                [.. renewed.Generation.Result.Skip(part.FirstOutput).Take(part.OutputCount)],
                withButtons: false,
                token);
    }
}
