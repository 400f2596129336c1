using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Finding;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Inline;

/// <summary>Somebody opens an idea from another chat: it is heard as if they had typed it here.</summary>
public sealed record TakeIdea(UserId UserId, string Code) : IRequest<HeardView>;

internal sealed class TakeIdeaHandler(ITrtDb db, IdeaBook book, IMediator mediator) : IRequestHandler<TakeIdea, HeardView>
{
    public async Task<HeardView> Handle(TakeIdea request, CancellationToken token) =>
        (book.Find(request.Code) ?? await db.Ideas.AsNoTracking().FirstOrDefaultAsync(idea => idea.Code == request.Code, token)) is { } idea
            ? await mediator.Send(new HearWish(request.UserId, idea.Text), token)
            : new HeardView.Forgotten();
}

internal sealed class TakeIdeaValidator : AbstractValidator<TakeIdea>
{
    public TakeIdeaValidator() => RuleFor(request => request.Code).NotEmpty().MaximumLength(Idea.CodeLengthMax);
}
