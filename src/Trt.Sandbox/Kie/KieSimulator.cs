namespace Trt.Sandbox.Kie;

/// <summary>A generation provider for one's own machine.</summary>
internal static class KieSimulator
{
    public static IServiceCollection AddKieSimulator(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapKieSimulator(this IEndpointRouteBuilder routes) => routes;
}
