using Npgsql;
using Trt.Application.Generations;
using Trt.Application.Growth;
using Trt.Application.Payments.Messenger;
using Trt.Application.Terms;
using Trt.Application.Tests.Growth;
using Trt.Application.Tests.Payments;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>
/// Money and free generations that go from one customer's doing to another's wallet and bank. Decision 0017: nobody holds one customer's row
/// while waiting for another's out of order, so however these ways meet, none is broken off.
/// </summary>
[CancelAfter(300_000)]
[NonParallelizable]
public sealed class GrowthRaces : ShopTest
{
    private const int Rounds = 120;

    private static long _low = 100_000;

    /// <summary>They are proven by the tests themselves, which end every connection to read what it has counted.</summary>
    protected override bool BooksAgreeAtTheEnd => false;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions
    {
        CallbackSecret = [1],
        PaymentMethods = [PaymentMethod.Stars],
        OpenPerCustomerMax = 100,
        Terms = new ShopTerms
        {
            Free = new FreeTerms { PerDay = 0 },
            Growth = new GrowthTerms
            {
                SharePercent = 10,
                ShareMax = Money.Rubles(30),
                GiftMin = Money.Rubles(5),
                GiftMax = Money.Rubles(5),
                GiftsPerDay = 100_000,
                InvitationsPerDay = 100_000,
            },
        },
    });

    [Test]
    public async Task Friends_who_pay_earn_and_spend_at_one_moment_in_either_order_of_their_ids_never_break_each_other_off()
    {
        await Issue("MONEY", new PromoValue.MoneyGift(Money.Rubles(7)));
        await Issue("FREE", new PromoValue.FreeGenerations(3));
        for (var round = 0; round < Rounds; round++)
        {
            // The one in the middle is above one neighbour and below the other; every second chain runs the other way.
            UserId[] people = [new(Interlocked.Increment(ref _low)), Visitors.Nobody(), new(Interlocked.Increment(ref _low))];
            var (first, second, third) = round % 2 == 0 ? (people[0], people[1], people[2]) : (people[1], people[0], Visitors.Nobody());
            await Shop.Comes(first);
            await Shop.ComesInvitedBy(first, second);
            await Shop.ComesInvitedBy(second, third);
            var back = await Shop.PaysIn(first);
            var free = await Shop.FreeDraft(second);

            await Race.Among(
                async () => await Shop.PaysIn(second),
                async () => await Shop.PaysIn(third),
                async () => await Shop.Send(new RewardInviter(first, second)),
                async () => await Shop.Send(new RewardInviter(second, third)),
                async () => await Shop.Send(new ShareFirstPayment(first, second)),
                async () => await Shop.Send(new ShareFirstPayment(second, third)),
                async () => await Shop.Send(new RedeemPromo(first, "FREE")),
                async () => await Shop.Send(new RedeemPromo(second, "MONEY")),
                async () => await Shop.Send(new RedeemPromo(second, "FREE")),
                async () => await Shop.Send(new RedeemPromo(third, "MONEY")),
                async () => await Shop.Send(new ClaimGift(second)),
                async () => await Shop.Send(new NoteRefund(first, back.Price, back.ChargeId!, new Cid("test"))),
                async () => (await Shop.Confirm(second, free.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>());
            await Shop.Send(new ShareFirstPayment(first, second));
            await Shop.Send(new ShareFirstPayment(second, third));

            var money = await Task.WhenAll(new[] { first, second, third }.Select(async user => (await Shop.Balance(user)).Available));
            money.ShouldBe([Money.Rubles(10), Money.Rubles(100 + 10 + 7 + 5), Money.Rubles(100 + 7)]);
            var banks = await Task.WhenAll(new[] { first, second, third }.Select(Shop.Bank));
            banks.ShouldBe([10 + 3, 10 + 10 + 3 - 1, 10]);
        }

        await Shop.MoneyAgrees();
        (await Deadlocks()).ShouldBe(0, "an order of locks is being broken, even if everybody got through");
    }

    private async Task Issue(string code, PromoValue value) =>
        (await Shop.Send(new CreatePromo(code, value, 100_000, 1, null, "test"))).ShouldBeOfType<CreatePromoResult.Created>();

    /// <summary>Each connection hands in its figures when it ends, so all are ended first.</summary>
    private async Task<long> Deadlocks()
    {
        await using var connection = new NpgsqlConnection(Shop.ConnectionString);
        await connection.OpenAsync();
        await using var end = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        await end.ExecuteNonQueryAsync();
        await using var read = new NpgsqlCommand("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", connection);
        return (long)(await read.ExecuteScalarAsync())!;
    }
}
