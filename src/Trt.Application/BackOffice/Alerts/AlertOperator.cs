using Trt.Application.Later;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>An alert as releases before <see cref="TellOperators"/> stored it; nothing writes it any more.</summary>
public sealed record AlertOperator(string Subject, string Text) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    public UserId UserId => default;

    public string Key => Subject;
}
