using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>From now on a customer's orders are forgotten soon after they are delivered, or are kept again.</summary>
public sealed record ChooseVanishing(UserId UserId, bool Vanishes) : IRequest;

internal sealed class ChooseVanishingHandler(ITrtDb db) : AsyncRequestHandler<ChooseVanishing>
{
    protected override async Task Handle(ChooseVanishing request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var user = await db.Users.FirstAsync(found => found.Id == request.UserId, token);
        user.Vanish(request.Vanishes);
        await work.Commit(token);
    }
}
