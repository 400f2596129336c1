using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Broadcasts;

/// <summary>Tells the author what became of their broadcast.</summary>
/// <param name="UserId">The author.</param>
public sealed record TellBroadcastEnd(Guid Id, UserId UserId) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    public string Key => $"{Id:N}";
}

internal sealed class TellBroadcastEndHandler(ITrtDb db, IBroadcasts broadcasts, IBroadcastNotifier notifier)
    : IRequestHandler<TellBroadcastEnd, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellBroadcastEnd command, CancellationToken token)
    {
        var broadcast = await db.Broadcasts.AsNoTracking().FirstAsync(found => found.Id == command.Id, token);
        var counts = await broadcasts.Counts(command.Id, token);
        return await notifier.Ended(command.UserId, await db.LanguageOf(command.UserId, token), broadcast, counts, token).OrLater();
    }
}
