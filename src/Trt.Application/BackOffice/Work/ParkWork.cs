using FluentValidation;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Work;

/// <summary>Work that waits is put aside until somebody starts it again.</summary>
/// <returns>Whether there was any of this number.</returns>
public sealed record ParkWork(Actor By, Guid Id, string Reason) : IAdminRequest<bool>;

internal sealed class ParkWorkHandler(AdminGate gate, ITrtDb db, IParkedWork parked, TimeProvider time)
    : AdminHandler<ParkWork, bool>(gate, AdminAct.RunShop)
{
    protected override async Task<bool> Serve(ParkWork request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (!await parked.Park(request.Id, $"{request.By.Mark}: {request.Reason}", token))
        {
            return false;
        }

        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, "outbox.parked", $"outbox:{request.Id:N}", null, null, request.Reason, time.GetUtcNow()));
        await work.Commit(token);
        return true;
    }
}

internal sealed class ParkWorkValidator : AbstractValidator<ParkWork>
{
    public ParkWorkValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(AuditEntry.ReasonLengthMax).WithMessage(
            "Say why in at most 500 characters.");
}
