namespace Trt.Application.Tests.Races;

/// <summary>Starts everything at one moment, each on a thread of its own and so on a connection of its own.</summary>
internal static class Race
{
    /// <summary>How often a race is run: an unlucky order of events shows within a few dozen rounds.</summary>
    public const int Rounds = 200;

    public static Task<T[]> Between<T>(params IEnumerable<Func<Task<T>>> runners)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = runners.Select(runner => Task.Run(async () =>
        {
            await gate.Task;
            return await runner();
        })).ToArray();
        gate.SetResult();
        return Task.WhenAll(running);
    }

    public static Task<T[]> Of<T>(int count, Func<int, Task<T>> runner) =>
        Between(Enumerable.Range(0, count).Select(number => (Func<Task<T>>)(() => runner(number))));

    /// <summary>Runners of different kinds.</summary>
    public static Task<object?[]> Among(params IEnumerable<Func<Task<object?>>> runners) => Between(runners);
}
