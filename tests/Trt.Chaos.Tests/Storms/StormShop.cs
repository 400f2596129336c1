using System.Globalization;
using Trt.Api;
using Trt.Api.Instance;
using Trt.Api.Options;

namespace Trt.Chaos.Tests.Storms;

/// <summary>
/// The real shop in a process of its own, on a machine whose clock is wrong: by <c>TRT_CLOCK_OFF_MS</c> when it opens, and from each line
/// of its input on by what that says.
/// </summary>
internal static class StormShop
{
    public const string Verb = "storm-shop";
    public const string ClockOff = "TRT_CLOCK_OFF_MS";

    public static Task<int> Run() => ShopSettings.RunWith(Run);

    private static async Task<int> Run(TrtOptions settings)
    {
        var machine = new MachineClock { Off = Read(Environment.GetEnvironmentVariable(ClockOff) ?? "0") };
        _ = Follow(machine);
        await using var app = TrtApp.Build(settings, machine: machine);
        return await app.RunToTheEnd(CancellationToken.None);
    }

    public static string Write(TimeSpan off) => off.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Read(string milliseconds) => TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture));

    private static async Task Follow(MachineClock machine)
    {
        await Task.Yield();
        while (await Console.In.ReadLineAsync() is { } milliseconds)
        {
            machine.Off = Read(milliseconds);
        }
    }

    /// <summary>As when somebody sets a system's clock: dates jump, what counts seconds and wakes sleepers goes on.</summary>
    private sealed class MachineClock : TimeProvider
    {
        private long _offTicks;

        public TimeSpan Off
        {
            get => TimeSpan.FromTicks(Interlocked.Read(ref _offTicks));
            set => Interlocked.Exchange(ref _offTicks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Off;
    }
}
