using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// The customer wants the files as they were made, not as the messenger shows them. Free, as often as they like, one after the other.
/// </summary>
public sealed record RequestOriginals(UserId UserId, GenerationId Id, Cid Cid) : IRequest<RequestOriginalsOutcome>;

public enum RequestOriginalsOutcome
{
    OnTheWay,

    /// <summary>A second press of the same button.</summary>
    JustAsked,

    /// <summary>There is no result, or none that is a file.</summary>
    NothingToSend,
    NotFound,
}

internal sealed class RequestOriginalsHandler(ITrtDb db, IOutbox outbox, TimeProvider time)
    : IRequestHandler<RequestOriginals, RequestOriginalsOutcome>
{
    public async Task<RequestOriginalsOutcome> Handle(RequestOriginals request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        if (await db.LockGeneration(request.UserId, request.Id, token) is not { } generation)
        {
            return RequestOriginalsOutcome.NotFound;
        }

        if (!generation.HasFiles)
        {
            return RequestOriginalsOutcome.NothingToSend;
        }

        var copies = await db.Originals
            .Where(copy => copy.UserId == request.UserId && copy.GenerationId == request.Id)
            .ToDictionaryAsync(copy => copy.Output, token);
        if (copies.Values.Any(copy => copy.WasJustAsked(now)))
        {
            return RequestOriginalsOutcome.JustAsked;
        }

        foreach (var output in Enumerable.Range(0, generation.Result.Count).Where(output => generation.Result[output].Address is not null))
        {
            if (copies.TryGetValue(output, out var copy))
            {
                copy.AskAgain(now);
            }
            else
            {
                db.Originals.Add(OriginalCopy.Of(generation, output, now));
            }

            outbox.Add(new SendOriginal(generation.Id, generation.UserId, output), request.Cid);
        }

        await work.Commit(token);
        return RequestOriginalsOutcome.OnTheWay;
    }
}
