using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Waits until every model of a duel has ended and its result is in the chat, then asks which one is the best. It is one row, so there is
/// one question, however they end.
/// </summary>
/// <param name="Id">The order that the duel is named after.</param>
public sealed record TellVerdict(GenerationId Id, UserId UserId) : ILaterCommand
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellVerdictHandler(ITrtDb db, Notices notices, IGenerationNotifier notifier, TimeProvider time)
    : IRequestHandler<TellVerdict, LaterOutcome>
{
    /// <summary>Whoever took the whole duel back has read that already.</summary>
    public async Task<LaterOutcome> Handle(TellVerdict command, CancellationToken token)
    {
        var notice = await notices.About(await db.ReadGeneration(command.Id, token), token);
        if (notice.Batch is not { } batch || batch.Entrants.All(entrant => entrant.Order.Status == GenerationStatus.Cancelled))
        {
            return LaterOutcome.Done;
        }

        return batch.Entrants.All(entrant => IsOver(entrant.Order))
            ? await notifier.Verdict(notice, token).OrLater()
            : LaterOutcome.After(Pause(notice));
    }

    private static bool IsOver(Generation order) =>
        !order.Status.IsOpen() && (order.Status != GenerationStatus.Succeeded || order.IsUndeliverable);

    /// <summary>The longer it takes the less often somebody looks.</summary>
    private TimeSpan Pause(GenerationNotice notice) => time.GetUtcNow() - notice.Generation.CreatedAt < TimeSpan.FromMinutes(5)
        ? TellVerdict.Interval
        : 10 * TellVerdict.Interval;
}
