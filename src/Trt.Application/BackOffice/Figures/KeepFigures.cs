using MediatR;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Figures;

/// <summary>Counts the hours that are over, so that nobody has to count them at a look.</summary>
public sealed record KeepFigures : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "figures";
}

internal sealed class KeepFiguresHandler(IFigures figures, TimeProvider time) : IRequestHandler<KeepFigures, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(KeepFigures command, CancellationToken token)
    {
        await figures.Keep(time.GetUtcNow(), token);
        return LaterOutcome.After(KeepFigures.Period);
    }
}
