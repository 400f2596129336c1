using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Trt.Application.Ports;
using Trt.Infrastructure.Kie.Api;
using Trt.Infrastructure.Kie.Families;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie;

public static class KieServices
{
    public static IServiceCollection AddKie(this IServiceCollection services, KieOptions options)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new InvalidOperationException($"The provider's settings do not work: {string.Join("; ", problems)}");

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddHttpClient(KieHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = KieHttp.ConnectTimeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseCookies = false,
            })
            .RemoveAllLoggers();
        services.AddSingleton<KieHttp>();
        services.AddSingleton<IAccountApi, AccountApi>();
        services.AddSingleton<IFilesApi, FilesApi>();
        services.AddSingleton<IUploadApi, UploadApi>();
        services.AddFamily<IJobsApi, JobsApi, JobsFamily>();
        services.AddFamily<IVeoApi, VeoApi, VeoFamily>();
        services.AddFamily<IFourOImageApi, FourOImageApi, FourOImageFamily>();
        services.AddFamily<IFluxKontextApi, FluxKontextApi, FluxKontextFamily>();
        services.AddFamily<IRunwayApi, RunwayApi, RunwayFamily>();
        services.AddFamily<IAlephApi, AlephApi, AlephFamily>();
        services.AddFamily<ILumaApi, LumaApi, LumaFamily>();
        services.AddFamily<ISunoApi, SunoApi, SunoFamily>();
        services.AddSingleton<IGenerationProvider, KieGenerationProvider>();
        return services;
    }

    private static void AddFamily<TApi, TClient, TFamily>(this IServiceCollection services)
        where TApi : class
        where TClient : class, TApi
        where TFamily : class, IKieFamily
    {
        services.AddSingleton<TApi, TClient>();
        services.AddSingleton<IKieFamily, TFamily>();
    }
}
