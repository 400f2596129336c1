using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.Kie;

public static class KieServices
{
    internal const string ApiClient = "generation-provider";
    internal const string CatalogClient = "generation-provider-catalog";
    internal const string UploadClient = "generation-provider-uploads";

    public static IServiceCollection AddKie(this IServiceCollection services, KieOptions options)
    {
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new InvalidOperationException($"The provider's settings do not work: {string.Join("; ", problems)}");
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddDoor<IKieApi>(ApiClient, options.ApiBase, provider => Handler(provider, options.Timeout));
        services.AddDoor<IKieCatalogApi>(
            CatalogClient, options.ApiBase, provider => Handler(provider, options.Timeout, KieHandler.CatalogBytesMax, asksAgain: false));
        services.AddDoor<IKieUploads>(UploadClient, options.UploadBase, provider => Handler(provider, options.UploadTimeout));
        services.AddSingleton<IKieFamily, JobsFamily>();
        services.AddSingleton<IKieFamily, SunoFamily>();
        foreach (var (family, door) in Doors.Own)
        {
            services.AddSingleton<IKieFamily>(provider => new OwnDoorFamily(family, door, provider.GetRequiredService<IKieApi>()));
        }

        services.AddSingleton<IProviderCatalog, KieCatalog>();
        services.AddSingleton<IPriceFeed, KieFeed>();
        services.AddSingleton<IProviderHealth, KieHealth>();
        services.AddSingleton(provider => new KieSchemas(provider.GetRequiredService<IKieCatalogApi>()));
        return services.AddSingleton<IGenerationProvider, KieGenerationProvider>();
    }

    private static KieHandler Handler(
        IServiceProvider provider, TimeSpan limit, int answerBytesMax = KieHandler.AnswerBytesMax, bool asksAgain = true) => new(
        provider.GetRequiredService<KieOptions>(),
        limit,
        answerBytesMax,
        asksAgain,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<KieHandler>>());
}
