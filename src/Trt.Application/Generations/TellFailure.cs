using MediatR;
using Trt.Application.Later;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Tells the customer that there is no result, why, and that the money is back.</summary>
public sealed record TellFailure(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellFailureHandler(ITrtDb db, Notices notices, IGenerationNotifier notifier)
    : IRequestHandler<TellFailure, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellFailure command, CancellationToken token)
    {
        var generation = await db.ReadGeneration(command.Id, token);
        switch (await notifier.Failure(await notices.WithReceipt(generation, token), token))
        {
            case SendOutcome.TryLater later:
                return LaterOutcome.After(later.After, later.Detail);
            case SendOutcome.Unknown unknown:
                return LaterOutcome.Unsure(unknown.Detail);
            case SendOutcome.RecipientGone:
                await db.KeepForReturn(command.Id, token);
                return LaterOutcome.Done;
            default:
                await db.Decide(command.Id, found => found.ReachWithFailure(), token);
                return LaterOutcome.Done;
        }
    }
}
