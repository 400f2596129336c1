using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>The free ones of a day, pressed for from two instances whose clocks stand on both sides of midnight.</summary>
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class FreeAllowanceRaces : ShopTest
{
    private const int PerDay = 2;

    private static readonly DateTimeOffset Midnight = new(2026, 11, 21, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Before = new(2026, 11, 21);

    private TestShop _other = null!;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions { CallbackSecret = [1], OpenPerCustomerMax = 50, Terms = new ShopTerms { Free = new FreeTerms { PerDay = PerDay } } });

    [SetUp]
    public async Task Come()
    {
        _other = await Shop.OpenBeside();
        Shop.Clock.Set(Midnight - TimeSpan.FromMilliseconds(1));
        _other.Clock.Set(Midnight);
    }

    [TearDown]
    public async Task Leave() => await _other.DisposeAsync();

    [Test]
    public async Task Both_days_give_their_number_and_not_one_more()
    {
        // Each round is itself a race for every free one of two days.
        for (var round = 0; round < Race.Rounds / 4; round++)
        {
            var (user, pattern) = await SomeoneWithAPattern();
            await Race.Of(round % 25 == 0 ? 64 : 4, press => ClickUntilTheEnd(press % 2 == 0 ? Shop : _other, user, pattern));

            (await Used(user)).ShouldBe([(Before, PerDay, PerDay), (Before.AddDays(1), PerDay, PerDay)], $"round {round}");
        }
    }

    [Test]
    public async Task Many_clicks_on_one_free_order_take_one()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (user, pattern) = await SomeoneWithAPattern();
            var draft = ((WizardView.Confirm)await Shop.Send(new RepeatGeneration(user, pattern))).Draft.Id;
            var results = await Race.Of(round % 50 == 0 ? 64 : 6, press => (press % 2 == 0 ? Shop : _other).Confirm(user, draft));

            results.Count(result => result is ConfirmResult.Started).ShouldBe(1, $"round {round}");
            (await Used(user)).Sum(day => day.Used).ShouldBe(1, $"round {round}");
        }
    }

    [Test]
    public async Task What_fails_or_is_cancelled_at_once_is_returned_to_the_day_it_was_taken_from()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var (user, pattern) = await SomeoneWithAPattern();
            await Race.Of(2, press => ClickUntilTheEnd(press % 2 == 0 ? Shop : _other, user, pattern));
            await Shop.Execute("UPDATE pace_slots SET used_at = 'epoch'");
            var orders = await Shop.Ask(db => db.Generations.Where(order => order.UserId == user && order.Status == GenerationStatus.Queued).Select(order => order.Id).ToListAsync());
            foreach (var shop in new[] { Shop, _other })
            {
                Enumerable.Range(0, orders.Count).ToList().ForEach(_ => shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "no")));
            }

            await Race.Of(orders.Count * 2, async number => number < orders.Count
                ? (object)await Shop.Send(new SubmitGeneration(orders[number], user))
                : await _other.Send(new CancelGeneration(user, orders[number - orders.Count])));

            (await Used(user)).ShouldAllBe(day => day.Used == 0, $"round {round}");
            orders.Count.ShouldBe(2 * PerDay);
        }
    }

    /// <summary>Days with their allowance as it is noted, and as the orders tell it.</summary>
    private Task<List<(DateOnly Day, int Used, int Orders)>> Used(UserId user) => Shop.Ask(async db =>
    {
        var noted = await db.FreeAllowances.Where(free => free.UserId == user).OrderBy(free => free.Day).Select(free => new { free.Day, free.Used }).ToListAsync();
        var orders = await db.Generations
            .Where(order => order.UserId == user && GenerationStatuses.Open.Contains(order.Status))
            .GroupBy(order => order.FreeDay)
            .Select(group => new { Day = group.Key, Count = group.Count() })
            .ToListAsync();
        return noted.ConvertAll(day => (day.Day, day.Used, orders.FirstOrDefault(order => order.Day == day.Day)?.Count ?? 0));
    });

    /// <summary>Presses the button of the free model as long as it is free.</summary>
    private static async Task<int> ClickUntilTheEnd(TestShop shop, UserId user, GenerationId pattern)
    {
        for (var started = 0; ;)
        {
            var view = (WizardView.Confirm)await shop.Send(new RepeatGeneration(user, pattern));
            switch (await shop.Confirm(user, view.Draft.Id))
            {
                case ConfirmResult.Started:
                    started++;
                    break;
                case ConfirmResult.AlreadyStarted or ConfirmResult.Refused { Reason: ConfirmRefusal.DraftGone }:
                    break;
                case ConfirmResult.Refused { Reason: ConfirmRefusal.NotEnoughMoney }:
                    return started;
                case ConfirmResult.Refused { Reason: ConfirmRefusal.PriceChanged }:
                    // The free ones of this day went to another press; the paid price is asked for now.
                    break;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }
    }

    private async Task<(UserId User, GenerationId Pattern)> SomeoneWithAPattern()
    {
        var user = await Shop.NewCustomer();
        var id = GenerationId.New(Shop.Clock.GetUtcNow());
        await Shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            var wish = new Dictionary<string, InputValue> { ["prompt"] = new TextValue("a lighthouse"), ["aspect_ratio"] = new TextValue("1:1") };
            var order = Generation.Start(id, user, new ModelId("z-image"), wish, Money.Zero, new FreeTicket(FreeSource.Day, new DateOnly(2026, 1, 1)), new Cid("test"), Shop.Clock.GetUtcNow());
            order.Cancel(Shop.Clock.GetUtcNow());
            db.Generations.Add(order);
            await work.Commit(default);
            return 0;
        });
        return (user, id);
    }
}
