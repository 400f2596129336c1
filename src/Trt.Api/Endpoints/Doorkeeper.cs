using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Trt.Api.Dashboard;
using Trt.Api.Machines;
using Trt.Api.Options;

namespace Trt.Api.Endpoints;

/// <summary>
/// How many are served at once, and how many may wait. Whoever comes beyond that is sent away with 503 at once and comes again: they all
/// bring what is brought again.
/// </summary>
internal static class Doorkeeper
{
    public const int ServedMax = 64;
    public const int WaitingMax = 1000;

    /// <summary>The messenger's updates, which must not stand behind whatever strangers send.</summary>
    public const string Updates = "updates";

    public const string Notifications = "notifications";

    public const string Machines = "machines";

    /// <summary>Whoever has come in is served beside strangers, however many of those there are.</summary>
    public const string Dashboard = "dashboard";

    public const int PagesMax = 4;
    public const int PagesWaitingMax = 32;

    public static IServiceCollection AddDoorkeeper(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
        limits.AddConcurrencyLimiter(Updates, queue => Bound(queue, ServedMax, WaitingMax));
        limits.AddConcurrencyLimiter(Notifications, queue => Bound(queue, ServedMax / 8, WaitingMax / 4));
        limits.AddConcurrencyLimiter(Machines, queue => Bound(queue, ServedMax / 8, WaitingMax / 10));
        limits.AddPolicy(Dashboard, http => RateLimitPartition.GetConcurrencyLimiter(
            new DashboardCookie(http.RequestServices.GetRequiredService<TrtOptions>()).Read(http.Request) ?? "",
            _ => new ConcurrencyLimiterOptions { PermitLimit = PagesMax, QueueLimit = PagesWaitingMax }));
        limits.OnRejected = (rejected, _) => new ValueTask(SendAway(rejected.HttpContext));
    });

    /// <summary>Neighbours only look at the number; programs of the operator read why.</summary>
    private static Task SendAway(HttpContext http) => http.Request.Path.StartsWithSegments(MachineDoor.Path)
        ? Problems.ComeAgain(http, "Too many come in at once.").ExecuteAsync(http)
        : Task.CompletedTask;

    private static void Bound(ConcurrencyLimiterOptions queue, int servedMax, int waitingMax)
    {
        queue.PermitLimit = servedMax;
        queue.QueueLimit = waitingMax;
        queue.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
    }
}
