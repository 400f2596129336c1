using MediatR;
using Trt.Application.Later;

namespace Trt.Application.BackOffice.Alerts;

internal sealed class TellOperatorsHandler(MatterBook book) : IRequestHandler<TellOperators, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellOperators command, CancellationToken token)
    {
        await book.See(command.Matter, token);
        return LaterOutcome.Done;
    }
}

internal sealed class EndMatterHandler(MatterBook book) : IRequestHandler<EndMatter, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(EndMatter command, CancellationToken token)
    {
        await book.End(command.Subject, token);
        return LaterOutcome.Done;
    }
}

/// <summary>What an earlier release has left in the outbox is told in its words.</summary>
internal sealed class AlertOperatorHandler(MatterBook book) : IRequestHandler<AlertOperator, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(AlertOperator command, CancellationToken token)
    {
        await book.See(new Ports.Matter.OldWords(command.Subject, command.Text), token);
        return LaterOutcome.Done;
    }
}
