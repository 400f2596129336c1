using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Where one order of this customer stands; null when it is not theirs.</summary>
public sealed record ShowGeneration(UserId UserId, GenerationId Id) : IRequest<GenerationView?>;

public sealed record GenerationView(Generation Generation, ModelCard? Card, int AheadInQueue, TimeSpan Elapsed)
{
    public BatchState? Batch { get; init; }

    public WhatNext Next { get; init; } = WhatNext.Nothing;
}

internal sealed class ShowGenerationHandler(ITrtDb db, ICatalog catalog, Batches batches, TimeProvider time)
    : IRequestHandler<ShowGeneration, GenerationView?>
{
    public async Task<GenerationView?> Handle(ShowGeneration request, CancellationToken token)
    {
        var generation = await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == request.Id && found.UserId == request.UserId, token);
        if (generation is null)
        {
            return null;
        }

        var elapsed = time.GetUtcNow() - generation.CreatedAt;
        return new GenerationView(generation, catalog.Current.Find(generation.Model), await db.AheadOf(generation, token), elapsed)
        {
            Batch = await batches.Of(generation, token),
            Next = catalog.Current.After(generation),
        };
    }
}

internal static class QueuePlace
{
    /// <summary>How many start before this one; none for one that has started.</summary>
    public static async Task<int> AheadOf(this ITrtDb db, Generation generation, CancellationToken token) =>
        generation.Status == GenerationStatus.Queued
            ? await db.Generations.CountAsync(
                other => other.Status == GenerationStatus.Queued && other.CreatedAt < generation.CreatedAt, token)
            : 0;
}
