using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>Tells one operator how a day of the shop was.</summary>
/// <param name="UserId">The operator.</param>
public sealed record TellDigest(UserId UserId, DateOnly Day) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    public string Key => $"{UserId}";
}

internal sealed class TellDigestHandler(AdminGate gate, DigestReader reader, IOperatorNotifier notifier)
    : IRequestHandler<TellDigest, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellDigest command, CancellationToken token) =>
        (await gate.RightsOf(new Actor.InChat(command.UserId), token)).May(AdminAct.HearAlerts)
            ? await notifier.Digest(await reader.Read(command.UserId, command.Day, token), token).OrLater()
            : LaterOutcome.Done;
}
