using Trt.Sandbox.Control;
using Trt.Sandbox.Kie.Catalogue;
using Trt.Sandbox.Kie.Families;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Files;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie;

/// <summary>
/// A generation provider for one's own machine: takes orders, stores uploads, makes results that can be looked at, calls back, and
/// misbehaves on demand.
/// </summary>
internal static class KieSimulator
{
    public static IServiceCollection AddKieSimulator(this IServiceCollection services)
    {
        services.AddHttpClient(CallbackSender.ClientName, client => client.Timeout = CallbackSender.AnswerTimeout).RemoveAllLoggers();
        services.AddHttpClient(UploadEndpoints.ClientName, client => client.Timeout = UploadEndpoints.FetchTimeout).RemoveAllLoggers();
        services.AddSingleton<KieModels>();
        services.AddSingleton<KieShelf>();
        services.AddSingleton<ISandboxState>(provider => provider.GetRequiredService<KieShelf>());
        services.AddSingleton<KieDial>();
        services.AddSingleton<KieFiles>();
        services.AddSingleton<UploadIntake>();
        services.AddSingleton<KieAccounts>();
        services.AddSingleton<KieTasks>();
        services.AddSingleton<KieBill>();
        services.AddSingleton<EarlierTasks>();
        services.AddSingleton<OrderIntake>();
        services.AddSingleton<CallbackSender>();
        services.AddSingleton<ResultMaker>();
        services.AddSingleton<ISandboxState, KieState>();
        services.AddHostedService<TaskPump>();
        services.AddSingleton<IKieFamily, JobsFamily>();
        services.AddSingleton<IKieFamily, VeoFamily>();
        services.AddSingleton<IKieFamily, FourOImageFamily>();
        services.AddSingleton<IKieFamily, FluxKontextFamily>();
        services.AddSingleton<IKieFamily, RunwayFamily>();
        services.AddSingleton<IKieFamily, AlephFamily>();
        services.AddSingleton<IKieFamily, LumaFamily>();
        services.AddSingleton<IKieFamily, SunoMusicFamily>();
        services.AddSingleton<IKieFamily, SunoLyricsFamily>();
        services.AddSingleton<IKieFamily, SunoWavFamily>();
        services.AddSingleton<IKieFamily, SunoVocalsFamily>();
        return services;
    }

    public static IEndpointRouteBuilder MapKieSimulator(this IEndpointRouteBuilder routes)
    {
        var root = routes.MapGroup("/kie");
        var api = root.MapGroup("").AddEndpointFilter(BearerFilter.Check);
        foreach (var family in routes.ServiceProvider.GetServices<IKieFamily>())
        {
            family.Map(api);
        }

        api.MapUploads();
        api.MapAccount();
        api.MapCatalogue();
        root.MapPriceFeed();
        root.MapFiles();
        routes.MapKieControl();
        routes.MapCatalogueControl();
        return routes;
    }
}
