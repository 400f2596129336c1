using FluentValidation;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Admins;

/// <summary>An owner trusts one more person, or trusts one otherwise than before: with another role, or another limit.</summary>
/// <param name="DailyLimit">The usual one when left out.</param>
/// <param name="Role">As it was when left out; a newly appointed one has a limit.</param>
public sealed record AppointAdmin(Actor By, UserId UserId, Money? DailyLimit = null, AdminRole? Role = null) : IAdminRequest<AppointResult>;

public abstract record AppointResult
{
    public sealed record Appointed(AdminRole Role, Money DailyLimit) : AppointResult;

    public sealed record LimitChanged(Money Before, Money DailyLimit) : AppointResult;

    public sealed record RoleChanged(AdminRole Before, AdminRole Role) : AppointResult;

    /// <summary>An owner by the settings of the shop: no word in the chat changes that.</summary>
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

        await using var work = await db.Begin(token);
        var person = await db.LockUser(request.UserId, token);
        if (person is null or { IsBlocked: true })
        {
            return person is null ? new AppointResult.UnknownPerson() : new AppointResult.IsBlocked();
        }

        var admin = await db.LockAdmin(request.UserId, token);
        var result = admin is { IsActive: true } ? Change(admin, request) : Appoint(admin, request);
        await work.Commit(token);
        return result;
    }

    private AppointResult.Appointed Appoint(Admin? admin, AppointAdmin request)
    {
        var (role, limit) = (request.Role ?? AdminRole.Limited, request.DailyLimit ?? options.Admins.DailyLimit);
        var now = time.GetUtcNow();
        if (admin is null)
        {
            db.Admins.Add(Admin.Appoint(request.UserId, role, limit, request.By.Mark, now));
        }
        else
        {
            admin.Reappoint(role, limit, request.By.Mark, now);
        }

        Note(request, "admin.appointed", null, role == AdminRole.Limited ? $"{role}, {limit}" : $"{role}");
        return new AppointResult.Appointed(role, limit);
    }

    private AppointResult Change(Admin admin, AppointAdmin request)
    {
        var (role, limit) = (admin.Role, admin.DailyLimit);
        if (request.Role is { } next && next != role)
        {
            admin.Become(next);
            Note(request, "admin.role", $"{role}", $"{next}");
            return new AppointResult.RoleChanged(role, next);
        }

        admin.Limit(request.DailyLimit ?? limit);
        Note(request, "admin.limited", $"{limit}", $"{admin.DailyLimit}");
        return new AppointResult.LimitChanged(limit, admin.DailyLimit);
    }

    private void Note(AppointAdmin request, string action, string? before, string after) => db.Audit.Add(
        AuditEntry.Of(request.By.Mark, action, $"user:{request.UserId}", before, after, "", time.GetUtcNow()));
}

internal sealed class AppointAdminValidator : AbstractValidator<AppointAdmin>
{
    public AppointAdminValidator()
    {
        RuleFor(request => request.UserId.Value).GreaterThan(0).WithMessage("An admin is named by a positive Telegram id.");
        RuleFor(request => request.Role).Must(role => role is null or not AdminRole.None).WithMessage("Nobody is appointed to nothing.");
        RuleFor(request => request.DailyLimit!.Value.Kopecks).InclusiveBetween(0, AdjustmentAmount.KopecksMax)
            .When(request => request.DailyLimit is not null)
            .WithMessage("The limit must be between 0 and 1 000 000 ₽ a day.");
    }
}
