using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Tokens;

/// <summary>A program shows a token; null when it opens nothing, whatever the reason.</summary>
public sealed record AdmitMachine(string Secret) : IRequest<Actor.ByToken?>
{
    public override string ToString() => nameof(AdmitMachine);
}

internal sealed class AdmitMachineHandler(ITrtDb db, TimeProvider time) : IRequestHandler<AdmitMachine, Actor.ByToken?>
{
    public async Task<Actor.ByToken?> Handle(AdmitMachine request, CancellationToken token)
    {
        if (MachineToken.DigestOf(request.Secret) is not { } digest)
        {
            return null;
        }

        await using var work = await db.Begin(token);
        var now = time.GetUtcNow();
        if (await db.MachineTokens.FirstOrDefaultAsync(known => known.Digest == digest, token) is not { } found || !found.IsGood(now))
        {
            return null;
        }

        if (found.Use(now))
        {
            await work.Commit(token);
        }

        return new Actor.ByToken(found.Name, found.Scopes);
    }
}
