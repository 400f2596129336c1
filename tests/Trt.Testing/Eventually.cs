using System.Diagnostics;

namespace Trt.Testing;

/// <summary>Waits by asking, with a deadline and a word about what did not come.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(20);

    public static Task<T> Get<T>(string what, Func<T?> ask)
        where T : class => Get(what, () => Task.FromResult(ask()));

    public static async Task<T> Get<T>(string what, Func<Task<T?>> ask)
        where T : class
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (started.Elapsed > Deadline)
            {
                throw new TimeoutException($"Not within {Deadline.TotalSeconds} s: {what}");
            }

            await Task.Delay(BetweenQuestions, TimeProvider.System);
        }
    }

    public static Task Holds(string what, Func<Task<bool>> ask) => Get<object>(what, async () => await ask() ? new object() : null);

    public static Task Holds(string what, Func<bool> ask) => Holds(what, () => Task.FromResult(ask()));
}
