using Trt.Testing.Shop;

namespace Trt.Simulation.Tests;

/// <summary>
/// One piece of work in one process: a row of the outbox or a request. It runs alone until it ends or waits for somebody outside;
/// then the simulation decides what happens next.
/// </summary>
internal sealed class Flow(Instance instance, string name, Hand? hand = null)
{
    private static readonly AsyncLocal<Flow?> Ambient = new();

    private TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _release;

    public static Flow? Current => Ambient.Value;

    public Instance Instance => instance;

    public string Name => name;

    public Hand? Hand => hand;

    /// <summary>What it has spoken about; what fails afterwards may make it speak again.</summary>
    public IReadOnlyList<Promise> About { get; set; } = [];

    public void Excuse()
    {
        foreach (var promise in About)
        {
            promise.Excuses++;
        }
    }

    /// <summary>Its process is gone: whatever still runs of it reaches no database and no neighbour.</summary>
    public bool IsDead { get; private set; }

    public bool IsWaiting => _release is not null;

    public DateTimeOffset Until { get; private set; }

    public Task Work { get; private set; } = Task.CompletedTask;

    /// <summary>Runs until it ends or waits.</summary>
    public async Task Begin(Func<Task> work)
    {
        Ambient.Value = this;
        Work = work();
        Ambient.Value = null;
        await Task.WhenAny(Work, _waits.Task);
    }

    /// <summary>Goes on until it ends or waits once more.</summary>
    public async Task GoOn()
    {
        var release = _release!;
        _release = null;
        _waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        release.SetResult();
        await Task.WhenAny(Work, _waits.Task);
    }

    public Task WaitFor(DateTimeOffset until)
    {
        Until = until;
        var release = _release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waits.TrySetResult();
        return release.Task;
    }

    public void Die() => IsDead = true;

    public void ThrowIfDead()
    {
        if (IsDead)
        {
            throw new KilledException();
        }
    }
}

/// <summary>The process is gone. It unwinds what was under way so that nothing is left behind in ours; nothing it meets lets it have an effect.</summary>
internal sealed class KilledException() : Exception("killed");

/// <summary>A process of the shop, as the simulation starts and kills it.</summary>
internal sealed class Instance(int number, TestShop shop)
{
    public int Number => number;

    public TestShop Shop => shop;

    public List<Flow> Flows { get; } = [];

    public DateTimeOffset DownUntil { get; set; }

    /// <summary>Stands still: it neither works nor says that it lives.</summary>
    public DateTimeOffset FrozenUntil { get; set; }

    public bool IsUp(DateTimeOffset now) => now >= DownUntil && now >= FrozenUntil;

    public bool IsDying => Flows.Exists(flow => flow.IsDead);
}
