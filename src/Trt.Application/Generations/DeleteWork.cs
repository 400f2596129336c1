using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>A customer takes an order out of their history. Its receipt stays.</summary>
public sealed record DeleteWork(UserId UserId, GenerationId Id) : IRequest<DeleteOutcome>;

public enum DeleteOutcome
{
    /// <summary>Now or before.</summary>
    Deleted,

    /// <summary>Something of it is still to come.</summary>
    UnderWay,
    NotFound,
}

internal sealed class DeleteWorkHandler(ITrtDb db, TimeProvider time) : IRequestHandler<DeleteWork, DeleteOutcome>
{
    public async Task<DeleteOutcome> Handle(DeleteWork request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.UserId, request.Id, token) is not { } generation)
        {
            return DeleteOutcome.NotFound;
        }

        if (!generation.Delete(time.GetUtcNow()))
        {
            return DeleteOutcome.UnderWay;
        }

        await work.Commit(token);
        return DeleteOutcome.Deleted;
    }
}
