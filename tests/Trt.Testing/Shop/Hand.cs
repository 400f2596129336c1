using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Application.Later;
using Trt.Infrastructure.Outbox;
using Trt.Infrastructure.Persistence;

namespace Trt.Testing.Shop;

/// <summary>
/// A worker of the shop's own with a single hand. Whoever simulates decides when it looks, when it says that it lives, and when it is
/// gone for good: then nobody asks it any more, and its lease runs out.
/// </summary>
public sealed class Hand
{
    private readonly OutboxWorker _worker;

    internal Hand(IServiceProvider services, Lane lane) => _worker = new OutboxWorker(
        lane,
        hands: 1,
        Task.CompletedTask,
        services.GetRequiredService<IServiceScopeFactory>(),
        services.GetRequiredService<OutboxBell>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<OutboxWorker>>());

    /// <summary>Takes a due row and does it.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> Take()
    {
        var any = false;
        await foreach (var row in _worker.Due(CancellationToken.None))
        {
            await row;
            any = true;
        }

        return any;
    }

    public Task StayAlive() => _worker.Renew(CancellationToken.None);
}
