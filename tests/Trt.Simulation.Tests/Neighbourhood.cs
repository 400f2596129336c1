using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Generations;
using Trt.Application.Payments.Messenger;
using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Application.Users;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Simulation.Tests;

/// <summary>Everybody around the shop, on the day of one seed after the other.</summary>
internal sealed class Neighbourhood(Plant plant)
{
    public Plant Plant => plant;

    public SimClock Clock { get; } = new();

    public World World { get; set; } = null!;

    /// <summary>What the simulation does when somebody outside calls the shop.</summary>
    public Func<string, Func<Instance, Task>, Task<bool>> CallShop { get; set; } = null!;

    public Func<long> NextUpdate { get; set; } = null!;

    public void MoveIn(IServiceCollection services)
    {
        var (provider, chat) = (new SimProvider(this), new SimChat(this));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IGenerationProvider>(provider);
        services.AddSingleton<IResultProbe>(provider);
        services.AddSingleton<IGenerationNotifier>(chat);
        services.AddSingleton<IPaymentNotifier>(chat);
        services.AddSingleton<IOperatorNotifier>(chat);
        services.AddSingleton<IInterceptor>(new DatabaseFaults(this));
    }

    /// <summary>Somebody of the shop speaks to us about something.</summary>
    public static (Flow Flow, T About) Enter<T>(T? about)
        where T : Promise
    {
        var flow = Flow.Current ?? throw new InvalidOperationException("Somebody speaks outside the simulation");
        flow.ThrowIfDead();
        flow.About = about is null ? [] : [about];
        return (flow, about!);
    }

    /// <summary>The process that is speaking may end right here.</summary>
    public void MayDie(Flow flow)
    {
        if (World.Draw(Fault.KillInCall))
        {
            flow.Excuse();
            flow.Die();
            throw new KilledException();
        }
    }

    public async Task Wait(Flow flow, double seconds, double most)
    {
        if (World.Draw(Fault.Freeze))
        {
            flow.Instance.FrozenUntil = World.Now + World.Between(35, 90);
            flow.Excuse();
        }

        await flow.WaitFor(World.Now + World.Between(seconds, most));
        flow.ThrowIfDead();
    }

    public ProviderTask Start(Order order, Uri callback)
    {
        var fails = World.Draw(Fault.TaskFails);
        var number = World.Tasks.Count + 1;
        var took = order.Makes == OutputKind.Video ? World.Between(30, 600) : World.Between(1, 45);
        var task = new ProviderTask(number, order, $"task-{order.Id}-{number}", World.Now + took, fails);
        World.Tasks.Add(task);
        World.Note($"task {number} of {order} is started");
        if (World.Draw(Fault.CallbackForged))
        {
            World.At(World.Between(0, 30), $"forged callback of {order}", () => Forge(order, callback));
        }

        var isUnsigned = World.Draw(Fault.CallbackUnsigned);
        var late = World.Draw(Fault.CallbackLate) ? World.Between(60, 400) : TimeSpan.Zero;
        task.IsCallbackLost = World.Draw(Fault.CallbackLost);
        var calls = task.IsCallbackLost ? 0 : World.Draw(Fault.CallbackTwice) ? 2 : 1;
        for (var call = 0; call < calls; call++)
        {
            World.At(took + late + World.Between(0, 2), $"callback of task {number}", () => Call(task, isUnsigned ? null : callback));
        }

        return task;
    }

    /// <summary>An invoice is in the chat. Shown twice it is one invoice still.</summary>
    public void Show(Payment asked, Customer customer)
    {
        if (!World.InvoicesSeen.Add(asked.Id))
        {
            return;
        }

        World.At(World.Between(1, 40), $"customer {customer.Number} pays", () => Pay(customer, asked));
        if (World.Draw(Fault.PaidTwice))
        {
            World.At(World.Between(1, 40), $"customer {customer.Number} pays once more", () => Pay(customer, asked));
        }
    }

    public void Block(Customer customer)
    {
        customer.IsBlocking = true;
        World.At(World.Between(0, 2), $"customer {customer.Number} leaves", () => Insist(
            $"customer {customer.Number} has left", instance => instance.Shop.Tell(new LeaveChat(customer.Id))));
        World.At(World.Between(20, 200), $"customer {customer.Number} returns", () => Return(customer));
    }

