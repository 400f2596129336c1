using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>Looks whether what goes on still does: the operators are reminded of it, or hear that it is over.</summary>
public sealed record TendMatters : ILaterCommand
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    public Lane Lane => Lane.Check;

    /// <summary>Nobody's in particular.</summary>
    public UserId UserId => default;

    public string Key => "matters";
}

internal sealed class TendMattersHandler(ITrtDb db, MatterBook book, MatterEnds ends)
    : IRequestHandler<TendMatters, LaterOutcome>
{
    private const int AtOnceMax = 200;

    public async Task<LaterOutcome> Handle(TendMatters command, CancellationToken token)
    {
        var open = await db.OperatorMatters.AsNoTracking()
            .Where(standing => standing.OverAt == null)
            .OrderBy(standing => standing.SeenAt)
            .Take(AtOnceMax)
            .ToListAsync(token);
        foreach (var standing in open)
        {
            if (await ends.IsOver(standing, token))
            {
                await book.End(standing.Subject, token);
            }
            else
            {
                await book.Remind(standing.Subject, token);
            }
        }

        return LaterOutcome.After(TendMatters.Period);
    }
}
