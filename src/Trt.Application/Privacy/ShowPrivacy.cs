using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>What a customer can decide about their own data, as it stands.</summary>
public sealed record ShowPrivacy(UserId UserId) : IRequest<PrivacyView>;

public sealed record PrivacyView(bool Vanishes);

internal sealed class ShowPrivacyHandler(ITrtDb db) : IRequestHandler<ShowPrivacy, PrivacyView>
{
    public async Task<PrivacyView> Handle(ShowPrivacy request, CancellationToken token) =>
        new(await db.Users.AnyAsync(user => user.Id == request.UserId && user.Vanishes, token));
}
