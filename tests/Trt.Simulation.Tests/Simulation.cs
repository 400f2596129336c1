using Npgsql;
using Trt.Application.BackOffice.Adjustments;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Payments;
using Trt.Application.Pipeline;
using Trt.Application.Users;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;
using Trt.Testing.Shop;

namespace Trt.Simulation.Tests;

/// <summary>
/// One seed: some orders on a bad day, then a good one. Everything that could happen next is laid out, and the seed takes one of it;
/// where nothing could, time goes on to where something can.
/// </summary>
internal sealed class Simulation(Grounds grounds, World world)
{
    private const int StepsMax = 3000;
    private const int WaitingPerLaneMax = 2;
    private const string Heartbeat = "heartbeat";
    private const string Deadlines = "deadlines";

    /// <summary>What has not come right by then never does.</summary>
    private static readonly TimeSpan HealingMax = TimeSpan.FromMinutes(40);

    /// <summary>A film may take half an hour in the queue, and the same again once it has left.</summary>
    private static readonly TimeSpan HealingOfFilmsMax = TimeSpan.FromMinutes(70);

    /// <summary>Before that nothing can be overdue.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromMinutes(4);

    private static readonly Lane[] Lanes = [Lane.Submit, Lane.Check, Lane.Chat, Lane.Operators];

    private static readonly ModelId[] Rivals = [new("seedream/4.5-text-to-image"), new("google/nano-banana")];

    private readonly List<Instance> _instances =
        [.. grounds.Shops.Take(world.Profile.Instances).Select((shop, index) => new Instance(index + 1, shop))];

    private readonly Dictionary<Lane, DateTimeOffset> _heldBack = [];
    private DateTimeOffset _started;
    private DateTimeOffset _chaosEnds;
    private bool _isHealing;

    public DateTimeOffset HealedAt { get; private set; }

    public int Steps { get; private set; }

    private DateTimeOffset Now => world.Now;

    public async Task Run()
    {
        grounds.Here.World = world;
        grounds.Here.CallShop = CallShop;
        grounds.Here.NextUpdate = grounds.NextUpdate;
        await Prepare();
        world.IsCalm = false;
        _started = Now;
        _chaosEnds = Now + world.Profile.Chaos;
        while (Steps++ < StepsMax)
        {
            if (!_isHealing && Now >= _chaosEnds)
            {
                await Heal();
            }

            if ((_isHealing && Now > HealedAt + (world.Profile.IsFull ? HealingOfFilmsMax : HealingMax)) || !await Step())
            {
                return;
            }
        }

        world.Problems.Add("it does not come to rest");
    }

    private async Task Prepare()
    {
        for (var number = 1; number <= world.Profile.Customers; number++)
        {
            var id = grounds.NextCustomer();
            await Calmly(_instances[0], async shop =>
            {
                await shop.Send(new EnterChat(id, "Test", null, Language.Russian, new Cid("sim")));
                await shop.Send(new AddMoney(id, Money.Rubles(100).Kopecks, $"sim:{id}", "sim", "sim"));
            });
            world.Customers.Add(new Customer(number, id));
        }

        for (var number = 1; number <= world.Profile.Orders; number++)
        {
            var customer = world.Customers[world.Next(world.Customers.Count)];
            world.At(world.Between(0, world.Profile.IsBurst ? 2 : world.Profile.Chaos.TotalSeconds * 0.8), $"order {number}", () => Order(customer));
        }

        for (var number = 1; number <= world.Profile.TopUps; number++)
        {
            var customer = world.Customers[world.Next(world.Customers.Count)];
            world.At(
                world.Between(0, world.Profile.Chaos.TotalSeconds * 0.8), $"top-up {number}", () => AskToPay(customer, grounds.NextUpdate()));
        }

        Repeat(TimeSpan.FromSeconds(10), Heartbeat, StayAlive);
        if (grounds.Here.Plant != Plant.OverdueKeptByParkedRow)
        {
            Repeat(TimeSpan.FromSeconds(15), Deadlines, EndOverdue);
        }
    }

    /// <summary>Everything is well from here on; what is owed has to come by itself.</summary>
    private async Task Heal()
    {
        world.Note("all is well again");
        _isHealing = world.IsCalm = true;
        HealedAt = Now;
        foreach (var instance in _instances)
        {
            (instance.DownUntil, instance.FrozenUntil) = (Now, Now);
        }

        foreach (var customer in world.Customers)
        {
            await grounds.Here.Return(customer);
        }
    }

