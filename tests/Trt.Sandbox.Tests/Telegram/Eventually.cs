namespace Trt.Sandbox.Tests.Telegram;

internal static class Eventually
{
    /// <summary>Asks again and again until the answer is there; says what was missing when it never comes.</summary>
    public static async Task<T> Get<T>(Func<Task<T?>> ask, string missing, double seconds = 10)
        where T : class
    {
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(seconds);
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            if (await ask() is { } answer)
                return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new AssertionException(missing);
    }

    public static Task Is(Func<Task<bool>> holds, string missing, double seconds = 10) =>
        Get(async () => await holds() ? "yes" : null, missing, seconds);

    public static Task Is(Func<bool> holds, string missing, double seconds = 10) =>
        Is(() => Task.FromResult(holds()), missing, seconds);
}
