using Trt.Api.Bot.Updates;
using Trt.Api.Dashboard;
using Trt.Api.Machines;
using Trt.Api.Observability;
using Trt.Application.Generations;

namespace Trt.Api.Endpoints;

/// <summary>All addresses of the shop.</summary>
internal static class ShopEndpoints
{
    public static void MapShop(this WebApplication app)
    {
        app.MapNeighbours();
        app.MapHealth();
        app.MapGet("/", () => Results.Text("TRT")).WithTags("health").WithSummary("The front door.");
        RequestDelegate metrics = app.Services.GetRequiredService<MetricsPage>().Write;
        app.MapGet(MetricsPage.Path, metrics).Says(metrics, "health", "What Prometheus reads, of this instance.");
        app.MapOpenApi(AddressBook.Path).RequireRateLimiting(Doorkeeper.Machines);

        var door = app.Services.GetRequiredService<MachineDoor>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments(MachineDoor.Path), branch => branch.Use(door.Pass));
        app.MapGroup(MachineDoor.Path).RequireRateLimiting(Doorkeeper.Machines).MapMachines();
        RequestDelegate dashboard = app.Services.GetRequiredService<DashboardDoor>().Serve;
        app.Map(DashboardDoor.Path, dashboard).RequireRateLimiting(Doorkeeper.Dashboard)
            .Says(dashboard, "operators", "The dashboard, for people.");
    }

    /// <summary>Where the messenger and the providers call us.</summary>
    private static void MapNeighbours(this WebApplication app)
    {
        RequestDelegate updates = app.Services.GetRequiredService<TelegramWebhook>().Receive;
        RequestDelegate payments = app.Services.GetRequiredService<BankCardNotification>().Receive;
        var provider = app.Services.GetRequiredService<KieCallback>();
        RequestDelegate hints = http => provider.Receive(http);
        RequestDelegate hintsOfOrders = http =>
            provider.Receive(http, (string?)http.Request.RouteValues["generation"], (string?)http.Request.RouteValues["token"]);

        app.MapPost($"/{Reception.WebhookPath}", updates).RequireRateLimiting(Doorkeeper.Updates)
            .Says(updates, "neighbours", "Telegram brings an update; its secret is in X-Telegram-Bot-Api-Secret-Token.");
        var notifications = app.MapGroup("").RequireRateLimiting(Doorkeeper.Notifications);
        notifications.MapPost(BankCardNotification.Path, payments)
            .Says(payments, "neighbours", "The payment provider says that a payment has moved. Only a hint.");
        notifications.MapPost(CallbackAddress.Path, hints)
            .Says(hints, "neighbours", "The provider says that a task has moved. Only a hint.");
        notifications.MapPost($"{CallbackAddress.Path}/{{generation}}/{{token}}", hintsOfOrders)
            .Says(hintsOfOrders, "neighbours", "The same about one order, with the token that the provider was given for it.");
    }
}
