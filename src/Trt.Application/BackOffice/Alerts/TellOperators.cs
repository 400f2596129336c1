using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>Tells the operators something they must know; of one matter only so often, however often it happens.</summary>
public sealed record TellOperators(Matter Matter) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    /// <summary>Nobody's in particular: alerts go to all who hear them.</summary>
    public UserId UserId => default;

    public string Key => Matter.Subject;
}

/// <summary>What went on is over: whoever heard of it hears that as well.</summary>
public sealed record EndMatter(string Subject) : ILaterCommand
{
    public Lane Lane => Lane.Operators;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => Subject;
}
