using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Where one order of this customer stands; null when it is not theirs.</summary>
public sealed record ShowGeneration(UserId UserId, GenerationId Id) : IRequest<GenerationView?>;

public sealed record GenerationView(Generation Generation, ModelCard? Card, int AheadInQueue);

internal sealed class ShowGenerationHandler(ITrtDb db, ICatalog catalog) : IRequestHandler<ShowGeneration, GenerationView?>
{
    public async Task<GenerationView?> Handle(ShowGeneration request, CancellationToken token)
    {
        var generation = await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == request.Id && found.UserId == request.UserId, token);
        if (generation is null)
        {
            return null;
        }

        var ahead = generation.Status == GenerationStatus.Queued
            ? await db.Generations.CountAsync(
                other => other.Status == GenerationStatus.Queued && other.CreatedAt < generation.CreatedAt, token)
            : 0;
        return new GenerationView(generation, catalog.Current.Find(generation.Model), ahead);
    }
}
