using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Questions;

/// <summary>The question beside the order that the next message answers; null when the order has asked later, or nobody has.</summary>
public sealed record FindQuestion(UserId UserId) : IRequest<OpenQuestion?>;

internal sealed class FindQuestionHandler(ITrtDb db, ShopOptions options, TimeProvider time) : IRequestHandler<FindQuestion, OpenQuestion?>
{
    public async Task<OpenQuestion?> Handle(FindQuestion request, CancellationToken token)
    {
        var question = await db.Questions.AsNoTracking().FirstOrDefaultAsync(open => open.UserId == request.UserId, token);
        if (question is null || question.IsExpired(time.GetUtcNow()))
        {
            return null;
        }

        // Whatever was asked last is answered: each step of the order prolongs the draft from that moment.
        var draftAskedAfter = question.AskedAt + options.DraftLifetime;
        return await db.Drafts.AnyAsync(draft => draft.UserId == request.UserId && draft.ExpiresAt > draftAskedAfter, token)
            ? null
            : question;
    }
}
