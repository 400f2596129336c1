using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>Makes one piece of an archive and brings it; the next one is a row of its own, so a crash repeats one piece at most.</summary>
/// <param name="AskedAt">Names the archive.</param>
/// <param name="AfterId">The last order of the piece before.</param>
public sealed record SendArchive(UserId UserId, DateTimeOffset AskedAt, Guid? AfterId, int Piece) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"archive:{UserId}:{Piece}";
}

internal sealed class SendArchiveHandler(ITrtDb db, IOutbox outbox, ArchiveWriter archives, IPrivacyNotifier notifier)
    : IRequestHandler<SendArchive, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(SendArchive command, CancellationToken token)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(found => found.Id == command.UserId, token) is not { } user)
        {
            return LaterOutcome.Done;
        }

        Guid? last = null;
        var outcome = await notifier.Archive(
            new ArchiveNotice(user.Id, user.Language, command.Piece),
            async stream =>
            {
                last = await archives.Write(user, command, stream, token);
                return last is not null;
            },
            token).OrLater();
        if (outcome is LaterOutcome.Finished && last is { } after)
        {
            await using var work = await db.Begin(token);
            outbox.Add(command with { AfterId = after, Piece = command.Piece + 1 }, Cid.New(command.AskedAt));
            await work.Commit(token);
        }

        return outcome;
    }
}
