using System.Threading.RateLimiting;
using Trt.Domain.BackOffice;

namespace Trt.Api.Machines;

/// <summary>How often one token is served by this instance. Only who was admitted is counted, so strangers fill no memory.</summary>
internal sealed class MachineLimits : IDisposable
{
    public const int AtOnceMax = 60;
    public const int PerSecond = 5;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetTokenBucketLimiter(name, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnceMax,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = Second,
            AutoReplenishment = true,
        }));

    /// <summary>Null for who need not wait.</summary>
    public TimeSpan? Wait(Actor.ByToken machine)
    {
        using var lease = _limiter.AttemptAcquire(machine.Name);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : Second;
    }

    public void Dispose() => _limiter.Dispose();
}