    public Task Return(Customer customer)
    {
        if (!customer.IsBlocking)
        {
            return Task.CompletedTask;
        }

        customer.IsBlocking = false;
        return Insist($"customer {customer.Number} is back", async instance =>
            await instance.Shop.Send(new EnterChat(customer.Id, "Test", null, Language.Russian, new Cid("back"))));
    }

    /// <summary>The messenger asks before, and takes no money when it is refused or hears nothing.</summary>
    private async Task Pay(Customer customer, Payment asked)
    {
        CheckoutVerdict? verdict = null;
        await CallShop($"checkout of customer {customer.Number}", async instance =>
            verdict = await instance.Shop.Send(new JudgeCheckout(customer.Id, asked.Id.ToString(), asked.Price)));
        if (verdict is not { Refusal: null })
        {
            World.Note($"customer {customer.Number} does not pay: {verdict?.Refusal}");
            return;
        }

        var charge = new Charge(World.Charges.Count + 1, customer, asked);
        World.Charges.Add(charge);
        var late = World.Draw(Fault.MoneyLate) ? World.Between(60, 900) : World.Between(0, 5);
        World.At(late, $"money of {charge}", () => Bring(charge, charge.Id, NextUpdate()));
        if (World.Draw(Fault.MoneyTwice))
        {
            World.At(World.Between(0, 60), $"money of {charge}, again", () => Bring(
                charge, plant == Plant.ChargeTakenForAnother ? $"{charge.Id}-again" : charge.Id, NextUpdate()));
        }
    }

    /// <summary>The messenger brings the word of the money until it is answered.</summary>
    private async Task Bring(Charge charge, string id, long update)
    {
        var isHeard = await CallShop($"money of {charge}", async instance =>
        {
            try
            {
                await instance.Shop.Send(
                    new TakePayment(charge.Customer.Id, charge.Price, charge.Payload, id, null, new Cid("sim")), update);
            }
            catch (DuplicateUpdateException)
            {
                World.Note($"the money of {charge} is known");
            }
        });
        if (!isHeard)
        {
            World.At(World.Between(1, 10), $"money of {charge} again", () => Bring(charge, id, update));
        }
    }

    /// <summary>Said until the shop has heard it.</summary>
    private async Task Insist(string what, Func<Instance, Task> act)
    {
        if (!await CallShop(what, act))
        {
            World.At(World.Between(1, 10), what, () => Insist(what, act));
        }
    }

    private async Task Call(ProviderTask task, Uri? callback)
    {
        var (id, token) = callback is null ? ((GenerationId?)null, null) : ((GenerationId?)SimProvider.Addressed(callback).Id, SimProvider.Addressed(callback).Token);
        var outcome = CallbackOutcome.NotKept;
        var isHeard = await CallShop($"callback of task {task.Number}", async instance =>
            outcome = await instance.Shop.Send(new AcceptProviderCallback(id, token, task.Id, "{}")));
        task.IsCallbackKept |= isHeard && outcome == CallbackOutcome.Noted;
        if (outcome is not (CallbackOutcome.Noted or CallbackOutcome.Orphan) && plant == Plant.CallbackSaidToBeKept)
        {
            task.IsCallbackKept = true;
        }
        else if (outcome is not (CallbackOutcome.Noted or CallbackOutcome.Orphan))
        {
            World.At(World.Between(5, 60), $"callback of task {task.Number}", () => Call(task, callback));
        }
    }

    private async Task Forge(Order order, Uri callback)
    {
        var (id, token) = SimProvider.Addressed(callback);
        await CallShop($"forged callback of {order}", async instance =>
        {
            var outcome = await instance.Shop.Send(
                new AcceptProviderCallback(id, plant == Plant.ForgedCallbackHeeded ? token : "guessed", $"forged-{order.Id}", "{}"));
            if (outcome != CallbackOutcome.Forged)
            {
                World.Note($"a forged callback is {outcome}");
            }
        });
    }
}