    /// <returns>False when nothing is left to come.</returns>
    private async Task<bool> Step()
    {
        await Bury();
        var waiting = await Look();
        var ready = Ready(waiting);
        if (ready.Count == 0)
        {
            var next = Next(waiting);
            if (_isHealing && (next is null || await grounds.IsAtRest(world)) && !world.Events.Exists(IsOwed))
            {
                return false;
            }

            var end = _isHealing ? DateTimeOffset.MaxValue : _chaosEnds;
            world.Clock.Set(next is { } at && at < end ? (at > Now ? at : Now.AddMilliseconds(1)) : end);
            return true;
        }

        await ready[world.Next(ready.Count)]();
        world.Clock.Set(Now.AddMilliseconds(1 + world.Next(40)));
        return true;
    }

    private static bool IsOwed(Event ahead) => ahead.Name is not (Heartbeat or Deadlines);

    private List<Func<Task>> Ready(Dictionary<Lane, (bool IsDue, DateTimeOffset Next)> waiting)
    {
        var ready = new List<Func<Task>>();
        foreach (var coming in world.Events.Where(coming => coming.At <= Now))
        {
            ready.Add(() =>
            {
                world.Events.Remove(coming);
                return coming.Happen();
            });
        }

        foreach (var instance in _instances.Where(instance => instance.IsUp(Now)))
        {
            foreach (var flow in instance.Flows.Where(flow => flow.IsWaiting && flow.Until <= Now))
            {
                ready.Add(() => GoOn(flow));
            }

            foreach (var lane in Lanes.Where(lane => waiting.TryGetValue(lane, out var row) && row.IsDue && CanTake(instance, lane)))
            {
                ready.Add(() => Take(instance, lane));
            }
        }

        return ready;
    }

    private bool CanTake(Instance instance, Lane lane) =>
        _heldBack.GetValueOrDefault(lane) <= Now && HasHands(instance, lane);

    private static bool HasHands(Instance instance, Lane lane) =>
        instance.Flows.Count(flow => flow.IsWaiting && flow.Name == $"{lane}") < WaitingPerLaneMax;

    private DateTimeOffset? Next(Dictionary<Lane, (bool IsDue, DateTimeOffset Next)> waiting)
    {
        var ends = _instances.SelectMany(instance => instance.Flows
            .Select(flow => Latest(flow.Until, instance.DownUntil, instance.FrozenUntil)));
        var ups = _instances.Min(instance => Latest(instance.DownUntil, instance.FrozenUntil));
        // Where all hands are full the end of a wait comes first.
        var rows = waiting.Where(lane => _instances.Exists(instance => HasHands(instance, lane.Key))).Select(lane => Latest(lane.Value.Next, _heldBack.GetValueOrDefault(lane.Key), ups));
        // Who holds no row need not say that he lives, and where nobody waits nothing is overdue.
        return world.Events.Where(coming => IsOwed(coming) || (coming.Name == Heartbeat ? ends.Any() : MayBeOverdue))
            .Select(coming => coming.At).Concat(ends).Concat(rows).Select(at => (DateTimeOffset?)at).Min();
    }

    /// <summary>Somebody has waited for so long that only the keeper of the deadlines may be left to them.</summary>
    private bool MayBeOverdue => world.Orders.Exists(order => order is { ResultsSeen: 0, FailuresSeen: 0, IsCancelled: false, IsAccepted: true });

    private async Task Take(Instance instance, Lane lane)
    {
        var hand = instance.Shop.NewHand(lane);
        var flow = new Flow(instance, $"{lane}", hand);
        world.Note($"{lane} at {instance.Number}");
        var took = true;
        instance.Flows.Add(flow);
        await flow.Begin(async () => took = await hand.Take());
        await End(flow);
        if (!took)
        {
            // Spared for a while, or in somebody's hand.
            _heldBack[lane] = Now.AddMilliseconds(500);
        }
    }

    private async Task GoOn(Flow flow)
    {
        world.Note($"{flow.Name} goes on at {flow.Instance.Number}");
        await flow.GoOn();
        await End(flow);
    }

    private async Task End(Flow flow)
    {
        if (flow.IsWaiting)
        {
            return;
        }

        flow.Instance.Flows.Remove(flow);
        if (flow.IsDead)
        {
            flow.Instance.Flows.Add(flow);
        }

        try
        {
            await flow.Work;
        }
        catch (Exception exception) when (exception is KilledException || Database.IsAway(exception))
        {
            world.Note($"{flow.Name} broke off");
        }
    }

