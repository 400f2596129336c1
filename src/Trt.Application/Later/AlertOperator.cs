using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Later;

/// <summary>Tells the operators something they must act on; about one subject only so often, however often it happens.</summary>
public sealed record AlertOperator(string Subject, string Text) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    /// <summary>Nobody's in particular: alerts go to all operators.</summary>
    public UserId UserId => default;

    public string Key => Subject;

    public static AlertOperator About(string subject, string text) => new(subject, text);
}

internal sealed class AlertOperatorHandler(IOperatorNotifier notifier, IPace pace) : IRequestHandler<AlertOperator, LaterOutcome>
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    public async Task<LaterOutcome> Handle(AlertOperator command, CancellationToken token)
    {
        var said = Pauses.AlertOf(command.Subject);
        if (await pace.IsPaused(said, token))
        {
            return LaterOutcome.Done;
        }

        var outcome = await notifier.Alert(command.Text, token).OrLater();
        if (outcome is LaterOutcome.Finished)
        {
            await pace.Pause(said, Quiet, "said", token);
        }

        return outcome;
    }
}
