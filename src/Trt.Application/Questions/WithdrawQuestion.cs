using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Questions;

/// <summary>The person went on to something else, or has answered: their next message is a message again.</summary>
public sealed record WithdrawQuestion(UserId UserId) : IRequest;

internal sealed class WithdrawQuestionHandler(ITrtDb db) : AsyncRequestHandler<WithdrawQuestion>
{
    protected override Task Handle(WithdrawQuestion request, CancellationToken token) => db.DropQuestion(request.UserId, token);
}
