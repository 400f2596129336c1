using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Upkeep;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Wallets;

/// <summary>
/// Random lives of customers on a real database, beside a ledger of two numbers that knows only the rules of the business: top-ups, repeats,
/// orders, cancellations and every end an order can take, in any order.
/// </summary>
[CancelAfter(120_000)]
public sealed class MoneyProperties : ShopTest
{
    private const int Sequences = 60;
    private const int ActsPerSequence = 40;
    private const long Price = 1414;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions { CallbackSecret = [1], OpenPerCustomerMax = 3, WaitingPerCustomerMax = 0 });

    [Test]
    public async Task Whatever_happens_to_a_customer_the_wallet_is_what_the_plain_ledger_says()
    {
        for (var seed = 1; seed <= Sequences; seed++)
        {
            var life = new Life(Shop, await Shop.NewCustomer(), new Random(seed));
            for (var act = 0; act < ActsPerSequence; act++)
            {
                var what = await life.Act(act);
                var balance = await Shop.Balance(life.Customer);
                (balance.Available.Kopecks, balance.Reserved.Kopecks).ShouldBe((life.Available, life.Reserved), $"seed {seed}, act {act}: {what}");
            }

            (await Shop.Send(new ProveMoney())).Differences.ShouldBeEmpty($"seed {seed}");
        }
    }

    private enum State
    {
        Waiting,
        Running,
        Lost,
        Taken,
        GivenBack,
    }

    private sealed class Order(GenerationId id, DateTimeOffset at)
    {
        public GenerationId Id => id;

        public DateTimeOffset At { get; set; } = at;

        public State State { get; set; }
    }

    private sealed class Life(TestShop shop, UserId customer, Random random)
    {
        private readonly List<Order> _orders = [];
        private readonly List<string> _references = [];

        public UserId Customer => customer;

        public long Available { get; private set; }

        public long Reserved => _orders.Count(IsOpen) * Price;

        public async Task<string> Act(int number)
        {
            // The provider's pace is another story.
            await shop.Execute("UPDATE pace_slots SET used_at = 'epoch'");
            return random.Next(10) switch
            {
                0 or 1 => await TopUp($"{customer}/{number}"),
                2 => await TakeBack($"{customer}/{number}"),
                3 => await Repeat(),
                4 or 5 => await Place(),
                6 => await Cancel(),
                7 => await Submit(),
                8 => await Look(),
                _ => await Wait(),
            };
        }

        private static bool IsOpen(Order order) => order.State is State.Waiting or State.Running or State.Lost;

        private async Task<string> TopUp(string reference)
        {
            var kopecks = random.Next(1, 3000);
            (await shop.Send(new AddMoney(customer, kopecks, reference, "test", "test"))).ShouldBeOfType<AddMoneyResult.Booked>();
            _references.Add(reference);
            Available += kopecks;
            return $"top up {kopecks}";
        }

        private async Task<string> TakeBack(string reference)
        {
            var kopecks = random.Next(1, 3000);
            var result = await shop.Send(new AddMoney(customer, -kopecks, reference, "test", "test"));
            (result is AddMoneyResult.Booked).ShouldBe(kopecks <= Available);
            Available -= kopecks <= Available ? kopecks : 0;
            return $"take back {kopecks}";
        }

        private async Task<string> Repeat()
        {
            if (_references.Count == 0)
            {
                return "nothing to repeat";
            }

            var reference = _references[random.Next(_references.Count)];
            (await shop.Send(new AddMoney(customer, random.Next(1, 3000), reference, "test", "test"))).ShouldBeOfType<AddMoneyResult.AlreadyBooked>();
            return $"repeat {reference}";
        }

        private async Task<string> Place()
        {
            var view = await shop.PaidDraft(customer);
            var result = await shop.Confirm(customer, view.Draft.Id);
            if (_orders.Count(IsOpen) >= 3)
            {
                result.ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.TooManyUnderWay);
                return "one order too many";
            }

            if (Available < Price)
            {
                result.ShouldBeOfType<ConfirmResult.Refused>().Missing.Kopecks.ShouldBe(Price - Available);
                return "order without the money";
            }

            result.ShouldBeOfType<ConfirmResult.Started>();
            _orders.Add(new Order(view.Draft.Id, shop.Clock.GetUtcNow()));
            Available -= Price;
            return "order";
        }

        private async Task<string> Cancel()
        {
            if (Any() is not { } order)
            {
                return "nothing to cancel";
            }

            var outcome = await shop.Send(new CancelGeneration(customer, order.Id));
            switch (order.State)
            {
                case State.Waiting:
                    outcome.ShouldBe(CancelOutcome.Cancelled);
                    GiveBack(order);
                    break;
                case State.Running or State.Lost:
                    outcome.ShouldBe(CancelOutcome.Begun);
                    break;
                default:
                    outcome.ShouldBeOneOf(CancelOutcome.Ended, CancelOutcome.CancelledBefore);
                    break;
            }

            return $"cancel: {outcome}";
        }

        private async Task<string> Submit()
        {
            if (Any() is not { } order)
            {
                return "nothing to submit";
            }

            var before = order.State;
            if (before == State.Waiting && IsOverdue(order))
            {
                GiveBack(order);
            }
            else if (before == State.Waiting)
            {
                order.At = shop.Clock.GetUtcNow();
                switch (random.Next(3))
                {
                    case 0:
                        order.State = State.Running;
                        shop.Provider.NextSubmit(new SubmitOutcome.Accepted($"task-{order.Id}"));
                        break;
                    case 1:
                        GiveBack(order);
                        shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "no"));
                        break;
                    default:
                        order.State = State.Lost;
                        shop.Provider.NextSubmit(new SubmitOutcome.Unknown("cut off"));
                        break;
                }
            }

            await shop.Send(new SubmitGeneration(order.Id, customer));
            return $"submit: {before} → {order.State}";
        }

        private async Task<string> Look()
        {
            if (Any() is not { } order)
            {
                return "nothing to look at";
            }

            var before = order.State;
            if (before == State.Running)
            {
                switch (random.Next(3))
                {
                    case 0:
                        order.State = State.Taken;
                        shop.Provider.NextReading(Testing.Shop.FakeProvider.Done());
                        break;
                    case 1:
                        GiveBack(order);
                        shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "broken"));
                        break;
                    default:
                        shop.Provider.NextReading(new TaskReading.Running());
                        GiveBackWhenOverdue(order);
                        break;
                }
            }
            else if (before == State.Lost)
            {
                GiveBackWhenOverdue(order);
            }

            // What has expired is still watched, and a result that comes then is free.
            shop.Provider.UsualReading = new TaskReading.Running();
            await shop.Send(new CheckGeneration(order.Id, customer));
            return $"look: {before} → {order.State}";
        }

        private Task<string> Wait()
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 12)));
            return Task.FromResult("time passes");
        }

        private Order? Any() => _orders.Count == 0 ? null : _orders[random.Next(_orders.Count)];

        private bool IsOverdue(Order order) => shop.Clock.GetUtcNow() - order.At > shop.Settings.ImageDeadline;

        private void GiveBackWhenOverdue(Order order)
        {
            if (IsOverdue(order))
            {
                GiveBack(order);
            }
        }

        private void GiveBack(Order order)
        {
            order.State = State.GivenBack;
            Available += Price;
        }
    }
}
