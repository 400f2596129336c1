using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>Turns the progress message into the receipt: what was taken and what is left.</summary>
public sealed record TellReceipt(GenerationId Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => Id.ToString();
}

internal sealed class TellReceiptHandler(ITrtDb db, Notices notices, IGenerationNotifier notifier)
    : IRequestHandler<TellReceipt, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellReceipt command, CancellationToken token)
    {
        var notice = await notices.WithReceipt(await db.ReadGeneration(command.Id, token), token);
        return await notifier.Receipt(notice, token).OrLater();
    }
}
