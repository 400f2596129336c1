using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>The customer wants to find this one again, or no longer. Said twice it is the same.</summary>
public sealed record FavourGeneration(UserId UserId, GenerationId Id, bool IsFavourite) : IRequest<bool>;

internal sealed class FavourGenerationHandler(ITrtDb db) : IRequestHandler<FavourGeneration, bool>
{
    /// <summary>False when there is no such order of theirs (any more).</summary>
    public async Task<bool> Handle(FavourGeneration request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.UserId, request.Id, token) is not { DeletedAt: null } generation)
        {
            return false;
        }

        generation.Favour(request.IsFavourite);
        await work.Commit(token);
        return true;
    }
}
