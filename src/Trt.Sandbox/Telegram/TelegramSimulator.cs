namespace Trt.Sandbox.Telegram;

/// <summary>A Bot API server for one's own machine.</summary>
internal static class TelegramSimulator
{
    public static IServiceCollection AddTelegramSimulator(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapTelegramSimulator(this IEndpointRouteBuilder routes) => routes;
}
