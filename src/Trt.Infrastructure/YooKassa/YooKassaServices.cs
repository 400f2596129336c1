using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trt.Application.Ports;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.YooKassa;

public static class YooKassaServices
{
    internal const string ClientName = "card-payments";

    /// <param name="options">Null = the operator has no account; cards are not offered.</param>
    public static IServiceCollection AddCardPayments(this IServiceCollection services, YooKassaOptions? options)
    {
        if (options is null)
        {
            return services.AddSingleton<IBankCardPayments, NoBankCardPayments>();
        }

        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new InvalidOperationException($"The settings of card payments do not work: {string.Join("; ", problems)}");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddDoor<IYooKassaApi>(
            ClientName, options.ApiBase, provider => ActivatorUtilities.CreateInstance<YooKassaHandler>(provider));
        return services.AddSingleton<IBankCardPayments, YooKassaPayments>();
    }
}
