using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>An operator wants to see the files that a customer sent for an order; they come into the operator's chat.</summary>
/// <returns>How many there are.</returns>
public sealed record BringInputFiles(UserId Operator, GenerationId Id, Cid Cid) : IAdminRequest<int>
{
    public Actor By => new Actor.InChat(Operator);
}

internal sealed class BringInputFilesHandler(AdminGate gate, ITrtDb db, IOutbox outbox, TimeProvider time)
    : AdminHandler<BringInputFiles, int>(gate, AdminAct.ReadInputs)
{
    protected override async Task<int> Serve(BringInputFiles request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var order = await db.Generations.AsNoTracking().FirstOrDefaultAsync(found => found.Id == request.Id, token);
        if (order is null || order.Files().Count == 0)
        {
            return 0;
        }

        await outbox.Ensure(new SendInputFiles(request.Operator, request.Id), request.Cid, token);
        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "order.files_read", OrderAudit.Subject(request.Id), null, null, "", time.GetUtcNow()));
        await work.Commit(token);
        return order.Files().Count;
    }
}

/// <summary>Brings them. A repeated row brings them again: they are for a look.</summary>
/// <param name="UserId">The operator.</param>
public sealed record SendInputFiles(UserId UserId, GenerationId Id) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"inputs:{Id}:{UserId}";
}

internal sealed class SendInputFilesHandler(AdminGate gate, ITrtDb db, IInputFileShow show) : IRequestHandler<SendInputFiles, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(SendInputFiles command, CancellationToken token)
    {
        // Asked again, since rights can end between the press and the files.
        if (await gate.Admit(new Actor.InChat(command.UserId), AdminAct.ReadInputs, nameof(SendInputFiles), token) is null)
        {
            return LaterOutcome.Done;
        }

        foreach (var file in (await db.ReadGeneration(command.Id, token)).Files())
        {
            if (await show.Show(command.UserId, file, token) is SendOutcome.TryLater later)
            {
                return LaterOutcome.After(later.After, later.Detail);
            }
        }

        return LaterOutcome.Done;
    }
}

internal static class OrderFiles
{
    public static IReadOnlyList<MediaItem> Files(this Generation order) =>
        [.. order.Inputs.Values.OfType<MediaValue>().SelectMany(value => value.Items)];
}
