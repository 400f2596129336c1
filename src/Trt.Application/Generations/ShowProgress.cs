using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Keeps the progress message alive while the work runs and until its result is in the chat.</summary>
public sealed record ShowProgress(GenerationId Id, UserId UserId) : ILaterCommand
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class ShowProgressHandler(ITrtDb db, Notices notices, IGenerationNotifier notifier, TimeProvider time)
    : IRequestHandler<ShowProgress, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(ShowProgress command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        var about = await notices.About(generation, token);
        if (!generation.Status.IsOpen() && generation.Status != GenerationStatus.Succeeded && about.Batch is not { Open: > 0 })
        {
            return LaterOutcome.Done;
        }

        var elapsed = time.GetUtcNow() - generation.CreatedAt;
        var notice = about with { AheadInQueue = await db.AheadOf(generation, token) };
        var outcome = await notifier.Progress(notice, elapsed, token);
        return outcome switch
        {
            SendOutcome.RecipientGone => LaterOutcome.Done,
            SendOutcome.TryLater later => LaterOutcome.After(later.After, later.Detail),
            _ => LaterOutcome.After(elapsed < TimeSpan.FromMinutes(2) ? ShowProgress.Interval : 3 * ShowProgress.Interval),
        };
    }
}
