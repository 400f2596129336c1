using Trt.Sandbox.Control;

namespace Trt.Sandbox.YooKassa;

/// <summary>
/// A payment provider for one's own machine: opens payments, shows a page to pay on, tells the shop, gives money back, and misbehaves
/// on demand.
/// </summary>
internal static class YooKassaSimulator
{
    public static IServiceCollection AddYooKassaSimulator(this IServiceCollection services)
    {
        services.AddHttpClient(NotificationSender.ClientName, client => client.Timeout = NotificationSender.AnswerTimeout)
            .RemoveAllLoggers();
        services.AddSingleton<Cabinet>();
        services.AddSingleton<CardDial>();
        services.AddSingleton<NotificationSender>();
        services.AddHostedService(provider => provider.GetRequiredService<NotificationSender>());
        return services.AddState<Till>();
    }

    public static IEndpointRouteBuilder MapYooKassaSimulator(this IEndpointRouteBuilder routes)
    {
        routes.MapCardApi();
        routes.MapPayPage();
        routes.MapCardControl();
        return routes;
    }
}
