using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Work;

/// <summary>Work that was put aside is started again.</summary>
/// <param name="Id">Null starts all of it.</param>
/// <returns>How much.</returns>
public sealed record ReplayOutbox(Actor By, Guid? Id = null) : IAdminRequest<int>;

/// <summary>The orders of stray signals are looked for once more.</summary>
/// <returns>How many have found theirs.</returns>
public sealed record ReplayCallbacks(Actor By) : IAdminRequest<int>;

internal sealed class ReplayOutboxHandler(AdminGate gate, ITrtDb db, IParkedWork parked, TimeProvider time)
    : AdminHandler<ReplayOutbox, int>(gate, AdminAct.RunShop)
{
    protected override async Task<int> Serve(ReplayOutbox request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var started = await parked.Replay(request.Id, token);
        if (started > 0)
        {
            db.Audit.Add(AuditEntry.Of(
                request.By.Mark, "outbox.replayed", request.Id is { } id ? $"outbox:{id:N}" : "shop", null, $"{started}", "",
                time.GetUtcNow()));
            await work.Commit(token);
        }

        return started;
    }
}

internal sealed class ReplayCallbacksHandler(AdminGate gate, ITrtDb db, IMediator mediator, TimeProvider time)
    : AdminHandler<ReplayCallbacks, int>(gate, AdminAct.RunShop)
{
    protected override async Task<int> Serve(ReplayCallbacks request, AdminRights rights, CancellationToken token)
    {
        var before = await Strays(token);
        await mediator.Send(new TendOrphans(), token);
        var found = before - await Strays(token);
        await using var work = await db.Begin(token);
        db.Audit.Add(AuditEntry.Of(request.By.Mark, "callbacks.replayed", "shop", null, $"{found}", "", time.GetUtcNow()));
        await work.Commit(token);
        return found;
    }

    private Task<int> Strays(CancellationToken token) => db.ProviderCallbacks.CountAsync(callback => callback.GenerationId == null, token);
}
