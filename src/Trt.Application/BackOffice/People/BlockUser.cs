using FluentValidation;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.BackOffice.People;

/// <summary>The shop takes nothing new from this person. What is under way is finished, and what they pay is credited.</summary>
public sealed record BlockUser(Actor By, UserId UserId, string Reason) : IAdminRequest<BlockOutcome>;

public enum BlockOutcome
{
    Done,

    /// <summary>It was so already.</summary>
    NoChange,
    UnknownPerson,

    /// <summary>Whoever stands behind the counter has to leave it first.</summary>
    IsAdmin,
}

internal sealed class BlockUserHandler(AdminGate gate, ITrtDb db, TimeProvider time)
    : AdminHandler<BlockUser, BlockOutcome>(gate, AdminAct.BlockPeople)
{
    protected override async Task<BlockOutcome> Serve(BlockUser request, AdminRights rights, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        if (await db.LockUser(request.UserId, token) is not { } user)
        {
            return BlockOutcome.UnknownPerson;
        }

        if ((await Gate.RightsOf(new Actor.InChat(request.UserId), token)).Role != AdminRole.None)
        {
            return BlockOutcome.IsAdmin;
        }

        if (!user.Block(request.Reason, now))
        {
            return BlockOutcome.NoChange;
        }

        // An order that is being filled in ends here: an instance that does not know yet finds nothing to confirm.
        if (await db.LockDraft(request.UserId, token) is { } draft)
        {
            db.Drafts.Remove(draft);
        }

        await db.DropQuestion(request.UserId, token);
        db.Audit.Add(AuditEntry.Of(request.By.Mark, "user.blocked", $"user:{request.UserId}", null, null, request.Reason, now));
        await work.Commit(token);
        return BlockOutcome.Done;
    }
}

internal sealed class BlockUserValidator : AbstractValidator<BlockUser>
{
    public BlockUserValidator() =>
        RuleFor(request => request.Reason).NotEmpty().MaximumLength(User.BlockReasonLengthMax).WithMessage(
            "Say why, in at most 500 characters.");
}
