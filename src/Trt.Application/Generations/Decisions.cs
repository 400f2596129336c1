using Trt.Application.Pipeline;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

internal static class Decisions
{
    /// <summary>
    /// Loads one generation under its lock, lets the caller decide, saves. Outrun, it decides again: the caller has spoken to the provider
    /// before, and only this part may be repeated.
    /// </summary>
    public static Task Decide(this ITrtDb db, GenerationId id, Func<Generation, Task> decide, CancellationToken token) =>
        Outrun.TryAgain(db, async () =>
        {
            await using var work = await db.Begin(token);
            var generation = await db.LockGeneration(id, token) ?? throw new InvalidOperationException($"Generation {id} is gone");
            await decide(generation);
            await work.Commit(token);
            return generation;
        });

    public static Task Decide(this ITrtDb db, GenerationId id, Action<Generation> decide, CancellationToken token) =>
        db.Decide(id, generation =>
        {
            decide(generation);
            return Task.CompletedTask;
        }, token);
}
