using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Where one order of this customer stands; null when it is not theirs.</summary>
public sealed record ShowGeneration(UserId UserId, GenerationId Id) : IRequest<GenerationNotice?>;

internal sealed class ShowGenerationHandler(ITrtDb db, Notices notices) : IRequestHandler<ShowGeneration, GenerationNotice?>
{
    public async Task<GenerationNotice?> Handle(ShowGeneration request, CancellationToken token) =>
        await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == request.Id && found.UserId == request.UserId, token) is { } generation
            ? await notices.About(generation, token)
            : null;
}
