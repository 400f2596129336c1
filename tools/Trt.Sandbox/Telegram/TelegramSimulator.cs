using Trt.Sandbox.Control;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Methods;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram;

/// <summary>A Bot API server for one's own machine.</summary>
internal static class TelegramSimulator
{
    private const string Root = "/telegram/";

    public static IServiceCollection AddTelegramSimulator(this IServiceCollection services) => services
        .AddSingleton<MediaFetcher>()
        .AddSingleton<Dispatcher>()
        .AddSingleton<BotApiEndpoint>()
        .AddState<SimulatorSettings>()
        .AddState<FileStore>()
        .AddState<CallLog>()
        .AddState<TelegramWorld>();

    public static IEndpointRouteBuilder MapTelegramSimulator(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<BotApiEndpoint>();
        routes.Map(Root + "file/{**path}", context => endpoint.HandleFile(context, Below(context, Root + "file/")));
        routes.Map(Root + "{**path}", context => endpoint.Handle(context, Below(context, Root)));
        return routes;
    }

    /// <summary>Taken from the path itself: a token has a colon and a file name may have anything.</summary>
    private static string Below(HttpContext context, string root) => context.Request.Path.Value![root.Length..];
}
