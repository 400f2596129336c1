using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>The orders whose time was over a while ago and that nobody has ended: whoever should have is stuck.</summary>
public sealed record ListOverdue : IRequest<IReadOnlyList<GenerationId>>
{
    public const int ListedMax = 200;
}

internal sealed class ListOverdueHandler(ITrtDb db, TimeProvider time) : IRequestHandler<ListOverdue, IReadOnlyList<GenerationId>>
{
    public async Task<IReadOnlyList<GenerationId>> Handle(ListOverdue request, CancellationToken token)
    {
        // As Generation.Deadline says, which is asked again under the lock.
        var graceBegan = time.GetUtcNow() - EndOverdue.Grace;
        return await db.Generations
            .Where(generation => GenerationStatuses.Open.Contains(generation.Status)
                && (generation.Status == GenerationStatus.Queued && generation.WaitsUntil != null
                    ? generation.WaitsUntil < graceBegan
                    : (generation.SubmittedAt ?? generation.CreatedAt) + (generation.TimeLimit ?? Generation.TimeLimitOnce) < graceBegan))
            .OrderBy(generation => generation.CreatedAt)
            .Select(generation => generation.Id)
            .Take(ListOverdue.ListedMax)
            .ToListAsync(token);
    }
}

/// <summary>Ends one of them: the money goes back and the customer is told, whatever became of the work that should have done it.</summary>
public sealed record EndOverdue(GenerationId Id) : IRequest
{
    /// <summary>The usual way ends nearly all of them, and looks at the provider's record once more before it does.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public static bool IsDue(Generation generation, DateTimeOffset now) => generation.Status.IsOpen() && now > generation.Deadline + Grace;
}

internal sealed class EndOverdueHandler(ITrtDb db, Settlement settlement, OrderTrail trail, TimeProvider time)
    : AsyncRequestHandler<EndOverdue>
{
    protected override async Task Handle(EndOverdue request, CancellationToken token)
    {
        var isDue = false;
        var decided = await db.Decide(request.Id, async found =>
        {
            isDue = EndOverdue.IsDue(found, time.GetUtcNow());
            if (!isDue)
            {
                return;
            }

            if (found.Status == GenerationStatus.Submitting)
            {
                found.LoseTrack("the call was never answered");
            }

            await settlement.Expire(found, token);
        }, token);
        trail.Settled(isDue, decided);
    }
}
