using System.Text.Json.Nodes;
using Trt.Api.Bot.Updates;
using Trt.Api.Instance;
using Trt.Api.Observability;
using Trt.Application.Generations;

namespace Trt.Api.Endpoints;

/// <summary>All addresses of the shop.</summary>
internal static class ShopEndpoints
{
    public static void MapShop(this WebApplication app)
    {
        var telegram = app.Services.GetRequiredService<TelegramWebhook>();
        var provider = app.Services.GetRequiredService<KieCallback>();
        var readiness = app.Services.GetRequiredService<Readiness>();

        app.MapPost($"/{Reception.WebhookPath}", telegram.Receive).RequireRateLimiting(Doorkeeper.Updates);
        var notifications = app.MapGroup("").RequireRateLimiting(Doorkeeper.Notifications);
        notifications.MapPost(BankCardNotification.Path, app.Services.GetRequiredService<BankCardNotification>().Receive);
        notifications.MapPost(CallbackAddress.Path, http => provider.Receive(http));
        notifications.MapPost(
            $"{CallbackAddress.Path}/{{generation}}/{{token}}",
            http => provider.Receive(http, (string?)http.Request.RouteValues["generation"], (string?)http.Request.RouteValues["token"]));

        app.MapGet("/", () => Results.Text("TRT"));
        app.MapGet("/health", () => Results.Text("""{"status":"alive"}""", "application/json"));
        app.MapGet("/health/ready", () => Results.Text(
            State(readiness),
            "application/json",
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        app.MapGet(MetricsPage.Path, app.Services.GetRequiredService<MetricsPage>().Write);
    }

    private static string State(Readiness readiness)
    {
        var state = new JsonObject { ["status"] = readiness.IsReady ? "ready" : "not ready", ["stage"] = readiness.Stage };
        if (readiness.Untold is { } problem)
        {
            state["telegram"] = $"not told yet where we are: {problem}";
        }

        return state.ToJsonString();
    }
}
