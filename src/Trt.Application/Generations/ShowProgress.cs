using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// Keeps the progress message alive while the work runs and until its result is in the chat; of a cancelled order it tells the end.
/// </summary>
public sealed record ShowProgress(GenerationId Id, UserId UserId) : ILaterCommand
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class ShowProgressHandler(ITrtDb db, Notices notices, IGenerationNotifier notifier)
    : IRequestHandler<ShowProgress, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(ShowProgress command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        var notice = await notices.About(generation, token);
        var othersRun = notice.Batch is { Open: > 0 };
        if (!othersRun
            && !generation.Status.IsOpen()
            && generation.Status is not (GenerationStatus.Succeeded or GenerationStatus.Cancelled))
        {
            return LaterOutcome.Done;
        }

        return await notifier.Progress(notice, token) switch
        {
            SendOutcome.RecipientGone => LaterOutcome.Done,
            SendOutcome.TryLater later => LaterOutcome.After(later.After, later.Detail),
            var outcome when generation.Status == GenerationStatus.Cancelled && !othersRun =>
                outcome is SendOutcome.Unknown lost ? LaterOutcome.Unsure(lost.Detail) : LaterOutcome.Done,
            _ => LaterOutcome.After(Pause(notice)),
        };
    }

    /// <summary>The longer it takes the less there is to tell; one that starts is told at once.</summary>
    private static TimeSpan Pause(GenerationNotice notice) =>
        notice.Elapsed < TimeSpan.FromMinutes(2) ? ShowProgress.Interval
        : notice.Queue is null ? 3 * ShowProgress.Interval
        : 12 * ShowProgress.Interval;
}
