using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Generations;
using Trt.Application.Growth;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Application.Users;

/// <summary>Someone writes to us: known from the first word on. A result that waited for their return is delivered now.</summary>
/// <param name="Link">What the link they followed says, when they followed one.</param>
public sealed record EnterChat(UserId UserId, string Name, string? Username, Language Guess, Cid Cid, StartParameter? Link = null)
    : IRequest<CustomerFacts>;

/// <param name="IsNew">Their very first word.</param>
/// <param name="GivenFree">Free generations that a friend's invitation has just brought them.</param>
/// <param name="IsBlocked">Nothing new is taken from them.</param>
public sealed record CustomerFacts(UserId UserId, Language Language, bool IsNew, int GivenFree = 0, bool IsBlocked = false)
{
    /// <summary>Free generations that they can still have today; what the hour or the house limits is told where one is chosen.</summary>
    public int FreeLeft { get; init; }

    /// <summary>Money that has just been given to a newcomer.</summary>
    public Money Welcome { get; init; } = Money.Zero;

    /// <summary>An order is being filled in, or waits for money.</summary>
    public bool OrderWaits { get; init; }
}

internal sealed class EnterChatHandler(
    ITrtDb db, IOutbox outbox, Arrivals arrivals, IShopTerms terms, ShopOptions options, TimeProvider time)
    : IRequestHandler<EnterChat, CustomerFacts>
{
    public async Task<CustomerFacts> Handle(EnterChat request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var isNew = await db.RegisterUser(
            User.Register(request.UserId, request.Name, request.Username, request.Guess, time.GetUtcNow()), token);
        var (now, today) = (time.GetUtcNow(), options.DayOf(time.GetUtcNow()));
        // One look for all that the first screen says of its reader: no press on the menu asks the database again.
        var known = await db.Users
            .Where(found => found.Id == request.UserId)
            .Select(found => new
            {
                User = found,
                UsedFree = db.FreeAllowances.Where(used => used.UserId == found.Id && used.Day == today)
                    .Select(used => used.Used)
                    .FirstOrDefault(),
                Earned = db.FreeBanks.Where(bank => bank.UserId == found.Id).Select(bank => bank.Available).FirstOrDefault(),
                OrderWaits = db.Drafts.Any(draft => draft.UserId == found.Id && draft.ExpiresAt > now),
            })
            .FirstAsync(token);
        var user = known.User;
        if (user.HasLeft)
        {
            // Somebody may be finding out at this moment that something cannot be brought to them.
            user = (await db.LockUser(user.Id, token))!;
        }

        // Whoever was erased is a newcomer again; what a person gets once in a life they have had.
        var isBack = user.ComeBack();
        user.Introduce(request.Name, request.Username);
        user.See(today);
        var givenFree = await arrivals.Receive(request.Link, user.Id, isNew, request.Cid, token);
        if (isNew && !terms.Current.WelcomeBalance.IsZero)
        {
            var wallet = await db.LockWallet(user.Id, token);
            wallet.Grant(terms.Current.WelcomeBalance, new Booking($"welcome:{user.Id}", Booking.System, "welcome", time.GetUtcNow()));
        }

        if (user.HasLeft)
        {
            user.Return();
            await DeliverWhatWaited(request, token);
        }

        await work.Commit(token);
        return new CustomerFacts(user.Id, user.Language, isNew || isBack, givenFree, user.IsBlocked)
        {
            FreeLeft = Math.Max(0, terms.Current.Free.PerDay - known.UsedFree) + known.Earned + givenFree,
            Welcome = isNew ? terms.Current.WelcomeBalance : Money.Zero,
            OrderWaits = known.OrderWaits,
        };
    }

    private async Task DeliverWhatWaited(EnterChat request, CancellationToken token)
    {
        var waiting = await db.Generations.AsNoTracking()
            .Where(generation => generation.UserId == request.UserId && generation.IsUndeliverable)
            .OrderBy(generation => generation.CreatedAt)
            .Take(20)
            .ToListAsync(token);
        foreach (var generation in waiting)
        {
            outbox.Add(generation.Result.Count == 0
                ? new TellFailure(generation.Id, generation.UserId)
                : new DeliverResult(generation.Id, generation.UserId), request.Cid);
        }
    }
}
