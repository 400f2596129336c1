using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Domain.BackOffice;
using Trt.Domain.Finding;

namespace Trt.Infrastructure.Persistence;

/// <summary>Forgets what nobody needs any more, a little at a time.</summary>
internal sealed partial class Housekeeping(Task opened, IServiceScopeFactory scopes, TimeProvider time, ILogger<Housekeeping> logger)
    : Recurring(opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <summary>For each table; nobody waits for it.</summary>
    private static readonly TimeSpan SweepTime = TimeSpan.FromMinutes(2);

    /// <summary>Telegram redelivers an update for a day at most.</summary>
    private static readonly TimeSpan UpdatesKept = TimeSpan.FromDays(2);

    private static readonly TimeSpan CallbacksKept = TimeSpan.FromDays(14);

    /// <summary>Nobody's: whoever they were for has long been found in another way.</summary>
    private static readonly TimeSpan OrphansKept = TimeSpan.FromDays(2);

    /// <summary>What was signed is in the ledger and stays here too; the rest is paper.</summary>
    private static readonly TimeSpan UnsignedKept = TimeSpan.FromDays(14);

    /// <summary>Whoever comes back later begins anew.</summary>
    private static readonly TimeSpan WishesKept = TimeSpan.FromDays(14);

    protected override async Task Once(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TrtDbContext>();
        context.Database.SetCommandTimeout(SweepTime);
        var now = Time.GetUtcNow();
        await context.ProcessedUpdates.Where(update => update.At < now - UpdatesKept).ExecuteDeleteAsync(token);
        await context.ProviderCallbacks
            .Where(callback => callback.At < now - CallbacksKept || (callback.GenerationId == null && callback.At < now - OrphansKept))
            .ExecuteDeleteAsync(token);
        await context.Adjustments
            .Where(adjustment => adjustment.State != AdjustmentState.Booked && adjustment.WrittenAt < now - UnsignedKept)
            .ExecuteDeleteAsync(token);
        await context.Database.ExecuteSqlAsync($"DELETE FROM pauses WHERE until < {now.ToUniversalTime()}", token);
        await context.Set<KeptWish>().Where(wish => wish.At < now - WishesKept).ExecuteDeleteAsync(token);
        await context.Drafts.Where(draft => draft.ExpiresAt < now).ExecuteDeleteAsync(token);
    }

    protected override void Failed(Exception? fault, string problem) => SweepFailed(fault, problem);

    [LoggerMessage(
        EventId = 210, EventName = "HOUSEKEEPING_FAIL", Level = LogLevel.Warning,
        Message = "Housekeeping failed; it tries again later: {Problem}")]
    private partial void SweepFailed(Exception? fault, string problem);
}
