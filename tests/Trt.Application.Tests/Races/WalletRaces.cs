using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Generations;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>Money comes in and goes out at the same moment: nothing is lost, nothing is booked twice.</summary>
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class WalletRaces : ShopTest
{
    private TestShop _other = null!;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions { CallbackSecret = [1], OpenPerCustomerMax = 20 });

    [SetUp]
    public async Task Come() => _other = await Shop.OpenBeside();

    [TearDown]
    public async Task Leave() => await _other.DisposeAsync();

    [Test]
    public async Task Topping_up_while_spending_loses_no_update()
    {
        var people = await Race.Of(4, _ => Shop.Payer(Money.Rubles(14.14m)));
        await Race.Of(12, async runner =>
        {
            var (user, instance) = (people[runner % 4], runner % 2 == 0 ? Shop : _other);
            for (var round = 0; round < Race.Rounds / 4; round++)
            {
                if (runner < 4)
                {
                    await Orders(instance, user);
                }
                else
                {
                    (await instance.Send(new AddMoney(user, 707, $"{runner}/{round}", "test", "test"))).ShouldBeOfType<AddMoneyResult.Booked>();
                }
            }

            return 0;
        });

        foreach (var user in people)
        {
            var balance = await Shop.Balance(user);
            (balance.Available + balance.Reserved).ShouldBe(new Money(1414 + (2 * (Race.Rounds / 4) * 707)));
        }
    }

    [Test]
    [Property("Case", 10)]
    public async Task The_same_reference_from_all_sides_is_booked_once_and_nobody_meets_an_error()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var senders = round % 50 == 0 ? 32 : 6;
            var user = await Shop.NewCustomer();
            var results = await Race.Of(senders, sender => Instance(sender).Send(new AddMoney(user, 500, $"complaint-{round}", "test", "test")));

            results.Count(result => result is AddMoneyResult.Booked).ShouldBe(1, $"round {round}");
            results.Count(result => result is AddMoneyResult.AlreadyBooked).ShouldBe(senders - 1, $"round {round}");
            (await Shop.Balance(user)).Available.ShouldBe(new Money(500));
        }
    }

    [Test]
    public async Task One_reference_for_two_customers_is_booked_for_one_of_them_and_nobody_meets_an_error()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (ann, bob) = (await Shop.NewCustomer(), await Shop.NewCustomer());
            var results = await Race.Of(6, sender => Instance(sender).Send(new AddMoney(sender % 3 == 0 ? ann : bob, 500, $"claim-{round}", "test", "test")));

            results.Count(result => result is AddMoneyResult.Booked).ShouldBe(1, $"round {round}");
            ((await Shop.Balance(ann)).Available + (await Shop.Balance(bob)).Available).ShouldBe(new Money(500));
        }
    }

    [Test]
    public async Task Taking_money_back_from_all_sides_never_takes_more_than_there_is()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var user = await Shop.Payer(new Money(1000));
            var results = await Race.Of(5, sender => Instance(sender).Send(new AddMoney(user, -300, $"back-{round}-{sender}", "test", "test")));

            results.Count(result => result is AddMoneyResult.Booked).ShouldBe(3, $"round {round}");
            results.Count(result => result is AddMoneyResult.NotEnough).ShouldBe(2, $"round {round}");
        }
    }

    private TestShop Instance(int sender) => sender % 2 == 0 ? Shop : _other;

    /// <summary>An order and its end: paid for, or given back.</summary>
    private static async Task Orders(TestShop shop, UserId user)
    {
        var view = await shop.PaidDraft(user);
        if (await shop.Confirm(user, view.Draft.Id) is ConfirmResult.Started started)
        {
            await shop.Send(new CancelGeneration(user, started.Generation.Id));
        }
    }
}
