using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Later;

/// <summary>Tells the operators something they must act on.</summary>
public sealed record AlertOperator(string Subject, string Text) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    /// <summary>Nobody's in particular: alerts go to all operators.</summary>
    public UserId UserId => default;

    public string Key => Subject;

    public static AlertOperator About(string subject, string text) => new(subject, text);
}

internal sealed class AlertOperatorHandler(IOperatorNotifier notifier) : IRequestHandler<AlertOperator, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(AlertOperator command, CancellationToken token) =>
        await notifier.Alert(command.Text, token).OrLater();
}
