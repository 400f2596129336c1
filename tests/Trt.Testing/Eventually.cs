using System.Diagnostics;

namespace Trt.Testing;

/// <summary>Waits by asking, with a deadline and a word about what did not come.</summary>
public static class Eventually
{
    /// <summary>Only a test that fails waits so long; on a machine that does much else, one that passes may need some of it.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(20);

    public static Task<T> Get<T>(string what, Func<T?> ask)
        where T : class => Get(what, () => Task.FromResult(ask()));

    public static Task<T> Get<T>(string what, Func<Task<T?>> ask)
        where T : class => Get(what, ask, () => "");

    /// <param name="instead">What was there instead, asked when it is over.</param>
    public static Task<T> Get<T>(string what, Func<Task<T?>> ask, Func<string> instead)
        where T : class => Get(what, ask, instead, Deadline);

    private static async Task<T> Get<T>(string what, Func<Task<T?>> ask, Func<string> instead, TimeSpan deadline)
        where T : class
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            if (started.Elapsed > deadline)
            {
                throw new TimeoutException($"Not within {deadline.TotalSeconds} s: {what}{instead()}");
            }

            await Task.Delay(BetweenQuestions, TimeProvider.System);
        }
    }

    public static Task Holds(string what, Func<Task<bool>> ask) => Holds(what, ask, Deadline);

    /// <param name="within">Longer than usual, where whole programs start meanwhile.</param>
    public static Task Holds(string what, Func<Task<bool>> ask, TimeSpan within) => Holds(what, ask, () => "", within);

    public static Task Holds(string what, Func<Task<bool>> ask, Func<string> instead, TimeSpan? within = null) =>
        Get<object>(what, async () => await ask() ? new object() : null, instead, within ?? Deadline);

    public static Task Holds(string what, Func<bool> ask) => Holds(what, () => Task.FromResult(ask()));
}
