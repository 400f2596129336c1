using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Application.Wallets;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Users;
using Trt.Domain.Wallets;

namespace Trt.Application.BackOffice.People;

/// <summary>Everything an admin needs to answer a customer; null when nobody has that id.</summary>
public sealed record ShowUser(Actor By, UserId UserId) : IAdminRequest<UserProfile?>;

/// <param name="Rights">Of the admin who looks: decides which buttons they see.</param>
public sealed record UserProfile(
    User User,
    bool IsAdmin,
    Money Available,
    Money Reserved,
    int FreeLeft,
    int Generations,
    int Payments,
    Money PaidIn,
    string? Source,
    UserId? InvitedBy,
    IReadOnlyList<Movement> Latest,
    AdminRights Rights);

internal sealed class ShowUserHandler(AdminGate gate, ITrtDb db, FundsReader funds)
    : AdminHandler<ShowUser, UserProfile?>(gate, AdminAct.LookAround)
{
    private const int LatestCount = 5;

    protected override async Task<UserProfile?> Serve(ShowUser request, AdminRights rights, CancellationToken token)
    {
        var id = request.UserId;
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id, token) is not { } user)
        {
            return null;
        }

        var wallet = await db.Wallets.AsNoTracking().FirstOrDefaultAsync(found => found.UserId == id, token);
        var deposits = await db.Ledger
            .Where(entry => entry.UserId == id && entry.Kind == EntryKind.Deposit)
            .GroupBy(entry => entry.UserId)
            .Select(group => new { Count = group.Count(), Kopecks = group.Sum(entry => entry.AvailableDelta) })
            .FirstOrDefaultAsync(token);
        var role = (await Gate.RightsOf(new Actor.InChat(id), token)).Role;
        return new UserProfile(
            user,
            role != AdminRole.None,
            wallet?.Available ?? Money.Zero,
            wallet?.Reserved ?? Money.Zero,
            (await funds.Read(id, token)).FreeLeft,
            await db.Generations.CountAsync(generation => generation.UserId == id, token),
            deposits?.Count ?? 0,
            new Money(deposits?.Kopecks ?? 0),
            await db.Attributions.Where(attribution => attribution.UserId == id)
                .Select(attribution => attribution.FirstSource ?? attribution.LastSource)
                .FirstOrDefaultAsync(token),
            await db.Invitations.Where(invitation => invitation.InviteeId == id)
                .Select(invitation => (UserId?)invitation.InviterId)
                .FirstOrDefaultAsync(token),
            await db.Ledger.Where(entry => entry.UserId == id)
                .OrderByDescending(entry => entry.Id)
                .Take(LatestCount)
                .As<Movement>()
                .ToListAsync(token),
            rights);
    }
}
