using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>People press faster than we think, and on two instances: money is set aside for what they can pay, once.</summary>
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class ConfirmRaces : ShopTest
{
    private static readonly Money Price = Money.Rubles(14.14m);

    private TestShop _other = null!;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions { CallbackSecret = [1], OpenPerCustomerMax = 20 });

    [SetUp]
    public async Task Come() => _other = await Shop.OpenBeside();

    [TearDown]
    public async Task Leave() => await _other.DisposeAsync();

    [Test]
    public async Task Many_confirms_of_one_order_reserve_once_and_each_press_gets_its_answer()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var presses = round % 50 == 0 ? 64 : 6;
            var user = await Shop.Payer(Price);
            var draft = await QuickDraft(user);

            var results = await Race.Of(presses, press => Instance(press).Confirm(user, draft));

            results.Count(result => result is ConfirmResult.Started).ShouldBe(1, $"round {round}");
            results.Count(result => result is ConfirmResult.AlreadyStarted).ShouldBe(presses - 1, $"round {round}");
        }

        (await Entries(EntryKind.Reserve)).ShouldBe(Race.Rounds);
    }

    [Test]
    public async Task Different_orders_of_one_customer_are_started_for_as_many_as_there_is_money()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var affordable = 1 + (round % 3);
            var user = await Shop.Payer(new Money(Price.Kopecks * affordable + 1413));
            var pattern = await Pattern(user);

            var started = await Race.Of(4, press => OrderUntilTheEnd(Instance(press), user, pattern));

            started.Sum().ShouldBe(affordable, $"round {round}");
            (await Shop.Balance(user)).Available.ShouldBe(new Money(1413));
        }
    }

    [Test]
    public async Task Customers_do_not_stand_in_each_others_way()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var people = await Race.Of(4, async _ =>
            {
                var user = await Shop.Payer(Price);
                return (User: user, Draft: await QuickDraft(user));
            });

            var results = await Race.Of(12, press => Instance(press).Confirm(people[press / 3].User, people[press / 3].Draft));

            results.Count(result => result is ConfirmResult.Started).ShouldBe(4, $"round {round}");
            results.ShouldAllBe(result => !(result is ConfirmResult.Refused));
        }
    }

    [Test]
    public async Task Drafts_that_are_begun_at_once_leave_one_and_nobody_meets_an_error()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var user = await Shop.Payer(Price);
            var views = await Race.Of(6, press => Instance(press).Send(new BeginDraft(user, new ModelId("nano-banana-pro"))));
            views.ShouldAllBe(view => view is WizardView.Ask);
        }

        (await Shop.Ask(db => db.Drafts.CountAsync())).ShouldBe(Race.Rounds);
    }

    [Test]
    public async Task Confirm_and_cancel_at_once_leave_an_order_with_its_money_or_none()
    {
        for (var round = 0; round < Race.Rounds; round++)
        {
            var user = await Shop.Payer(Price);
            var draft = await QuickDraft(user);

            var results = await Race.Among(
                async () => await Shop.Confirm(user, draft),
                async () => await _other.Confirm(user, draft),
                async () => await Shop.Send(new CancelDraft(user)),
                async () => await _other.Send(new CancelGeneration(user, draft)),
                async () => await Shop.Send(new CancelGeneration(user, draft)));

            var started = results.Count(result => result is ConfirmResult.Started);
            started.ShouldBe(results[2] is true ? 0 : 1, $"round {round}");
            results.Count(result => result is CancelOutcome.Cancelled).ShouldBeLessThanOrEqualTo(started, $"round {round}");
            var cancelled = results.Contains(CancelOutcome.Cancelled);
            (await Shop.Balance(user)).Reserved.ShouldBe(started == 1 && !cancelled ? Price : Money.Zero, $"round {round}");
        }
    }

    [Test]
    public async Task Cancelling_while_the_order_leaves_ends_one_way_and_never_in_an_error()
    {
        var cancelled = 0;
        for (var round = 0; round < Race.Rounds; round++)
        {
            var user = await Shop.Payer(Price);
            var draft = await QuickDraft(user);
            await Shop.Confirm(user, draft);
            await Shop.Execute("UPDATE pace_slots SET used_at = 'epoch'");

            Func<Task<object?>> submit = async () => await Shop.Send(new SubmitGeneration(draft, user));
            Func<Task<object?>> cancel = async () => await Shop.Send(new CancelGeneration(user, draft));

            // Whatever the scheduler likes, both ends are met: once the cancel comes first, once the order is gone already.
            object?[] first = round switch { 0 => [await cancel()], 1 => [await submit()], _ => [] };
            object?[] results =
            [
                .. first,
                .. await Race.Among(
                    submit,
                    cancel,
                    async () => await _other.Send(new CancelGeneration(user, draft)),
                    async () => await _other.Send(new CheckGeneration(draft, user))),
            ];
            await Shop.Execute("UPDATE pace_slots SET used_at = 'epoch'");
            await Race.Of(2, press => Instance(press).Send(new CheckGeneration(draft, user)));

            var wasCancelled = results.Contains(CancelOutcome.Cancelled);
            cancelled += wasCancelled ? 1 : 0;
            (await Shop.Generation(draft)).Status.ShouldBe(wasCancelled ? GenerationStatus.Cancelled : GenerationStatus.Succeeded, $"round {round}");
            (await Shop.Balance(user)).Available.ShouldBe(wasCancelled ? Price : Money.Zero, $"round {round}");
        }

        cancelled.ShouldBeInRange(1, Race.Rounds - 1, "both ends must have been met, or this was no race");
        (Shop.Provider.Orders.Count + _other.Provider.Orders.Count).ShouldBe(Race.Rounds - cancelled);
    }

    [Test]
    public async Task Whatever_the_price_list_does_meanwhile_nobody_pays_another_price_than_was_shown()
    {
        var plain = Shop.Catalog.Current;
        for (var round = 0; round < Race.Rounds; round++)
        {
            var user = await Shop.Payer(Money.Rubles(1000));
            var factor = 1 + (round % 3);
            var view = (WizardView.Confirm)await Shop.Send(new RepeatGeneration(user, await Pattern(user)));
            if (round % 4 == 0)
            {
                Shop.Clock.Advance(Shop.Settings.QuoteLifetime);
            }

            var results = await Race.Among(
                () => Task.FromResult<object?>(Shop.Catalog.Current = Dearer(plain, factor)),
                async () => await Shop.Confirm(user, view.Draft.Id),
                async () => await Shop.Confirm(user, view.Draft.Id));

            var reserved = (await Shop.Balance(user)).Reserved;
            (reserved.IsZero || reserved == view.Quote.Price).ShouldBeTrue($"round {round}: {reserved} was never shown");
            results.OfType<ConfirmResult.Refused>().ShouldAllBe(refused => refused.Reason == ConfirmRefusal.PriceChanged);
            Shop.Catalog.Current = plain;
        }
    }

    private TestShop Instance(int press) => press % 2 == 0 ? Shop : _other;

    /// <summary>Orders the same thing again and again until the money is used up; returns how often it was started.</summary>
    private static async Task<int> OrderUntilTheEnd(TestShop shop, UserId user, GenerationId pattern)
    {
        for (var started = 0; ;)
        {
            if (await shop.Send(new RepeatGeneration(user, pattern)) is not WizardView.Confirm view)
            {
                throw new InvalidOperationException("A complete order leads to its confirm screen");
            }

            switch (await shop.Confirm(user, view.Draft.Id))
            {
                case ConfirmResult.Started:
                    started++;
                    break;
                case ConfirmResult.AlreadyStarted or ConfirmResult.Refused { Reason: ConfirmRefusal.DraftGone }:
                    // Another press was quicker with its own draft.
                    break;
                case ConfirmResult.Refused { Reason: ConfirmRefusal.NotEnoughMoney }:
                    return started;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }
    }

    /// <summary>An order ready to confirm, by way of an earlier one: a race needs hundreds.</summary>
    private async Task<GenerationId> QuickDraft(UserId user) =>
        ((WizardView.Confirm)await Shop.Send(new RepeatGeneration(user, await Pattern(user)))).Draft.Id;

    /// <summary>A cancelled order of this customer, made past the shop, that can be repeated.</summary>
    private async Task<GenerationId> Pattern(UserId user)
    {
        var id = GenerationId.New(Shop.Clock.GetUtcNow());
        await Shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            var wish = new Dictionary<string, InputValue> { ["prompt"] = new TextValue("a lighthouse"), ["resolution"] = new TextValue("1K") };
            var order = Generation.Start(id, user, new ModelId("nano-banana-pro"), wish, Money.Zero, new FreeTicket(FreeSource.Day, new DateOnly(2026, 1, 1)), new Cid("test"), Shop.Clock.GetUtcNow());
            order.Cancel(Shop.Clock.GetUtcNow());
            db.Generations.Add(order);
            await work.Commit(default);
            return 0;
        });
        return id;
    }

    private Task<int> Entries(EntryKind kind) => Shop.Ask(db => db.Ledger.CountAsync(entry => entry.Kind == kind));

    private static ModelCatalog Dearer(ModelCatalog catalog, int factor) => new("dearer", catalog.Cards.Select(card => card.Id.Value == "nano-banana-pro"
        ? card with { Prices = card.Prices with { Skus = [.. card.Prices.Skus.Select(sku => sku with { Credits = sku.Credits * factor })] } }
        : card));
}
