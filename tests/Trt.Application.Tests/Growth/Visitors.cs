using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Users;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Growth;

/// <summary>People who come by links, and pay.</summary>
internal static class Visitors
{
    private static long _last = 700_000;

    public static ShopOptions With(GrowthTerms growth) => new() { CallbackSecret = [1], Terms = new ShopTerms { Growth = growth } };

    public static UserId Nobody() => new(Interlocked.Increment(ref _last));

    public static Task<CustomerFacts> Comes(this TestShop shop, UserId user, StartParameter? link = null) =>
        shop.Send(new EnterChat(user, "Guest", null, Language.Russian, new Cid("test"), link));

    public static Task<CustomerFacts> ComesInvitedBy(this TestShop shop, UserId inviter, UserId user) =>
        shop.Comes(user, new StartParameter.Invited(inviter));

    /// <summary>A newcomer with the bonus of the link in the bank.</summary>
    public static async Task<UserId> Friend(this TestShop shop, UserId inviter)
    {
        var friend = Nobody();
        await shop.ComesInvitedBy(inviter, friend);
        return friend;
    }

    public static Task<int> Bank(this TestShop shop, UserId user) => shop.Ask(async db =>
    {
        await using var work = await db.Begin(CancellationToken.None);
        return (await db.LockFreeBank(user, CancellationToken.None)).Available;
    });

    /// <summary>Makes a free picture, with everything that follows from it.</summary>
    public static async Task FirstPicture(this TestShop shop, UserId user)
    {
        var view = await shop.FreeDraft(user);
        await shop.Confirm(user, view.Draft.Id);
        await shop.Pass(TimeSpan.FromSeconds(6));
    }

    /// <summary>Money that comes through the till, as from any way of paying.</summary>
    public static async Task Pays(this TestShop shop, UserId user, decimal rubles)
    {
        await using var scope = shop.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        var (amount, now) = (Money.Rubles(rubles), shop.Clock.GetUtcNow());
        var id = PaymentId.New(now);
        await using var work = await db.Begin(CancellationToken.None);
        var payment = Payment.Ask(id, user, PaymentMethod.Card, amount, PaidTotal.InRubles(amount), draft: null, now, TimeSpan.FromHours(1));
        db.Payments.Add(payment);
        await scope.ServiceProvider.GetRequiredService<Till>().Credit(payment, new MoneyIn($"charge-{id}", amount, "system", new Cid("test")), CancellationToken.None);
        await work.Commit(CancellationToken.None);
    }
}