    /// <summary>A process in which one piece of work has met its end is gone with all the others.</summary>
    private async Task Bury()
    {
        foreach (var instance in _instances.Where(instance => instance.IsDying))
        {
            world.Note($"instance {instance.Number} is dead");
            foreach (var flow in instance.Flows.Where(flow => flow.IsWaiting).ToList())
            {
                flow.Excuse();
                flow.Die();
                await flow.GoOn();
                await flow.Work.ContinueWith(_ => { }, TaskScheduler.Default);
            }

            instance.Flows.Clear();
            instance.DownUntil = _isHealing ? Now : Now + world.Between(1, 20);
        }
    }

    /// <returns>False when it was not answered: whoever called may call again.</returns>
    private async Task<bool> CallShop(string what, Func<Instance, Task> act)
    {
        var up = _instances.Where(instance => instance.IsUp(Now)).ToList();
        if (up.Count == 0)
        {
            return false;
        }

        var instance = up[world.Next(up.Count)];
        world.Note($"{what} at {instance.Number}");
        var flow = new Flow(instance, what);
        instance.Flows.Add(flow);
        await flow.Begin(() => act(instance));
        if (flow.IsWaiting)
        {
            throw new InvalidOperationException($"{what} waits for somebody outside");
        }

        if (!flow.IsDead)
        {
            instance.Flows.Remove(flow);
        }

        try
        {
            await flow.Work;
            return true;
        }
        catch (Exception exception) when (exception is KilledException || Database.IsAway(exception))
        {
            world.Note($"{what} was not answered");
            return false;
        }
    }

    private static async Task Calmly(Instance instance, Func<TestShop, Task> act)
    {
        var flow = new Flow(instance, "calmly");
        await flow.Begin(() => act(instance.Shop));
        await flow.Work;
    }

    private async Task Order(Customer customer)
    {
        if (customer.IsBlocking)
        {
            world.At(world.Between(5, 20), "order", () => Order(customer));
            return;
        }

        var wasCalm = world.IsCalm;
        world.IsCalm = true;
        GenerationId? draft = null;
        var wish = world.Profile.IsFull ? world.Next(3) : 0;
        await Calmly(_instances[0], async shop => draft = (await (wish switch
        {
            0 => shop.PaidDraft(customer.Id),
            1 => shop.FreeDraft(customer.Id),
            _ => shop.Draft(customer.Id, "bytedance/v1-lite-text-to-video", ("prompt", "waves"), ("resolution", "480p"), ("duration", "5")),
        })).Draft.Id);
        if (wish == 0 && world.Profile.HasDuels && world.Next(2) == 0)
        {
            await Calmly(_instances[0], shop => OpenDuel(shop, customer));
        }

        world.IsCalm = wasCalm;
        var order = new Order(world.Orders.Count + 1, customer, draft!.Value, wish > 1 ? OutputKind.Video : OutputKind.Image);
        world.Orders.Add(order);
        var update = grounds.NextUpdate();
        await Press(order, update);
        if (world.Draw(Fault.PressTwice))
        {
            world.At(world.Between(0, 5), $"second press for {order}", () => Press(order, grounds.NextUpdate()));
        }

        if (world.Next(3) > 0)
        {
            await grounds.DropProgress(order);
        }

        if (world.Draw(Fault.Cancel))
        {
            world.At(world.Between(0, 20), $"cancel {order}", () => Cancel(order));
        }

        if (world.Draw(Fault.RowPutAside))
        {
            world.At(world.Between(0, 30), $"{order} is put aside", () => PutAside(order));
        }
    }

    private static async Task OpenDuel(TestShop shop, Customer customer)
    {
        await shop.Send(new OpenDuel(customer.Id));
        foreach (var rival in Rivals)
        {
            await shop.Send(new PickEntrant(customer.Id, rival.Key, IsIn: true));
        }
    }

