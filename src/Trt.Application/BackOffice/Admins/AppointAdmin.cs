using FluentValidation;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Admins;

/// <summary>An owner trusts one more person, or gives an admin another limit.</summary>
/// <param name="DailyLimit">The usual one when left out.</param>
public sealed record AppointAdmin(Actor By, UserId UserId, Money? DailyLimit = null) : IAdminRequest<AppointResult>;

public abstract record AppointResult
{
    public sealed record Appointed(Money DailyLimit) : AppointResult;

    public sealed record LimitChanged(Money Before, Money DailyLimit) : AppointResult;

    /// <summary>An owner is trusted already, and without a limit.</summary>
    public sealed record IsOwner : AppointResult;

    /// <summary>They have never written to the bot: a mistyped number must not become an admin.</summary>
    public sealed record UnknownPerson : AppointResult;

    public sealed record IsBlocked : AppointResult;
}

internal sealed class AppointAdminHandler(AdminGate gate, ITrtDb db, ShopOptions options, TimeProvider time)
    : AdminHandler<AppointAdmin, AppointResult>(gate, AdminAct.AppointAdmins)
{
    protected override async Task<AppointResult> Serve(AppointAdmin request, AdminRights rights, CancellationToken token)
    {
        if (options.Owners.Contains(request.UserId))
        {
            return new AppointResult.IsOwner();
        }

        var now = time.GetUtcNow();
        await using var work = await db.Begin(token);
        var person = await db.LockUser(request.UserId, token);
        if (person is null or { IsBlocked: true })
        {
            return person is null ? new AppointResult.UnknownPerson() : new AppointResult.IsBlocked();
        }

        var admin = await db.LockAdmin(request.UserId, token);
        var before = admin is { IsActive: true } ? admin.DailyLimit : (Money?)null;
        var limit = request.DailyLimit ?? before ?? options.Admins.DailyLimit;
        if (admin is null)
        {
            db.Admins.Add(Admin.Appoint(request.UserId, limit, request.By.Mark, now));
        }
        else if (before is null)
        {
            admin.Reappoint(limit, request.By.Mark, now);
        }
        else
        {
            admin.Limit(limit);
        }

        db.Audit.Add(AuditEntry.Of(
            request.By.Mark, before is null ? "admin.appointed" : "admin.limited", $"user:{request.UserId}", before?.ToString(),
            limit.ToString(), "", now));
        await work.Commit(token);
        return before is { } old ? new AppointResult.LimitChanged(old, limit) : new AppointResult.Appointed(limit);
    }
}

internal sealed class AppointAdminValidator : AbstractValidator<AppointAdmin>
{
    public AppointAdminValidator()
    {
        RuleFor(request => request.UserId.Value).GreaterThan(0).WithMessage("An admin is named by a positive Telegram id.");
        RuleFor(request => request.DailyLimit!.Value.Kopecks).InclusiveBetween(0, AdjustmentAmount.KopecksMax)
            .When(request => request.DailyLimit is not null)
            .WithMessage("The limit must be between 0 and 1 000 000 ₽ a day.");
    }
}
