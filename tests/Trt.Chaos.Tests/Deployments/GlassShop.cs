using Trt.Api;
using Trt.Api.Instance;
using Trt.Api.Options;

namespace Trt.Chaos.Tests.Deployments;

/// <summary>The real shop in a process of its own that says which assemblies it has loaded, each time a word is written to it.</summary>
internal static class GlassShop
{
    public const string Verb = "glass-shop";

    public static Task<int> Run() => ShopSettings.RunWith(Run);

    private static async Task<int> Run(TrtOptions settings)
    {
        _ = Tell();
        await using var app = TrtApp.Build(settings);
        return await app.RunToTheEnd(CancellationToken.None);
    }

    private static async Task Tell()
    {
        await Task.Yield();
        while (await Console.In.ReadLineAsync() is { } word)
        {
            var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name).Order(StringComparer.Ordinal);
            await Console.Out.WriteLineAsync($"{word}: {string.Join(' ', loaded)}");
        }
    }
}
