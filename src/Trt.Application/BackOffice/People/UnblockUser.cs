using FluentValidation;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.People;

/// <summary>The person is welcome again.</summary>
public sealed record UnblockUser(Actor By, UserId UserId, string Reason = "") : IAdminRequest<BlockOutcome>;

internal sealed class UnblockUserHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<UnblockUser, BlockOutcome>(gate, AdminAct.BlockPeople)
{
    protected override async Task<BlockOutcome> Serve(UnblockUser request, AdminRights rights, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        if (await db.LockUser(request.UserId, token) is not { } user)
        {
            return BlockOutcome.UnknownPerson;
        }

        var before = user.BlockReason;
        if (!user.Unblock())
        {
            return BlockOutcome.NoChange;
        }

        db.Audit.Add(
            AuditEntry.Of(request.By.Mark, "user.unblocked", $"user:{request.UserId}", before, null, request.Reason, time.GetUtcNow()));
        await work.Commit(token);
        return BlockOutcome.Done;
    }
}

internal sealed class UnblockUserValidator : AbstractValidator<UnblockUser>
{
    public UnblockUserValidator() =>
        RuleFor(request => request.Reason).NotNull().MaximumLength(AuditEntry.ReasonLengthMax).WithMessage(
            "Say why in at most 500 characters.");
}
