using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trt.Application.Ports;

namespace Trt.Infrastructure.YooKassa;

public static class YooKassaServices
{
    /// <param name="options">Null = the operator has no account; cards are not offered.</param>
    public static IServiceCollection AddCardPayments(this IServiceCollection services, YooKassaOptions? options)
    {
        if (options is null)
        {
            return services.AddSingleton<ICardPayments, NoCardPayments>();
        }

        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new InvalidOperationException($"The settings of card payments do not work: {string.Join("; ", problems)}");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddHttpClient(YooKassaHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = YooKassaHttp.ConnectTimeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseCookies = false,
            })
            // The stock loggers would write headers; ours writes paths and ends.
            .RemoveAllLoggers();
        services.AddSingleton<YooKassaHttp>();
        return services.AddSingleton<ICardPayments, YooKassaPayments>();
    }
}
