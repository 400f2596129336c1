using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Users;

/// <summary>The customer says what their clock shows.</summary>
public sealed record ChooseZone(UserId UserId, TimeSpan UtcOffset) : IRequest;

internal sealed class ChooseZoneHandler(ITrtDb db) : AsyncRequestHandler<ChooseZone>
{
    protected override async Task Handle(ChooseZone request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var user = await db.Users.FirstAsync(found => found.Id == request.UserId, token);
        user.LiveBy(request.UtcOffset);
        await work.Commit(token);
    }
}

internal sealed class ChooseZoneValidator : AbstractValidator<ChooseZone>
{
    public ChooseZoneValidator() => RuleFor(request => request.UtcOffset).InclusiveBetween(User.ZoneMin, User.ZoneMax);
}