    /// <summary>The messenger brings the press until it is answered.</summary>
    private async Task Press(Order order, long update)
    {
        var outcome = (ConfirmResult?)null;
        var isDone = false;
        var isHeard = await CallShop($"press for {order}", async instance =>
        {
            if (grounds.Here.Plant == Plant.ConfirmDedupedWithoutEffect)
            {
                isDone = !await grounds.NoteUpdate(update);
                if (isDone)
                {
                    return;
                }

                outcome = await instance.Shop.Confirm(order.Customer.Id, order.Id);
                return;
            }

            try
            {
                // Whoever is told that nothing starts at the moment lets it wait.
                await instance.Shop.HearOfPauses();
                outcome = await instance.Shop.Send(
                    new ConfirmGeneration(order.Customer.Id, order.Id, 7, new Cid("sim"), Waits: true), update);
            }
            catch (DuplicateUpdateException)
            {
                isDone = true;
            }
        });
        await grounds.FindRivals(world, order);
        if (!isHeard)
        {
            world.At(world.Between(1, 10), $"press for {order} again", () => Press(order, update));
            return;
        }

        order.IsAccepted |= isDone || outcome is ConfirmResult.Started or ConfirmResult.AlreadyStarted;
        order.Rivals.ForEach(rival => rival.IsAccepted |= order.IsAccepted);
        order.IsRefused |= outcome is ConfirmResult.Refused;
        if (outcome is ConfirmResult.Refused refused)
        {
            world.Note($"{order} is refused: {refused.Reason}");
        }
    }

    /// <summary>The messenger brings the press until it is answered.</summary>
    private async Task AskToPay(Customer customer, long update)
    {
        var isHeard = await CallShop($"customer {customer.Number} asks to pay", async instance =>
        {
            try
            {
                await instance.Shop.Send(new OpenPayment(customer.Id, PaymentMethod.Stars, Money.Rubles(100), new Cid("sim")), update);
            }
            catch (DuplicateUpdateException)
            {
                world.Note($"customer {customer.Number} has asked before");
            }
        });
        if (!isHeard)
        {
            world.At(world.Between(1, 10), $"customer {customer.Number} asks again", () => AskToPay(customer, update));
        }
    }

    private Task<bool> Cancel(Order order) => CallShop($"cancel {order}", async instance =>
    {
        var isTakenBack = await instance.Shop.Send(new CancelGeneration(order.Customer.Id, order.Id)) == CancelOutcome.Cancelled;
        List<Order> together = order.Rivals.Count == 0 ? [order] : [order, .. order.Rivals];
        foreach (var one in together)
        {
            // Of several, those that have left go on.
            one.IsCancelled |= isTakenBack && (together.Count == 1 || await grounds.IsCancelled(one));
        }
    });

    private async Task PutAside(Order order)
    {
        if (await grounds.PutAside(order, Now))
        {
            order.IsPutAside = true;
            world.Note($"{order} is put aside");
        }
    }

    private async Task StayAlive()
    {
        if (grounds.Here.Plant == Plant.NobodyStaysAlive)
        {
            return;
        }

        foreach (var flow in _instances.Where(instance => instance.IsUp(Now)).SelectMany(instance => instance.Flows).Where(flow => flow.IsWaiting).ToList())
        {
            if (flow.Hand is { } hand)
            {
                await hand.StayAlive();
            }
        }
    }

    private async Task EndOverdue()
    {
        if (MayBeOverdue && Now > _started + Earliest)
        {
            await CallShop(Deadlines, instance => instance.Shop.EndOverdue());
        }
    }

    private void Repeat(TimeSpan period, string name, Func<Task> act) => world.At(period, name, async () =>
    {
        await act();
        Repeat(period, name, act);
    });

    /// <summary>What waits in each lane, and when the first of it is due.</summary>
    private async Task<Dictionary<Lane, (bool IsDue, DateTimeOffset Next)>> Look()
    {
        await using var command = grounds.Source.CreateCommand(
            """
            SELECT lane, min(greatest(due_at, (
                SELECT max(busy.leased_until) + interval '1 ms' FROM outbox busy
                WHERE busy.leased_until >= $1 AND (busy.id = outbox.id OR (busy.lane = 'Chat' AND outbox.lane = 'Chat' AND busy.user_id = outbox.user_id)))))
            FROM outbox WHERE parked_at IS NULL GROUP BY lane
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = Now.ToUniversalTime() });
        var found = new Dictionary<Lane, (bool, DateTimeOffset)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var next = rows.GetFieldValue<DateTimeOffset>(1);
            found[Enum.Parse<Lane>(rows.GetString(0))] = (next <= Now, next);
        }

        return found;
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> times)
    {
        var latest = times[0];
        foreach (var time in times)
        {
            latest = time > latest ? time : latest;
        }

        return latest;
    }
}
