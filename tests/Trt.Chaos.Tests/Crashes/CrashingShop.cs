using System.Globalization;
using Trt.Api;
using Trt.Api.Options;
using Trt.Sandbox.Control;

namespace Trt.Chaos.Tests.Crashes;

/// <summary>The real shop in a process of its own, which dies at <c>TRT_CRASH</c>. Each line of its input puts its clock ahead.</summary>
internal static class CrashingShop
{
    public const string Verb = "shop";
    public const string Crash = "TRT_CRASH";
    public const string Ahead = "TRT_AHEAD_MS";

    public static Task<int> Run() => ShopSettings.RunWith(Run);

    private static async Task<int> Run(TrtOptions settings)
    {
        var clock = new SandboxClock();
        Advance(clock, Environment.GetEnvironmentVariable(Ahead) ?? "0");
        _ = Follow(clock);
        CrashPoints.Watch(Environment.GetEnvironmentVariable(Crash));
        await using var app = TrtApp.Build(settings, clock);
        await app.RunAsync();
        return Environment.ExitCode;
    }

    private static async Task Follow(SandboxClock clock)
    {
        await Task.Yield();
        while (await Console.In.ReadLineAsync() is { } milliseconds)
        {
            Advance(clock, milliseconds);
        }
    }

    private static void Advance(SandboxClock clock, string milliseconds) =>
        clock.Advance(TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture)));
}
