using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>Brings the word about a matter to one of those who hear it, in their language.</summary>
/// <param name="UserId">The operator.</param>
public sealed record TellOperator(UserId UserId, MatterWord Word) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    public string Key => Word.Matter.Subject;
}

internal sealed class TellOperatorHandler(AdminGate gate, ITrtDb db, IOperatorNotifier notifier)
    : IRequestHandler<TellOperator, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(TellOperator command, CancellationToken token)
    {
        if (!(await gate.RightsOf(new Actor.InChat(command.UserId), token)).May(AdminAct.HearAlerts))
        {
            return LaterOutcome.Done;
        }

        var language = await db.LanguageOf(command.UserId, token);
        return await notifier.Alert(new AlertNotice(command.UserId, language, command.Word), token).OrLater();
    }
}

internal static class OperatorLanguage
{
    /// <summary>An owner of the settings may never have written.</summary>
    public static async Task<Language> LanguageOf(this ITrtDb db, UserId user, CancellationToken token) => await db.Users.AsNoTracking()
        .Where(found => found.Id == user)
        .Select(found => (Language?)found.Language)
        .FirstOrDefaultAsync(token) ?? Language.Russian;
}
