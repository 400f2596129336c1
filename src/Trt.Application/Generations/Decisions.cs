using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

internal static class Decisions
{
    /// <summary>Loads one generation under its lock, lets the caller decide, saves.</summary>
    public static async Task Decide(this ITrtDb db, GenerationId id, Func<Generation, Task> decide, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var generation = await db.LockGeneration(id, token) ?? throw new InvalidOperationException($"Generation {id} is gone");
        await decide(generation);
        await work.Commit(token);
    }

    public static Task Decide(this ITrtDb db, GenerationId id, Action<Generation> decide, CancellationToken token) =>
        db.Decide(id, generation =>
        {
            decide(generation);
            return Task.CompletedTask;
        }, token);
}
