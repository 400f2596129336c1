using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>What the money of one order of this customer did; null when it is not theirs.</summary>
public sealed record ShowReceipt(UserId UserId, GenerationId Id) : IRequest<GenerationReceipt?>;

internal sealed class ShowReceiptHandler(ITrtDb db, Receipts receipts) : IRequestHandler<ShowReceipt, GenerationReceipt?>
{
    public async Task<GenerationReceipt?> Handle(ShowReceipt request, CancellationToken token)
    {
        // The order and its money are of one moment, or a receipt would tell of an end that the order has not come to.
        await using var snapshot = await db.BeginSnapshot(token);
        var generation = await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == request.Id && found.UserId == request.UserId, token);
        return generation is null ? null : await receipts.Of(generation, token);
    }
}
