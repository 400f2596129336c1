using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Users;
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

    public void MoveIn(IServiceCollection services)
    {
        var (provider, chat) = (new SimProvider(this), new SimChat(this));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IGenerationProvider>(provider);
        services.AddSingleton<IResultProbe>(provider);
        services.AddSingleton<IGenerationNotifier>(chat);
        services.AddSingleton<IOperatorNotifier>(chat);
        services.AddSingleton<IInterceptor>(new DatabaseFaults(this));
    }

    /// <summary>Somebody of the shop speaks to us about an order.</summary>
    public static (Flow Flow, Order Order) Enter(Order? order)
    {
        var flow = Flow.Current ?? throw new InvalidOperationException("Somebody speaks outside the simulation");
        flow.ThrowIfDead();
        flow.Order = order;
        return (flow, order!);
    }

    /// <summary>The process that is speaking may end right here.</summary>
    public void MayDie(Flow flow)
    {
        if (World.Draw(Fault.KillInCall))
        {
            if (flow.Order is { } order)
            {
                order.Excuses++;
            }

            flow.Die();
            throw new KilledException();
        }
    }

    public async Task Wait(Flow flow, double seconds, double most)
    {
        if (World.Draw(Fault.Freeze))
        {
            flow.Instance.FrozenUntil = World.Now + World.Between(35, 90);
            if (flow.Order is { } order)
            {
                order.Excuses++;
            }
        }

        await flow.WaitFor(World.Now + World.Between(seconds, most));
        flow.ThrowIfDead();
    }

    public ProviderTask Start(Order order, Uri callback)
    {
        var fails = World.Draw(Fault.TaskFails);
        var number = World.Tasks.Count + 1;
        var took = World.Between(1, 45);
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
