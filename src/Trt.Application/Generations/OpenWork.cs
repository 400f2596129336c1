using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>A customer opens one of their orders; null when it is not theirs, or no longer in their history.</summary>
/// <param name="Again">The result is brought into the chat once more as well.</param>
public sealed record OpenWork(UserId UserId, GenerationId Id, Cid Cid, bool Again) : IRequest<WorkView?>;

public sealed record WorkView(Work Work, WhatNext Next);

internal sealed class OpenWorkHandler(ITrtDb db, IOutbox outbox, ICatalog catalog, Works works) : IRequestHandler<OpenWork, WorkView?>
{
    public async Task<WorkView?> Handle(OpenWork request, CancellationToken token)
    {
        if (await works.Of(request.UserId, [request.Id], token) is not [var work])
        {
            return null;
        }

        if (request.Again && IsInChat(work.Generation))
        {
            await using var unit = await db.Begin(token);
            await outbox.Ensure(new BringAgain(request.Id, request.UserId), request.Cid, token);
            await unit.Commit(token);
        }

        return new WorkView(work, catalog.Current.After(work.Generation));
    }

    /// <summary>What is still being delivered comes by itself.</summary>
    private static bool IsInChat(Generation generation) =>
        generation is { Result.Count: > 0, IsUndeliverable: false } and ({ Status: GenerationStatus.Delivered } or { IsLate: true });
}
