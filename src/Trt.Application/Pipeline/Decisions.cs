using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Pipeline;

/// <summary>
/// Loads one thing under its lock, lets the caller decide, saves. Outrun, it decides again: the caller has spoken to the outside before,
/// and only this part may be repeated.
/// </summary>
internal static class Decisions
{
    public static Task<Generation> Decide(this ITrtDb db, GenerationId id, Func<Generation, Task> decide, CancellationToken token) =>
        Decide(db, async () => await db.LockGeneration(id, token) ?? throw Gone($"Generation {id}"), decide, token);

    public static Task<Generation> Decide(this ITrtDb db, GenerationId id, Action<Generation> decide, CancellationToken token) =>
        db.Decide(id, AtOnce(decide), token);

    public static Task Decide(this ITrtDb db, PaymentId id, Func<Payment, Task> decide, CancellationToken token) =>
        Decide(db, async () => await db.LockPayment(id, token) ?? throw Gone($"Payment {id}"), decide, token);

    public static Task Decide(this ITrtDb db, PaymentId id, Action<Payment> decide, CancellationToken token) =>
        db.Decide(id, AtOnce(decide), token);

    private static Task<T> Decide<T>(ITrtDb db, Func<Task<T>> load, Func<T, Task> decide, CancellationToken token) =>
        Outrun.TryAgain(db, async () =>
        {
            await using var work = await db.Begin(token);
            var thing = await load();
            await decide(thing);
            await work.Commit(token);
            return thing;
        });

    private static Func<T, Task> AtOnce<T>(Action<T> decide) => thing =>
    {
        decide(thing);
        return Task.CompletedTask;
    };

    private static InvalidOperationException Gone(string what) => new($"{what} is gone");
}
