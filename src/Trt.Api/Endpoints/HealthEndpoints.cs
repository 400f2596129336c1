using Microsoft.AspNetCore.Routing;
using Trt.Api.Instance;

namespace Trt.Api.Endpoints;

/// <summary>What this instance says of itself, to whoever asks: it holds no secret, and is answered whatever else hangs.</summary>
internal static class HealthEndpoints
{
    private static readonly ShopBuild Build = ShopBuild.Current;

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/version", () => Results.Json(new VersionAnswer(Build.Version, Build.Commit)))
            .Says<VersionAnswer>("Which build this is.");
        app.MapGet("/health", () => Results.Json(new HealthAnswer("alive", Build.Version, Build.Commit)))
            .Says<HealthAnswer>("The program is alive. It may not take orders yet.");
        app.MapGet("/health/ready", (Readiness readiness) => Results.Json(
                State(readiness),
                statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable))
            .Says<ReadyAnswer>("Orders are taken; 503 with the reason while they are not.", StatusCodes.Status503ServiceUnavailable);
    }

    private static ReadyAnswer State(Readiness readiness) => new(
        readiness.IsReady ? "ready" : "not ready",
        readiness.Stage,
        readiness.NotReady is { } reason ? Words(reason) : null,
        readiness.Untold is { } problem ? $"not told yet where we are: {problem}" : null,
        Build.Version,
        Build.Commit);

    private static string Words(NotReady reason) => reason switch
    {
        NotReady.Opening => "it is still opening",
        NotReady.DatabaseAway => "the database does not answer",
        NotReady.Closing => "it is closing",
    };

    /// <summary>For the document of all addresses: what is answered, and that a reason may be.</summary>
    private static void Says<T>(this RouteHandlerBuilder address, string summary, int? otherwise = null)
    {
        address.WithTags("health").WithSummary(summary).Produces<T>();
        if (otherwise is { } status)
        {
            address.Produces<T>(status);
        }
    }
}

/// <param name="Commit">Null where it was built without its repository.</param>
internal sealed record VersionAnswer(string Version, string? Commit);

internal sealed record HealthAnswer(string Status, string Version, string? Commit);

/// <param name="Stage">What is being done right now.</param>
/// <param name="Reason">Why orders are not taken; null when they are.</param>
/// <param name="Telegram">Why Telegram does not know yet where we are; null once it does.</param>
internal sealed record ReadyAnswer(string Status, string Stage, string? Reason, string? Telegram, string Version, string? Commit);
