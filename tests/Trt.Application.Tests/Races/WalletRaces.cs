using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Generations;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>Money comes in and goes out at the same moment: nothing is lost, nothing is booked twice.</summary>
[CancelAfter(120_000)]
public sealed class WalletRaces
{
    private TestShop _shop = null!;
    private TestShop _other = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await TestShop.Open(new ShopOptions { CallbackSecret = [1], OpenPerCustomerMax = 20 });
        _other = await _shop.OpenBeside();
    }

    [TearDown]
    public async Task Close()
    {
        await _other.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task Topping_up_while_spending_loses_no_update()
    {
        var people = await Race.Of(4, _ => _shop.Payer(Money.Rubles(14.14m)));
        await Race.Of(12, async runner =>
        {
            var (user, instance) = (people[runner % 4], runner % 2 == 0 ? _shop : _other);
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
            var balance = await _shop.Balance(user);
            (balance.Available + balance.Reserved).ShouldBe(new Money(1414 + (2 * (Race.Rounds / 4) * 707)));
        }

        await _shop.MoneyAgrees();
    }

    [Test]
    public async Task The_same_reference_from_all_sides_is_booked_once_and_nobody_meets_an_error()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var senders = round % 50 == 0 ? 32 : 6;
            var user = await _shop.NewCustomer();
            var results = await Race.Of(senders, sender => Instance(sender).Send(new AddMoney(user, 500, $"complaint-{round}", "test", "test")));

            results.Count(result => result is AddMoneyResult.Booked).ShouldBe(1, $"round {round}");
            results.Count(result => result is AddMoneyResult.AlreadyBooked).ShouldBe(senders - 1, $"round {round}");
            (await _shop.Balance(user)).Available.ShouldBe(new Money(500));
        }

        await _shop.MoneyAgrees();
    }

    [Test]
    public async Task One_reference_for_two_customers_is_booked_for_one_of_them_and_nobody_meets_an_error()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (ann, bob) = (await _shop.NewCustomer(), await _shop.NewCustomer());
            var results = await Race.Of(6, sender => Instance(sender).Send(new AddMoney(sender % 3 == 0 ? ann : bob, 500, $"claim-{round}", "test", "test")));

            results.Count(result => result is AddMoneyResult.Booked).ShouldBe(1, $"round {round}");
            ((await _shop.Balance(ann)).Available + (await _shop.Balance(bob)).Available).ShouldBe(new Money(500));
        }

        await _shop.MoneyAgrees();
    }

    [Test]
    public async Task Taking_money_back_from_all_sides_never_takes_more_than_there_is()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var user = await _shop.Payer(new Money(1000));
            var results = await Race.Of(5, sender => Instance(sender).Send(new AddMoney(user, -300, $"back-{round}-{sender}", "test", "test")));

            results.Count(result => result is AddMoneyResult.Booked).ShouldBe(3, $"round {round}");
            results.Count(result => result is AddMoneyResult.NotEnough).ShouldBe(2, $"round {round}");
        }

        await _shop.MoneyAgrees();
    }

    private TestShop Instance(int sender) => sender % 2 == 0 ? _shop : _other;

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
