using FluentValidation;
using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Questions;

/// <summary>From now on the person's next message answers this, instead of whatever was asked before.</summary>
public sealed record AskQuestion(UserId UserId, QuestionKind Kind, string Subject = "") : IRequest;

internal sealed class AskQuestionHandler(ITrtDb db, TimeProvider time) : IRequestHandler<AskQuestion>
{
    public async Task<Unit> Handle(AskQuestion request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        await db.PutQuestion(new OpenQuestion(request.UserId, request.Kind, request.Subject, time.GetUtcNow()), token);
        await work.Commit(token);
        return Unit.Value;
    }
}

internal sealed class AskQuestionValidator : AbstractValidator<AskQuestion>
{
    public AskQuestionValidator() => RuleFor(request => request.Subject).NotNull().MaximumLength(OpenQuestion.SubjectLengthMax);
}
