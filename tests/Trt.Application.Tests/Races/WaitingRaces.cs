using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>Orders that wait, on two instances: taken back while they leave and while they are called about, and one's own queue.</summary>
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class WaitingRaces : ShopTest
{
    private const int Rounds = 40;
    private const int AtATime = 2;

    private static readonly Money Price = Money.Rubles(14.14m);
    private static readonly Uri Home = new("https://shop.example");

    private TestShop _other = null!;

    protected override Task<TestShop> OpenShop() =>
        TestShop.Open(new ShopOptions { CallbackSecret = [1], PublicBase = Home, OpenPerCustomerMax = AtATime });

    [SetUp]
    public async Task Come() => _other = await Shop.OpenBeside();

    [TearDown]
    public async Task Leave() => await _other.DisposeAsync();

    [Test]
    public async Task An_order_back_in_the_queue_is_taken_back_or_runs_whoever_calls_and_presses_at_once()
    {
        var cancelled = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var user = await Shop.Payer(Price);
            Shop.Provider.NextSubmit(new SubmitOutcome.TryLater(TimeSpan.FromMinutes(1), "429"));
            var order = await Shop.Order(user);
            await MaySubmit();
            await Shop.Send(new SubmitGeneration(order, user));
            var token = new CallbackAddress(Shop.Settings).For(await Shop.Generation(order))!.Segments[^1];

            Func<Task<object?>> call = async () => await _other.Send(new AcceptProviderCallback(order, token, $"task-of-{order}", "{}"));
            Func<Task<object?>> cancel = async () => await Shop.Send(new CancelGeneration(user, order));
            object?[] first = round switch { 0 => [await cancel()], 1 => [await call()], _ => [] };
            object?[] results =
            [
                .. first,
                .. await Race.Among(call, cancel, async () => await _other.Send(new CancelGeneration(user, order))),
            ];

            var isCancelled = results.Contains(CancelOutcome.Cancelled);
            cancelled += isCancelled ? 1 : 0;
            results.Count(result => result is CancelOutcome.Cancelled).ShouldBeLessThanOrEqualTo(1, $"round {round}");
            (await Shop.Generation(order)).Status.ShouldBe(isCancelled ? GenerationStatus.Cancelled : GenerationStatus.Running, $"round {round}");
            var balance = await Shop.Balance(user);
            (balance.Available, balance.Reserved).ShouldBe(isCancelled ? (Price, Money.Zero) : (Money.Zero, Price), $"round {round}");
        }

        cancelled.ShouldBeInRange(1, Rounds - 1, "both ends must have been met, or this was no race");
    }

    [Test]
    public async Task However_many_hands_there_are_only_the_first_of_one_customer_leave()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var user = await Shop.Payer(new Money(5 * Price.Kopecks));
            var orders = new List<GenerationId>();
            for (var number = 0; number < 5; number++)
            {
                orders.Add(await Shop.Order(user));
                Shop.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await MaySubmit();
            await Race.Of(orders.Count * 2, hand => (hand % 2 == 0 ? Shop : _other).Send(new SubmitGeneration(orders[hand / 2], user)));

            var statuses = await Task.WhenAll(orders.Select(async order => (await Shop.Generation(order)).Status));
            statuses.ShouldBe(
                [GenerationStatus.Running, GenerationStatus.Running, GenerationStatus.Queued, GenerationStatus.Queued, GenerationStatus.Queued],
                $"round {round}");
            await Shop.Execute($"UPDATE generations SET submitted_at = 'epoch' WHERE user_id = {user}");
        }
    }

    private Task MaySubmit() => Shop.Execute("UPDATE pace_slots SET used_at = 'epoch'");
}
