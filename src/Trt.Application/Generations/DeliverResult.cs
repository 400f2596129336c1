using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Brings the result into the chat, message by message, each noted before and after it is sent. Telegram offers no key against
/// sending twice, so a crash inside a send may repeat that one message; nothing else can.
/// </summary>
public sealed record DeliverResult(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class DeliverResultHandler(ITrtDb db, Notices notices, INotifier notifier)
    : IRequestHandler<DeliverResult, LaterOutcome>
{
    private const int AlbumMax = 10;

    public async Task<LaterOutcome> Handle(DeliverResult command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        if (generation.Status != GenerationStatus.Succeeded && !generation.IsLate)
        {
            return LaterOutcome.Done;
        }

        var notice = await notices.About(generation, token);
        var parts = await Plan(generation, token);
        foreach (var part in parts.Where(part => part.State != DeliveryState.Sent))
        {
            if (await Send(part, isLast: part == parts[^1], notice, token) is { } stop)
            {
                return stop;
            }
        }

        await db.Decide(generation.Id, found => found.Deliver(), token);
        await notifier.Receipt(notice, token);
        return LaterOutcome.Done;
    }

    /// <summary>Pictures and films travel together as albums, everything else one by one.</summary>
    private async Task<IReadOnlyList<DeliveryPart>> Plan(Generation generation, CancellationToken token)
    {
        var parts = await db.Deliveries
            .Where(part => part.UserId == generation.UserId && part.GenerationId == generation.Id)
            .OrderBy(part => part.Number)
            .ToListAsync(token);
        if (parts.Count > 0)
        {
            return parts;
        }

        var size = generation.Result.All(item => item.Kind is OutputKind.Image or OutputKind.Video && item.Address is not null) ? AlbumMax : 1;
        for (var first = 0; first < generation.Result.Count; first += size)
        {
            parts.Add(DeliveryPart.Plan(generation, parts.Count, first, Math.Min(size, generation.Result.Count - first)));
        }

        await using var work = await db.Begin(token);
        db.Deliveries.AddRange(parts);
        await work.Commit(token);
        return parts;
    }

    private async Task<LaterOutcome?> Send(DeliveryPart part, bool isLast, GenerationNotice notice, CancellationToken token)
    {
        if (part.Attempt())
        {
            Telemetry.PossibleDuplicates.Add(1);
        }

        await Save(token);
        var items = notice.Generation.Result.Skip(part.FirstOutput).Take(part.OutputCount).ToList();
        switch (await notifier.Result(notice, items, isLast, token))
        {
            case SendOutcome.Sent sent:
                part.Sent(sent.MessageId, sent.FileId);
                await Save(CancellationToken.None);
                return null;
            case SendOutcome.TryLater later:
                part.NotSent();
                await Save(CancellationToken.None);
                return LaterOutcome.After(later.After, later.Detail);
            case SendOutcome.RecipientGone:
                part.NotSent();
                await db.Decide(notice.Generation.Id, found => found.KeepForReturn(), CancellationToken.None);
                return LaterOutcome.Done;
            case SendOutcome.Unknown unknown:
                return LaterOutcome.After(TimeSpan.FromSeconds(5), unknown.Detail);
            case var other:
                throw new InvalidOperationException($"No rule for {other}");
        }
    }

    private async Task Save(CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await work.Commit(token);
    }
}
