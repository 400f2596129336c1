using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>Takes the messages of a forgotten result out of the chat. What the messenger does not let go is told.</summary>
/// <param name="Messages">Their numbers, with a comma between two.</param>
public sealed record WipeMessages(GenerationId Id, UserId UserId, string Messages) : ILaterCommand
{
    /// <summary>The messenger lets bots delete their messages for so long.</summary>
    public static readonly TimeSpan PossibleFor = TimeSpan.FromHours(48);

    public Lane Lane => Lane.Chat;

    public string Key => $"wipe:{Id}";

    public IEnumerable<long> Numbers() => Messages.Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture));
}

internal sealed class WipeMessagesHandler(ITrtDb db, IPrivacyNotifier notifier) : IRequestHandler<WipeMessages, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(WipeMessages command, CancellationToken token)
    {
        var language = await db.Users.Where(user => user.Id == command.UserId).Select(user => user.Language).FirstOrDefaultAsync(token);
        return await notifier.Wipe(command.UserId, language, [.. command.Numbers()], token).OrLater();
    }
}
