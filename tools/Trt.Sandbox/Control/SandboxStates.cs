namespace Trt.Sandbox.Control;

internal static class SandboxStates
{
    /// <summary>A singleton that <c>/control/reset</c> resets as well.</summary>
    public static IServiceCollection AddState<T>(this IServiceCollection services)
        where T : class, ISandboxState =>
        services.AddSingleton<T>().AddSingleton<ISandboxState>(provider => provider.GetRequiredService<T>());
}
