using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace Trt.Infrastructure.Http;

internal static class DoorRegistration
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A neighbour's API as an interface: the generated client writes requests, the neighbour's handler does the rest.</summary>
    /// <param name="name">Of its HTTP client.</param>
    /// <param name="root">May have a path of its own.</param>
    public static void AddDoor<TApi>(this IServiceCollection services, string name, Uri root, Func<IServiceProvider, DoorHandler> handler)
        where TApi : class => services
        .AddRefitGeneratedClient<TApi>(new RefitSettings(), name)
        .ConfigureHttpClient(client =>
        {
            client.BaseAddress = new Uri(root.AbsoluteUri.TrimEnd('/'));
            client.Timeout = Timeout.InfiniteTimeSpan;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
        .AddHttpMessageHandler(handler)
        // Singletons hold the client for good; new addresses come by the lifetime of the pooled connections.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        // The stock loggers would write headers; ours write paths and ends.
        .RemoveAllLoggers();
}
