using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

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

    public static IServiceCollection AddDoorkeeper(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
        limits.AddConcurrencyLimiter(Updates, queue => Bound(queue, ServedMax, WaitingMax));
        limits.AddConcurrencyLimiter(Notifications, queue => Bound(queue, ServedMax / 8, WaitingMax / 4));
    });

    private static void Bound(ConcurrencyLimiterOptions queue, int servedMax, int waitingMax)
    {
        queue.PermitLimit = servedMax;
        queue.QueueLimit = waitingMax;
        queue.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
    }
}
