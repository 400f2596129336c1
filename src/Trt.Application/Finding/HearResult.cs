using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>The words of a recording that was written down are taken as if their customer had typed them.</summary>
public sealed record HearResult(UserId UserId, GenerationId Generation) : IRequest<HeardView>;

internal sealed class HearResultHandler(ITrtDb db, IMediator mediator) : IRequestHandler<HearResult, HeardView>
{
    public async Task<HeardView> Handle(HearResult request, CancellationToken token)
    {
        var made = await db.Generations.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == request.Generation && one.UserId == request.UserId, token);
        return made?.Result.FirstOrDefault(item => item.Text is { Length: > 0 })?.Text is { } text
            ? await mediator.Send(new HearWish(request.UserId, text), token)
            : new HeardView.Forgotten();
    }
}
