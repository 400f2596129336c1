using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;
using Trt.Domain.Finding;
using Trt.Domain.Recipes;

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

    /// <summary>A chain that nobody has gone on with for so long is begun anew.</summary>
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan MattersKept = TimeSpan.FromDays(30);

    /// <summary>Who has not looked at them by then does not need them, and they hold what people wrote.</summary>
    private static readonly TimeSpan ParkedKept = TimeSpan.FromDays(30);

    /// <summary>Longer than anybody may dispute a transfer; by the mark of its bytes a screenshot is known for ever.</summary>
    private static readonly TimeSpan PicturesKept = TimeSpan.FromDays(365);

    /// <summary>A link in somebody's chat is pressed long after.</summary>
    private static readonly TimeSpan IdeasKept = TimeSpan.FromDays(60);

    /// <summary>Who was signed in stands in the audit trail for longer.</summary>
    private static readonly TimeSpan SessionsKept = TimeSpan.FromDays(7);

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
        await context.Set<RecipeRun>().Where(run => run.At < now - RunsKept).ExecuteDeleteAsync(token);
        await context.Set<OperatorMatter>().Where(matter => matter.OverAt < now - MattersKept).ExecuteDeleteAsync(token);
        var lastDigest = DateOnly.FromDateTime((now - MattersKept).UtcDateTime);
        await context.Set<OperatorDigest>().Where(digest => digest.Day < lastDigest).ExecuteDeleteAsync(token);
        await context.ParkedUpdates.Where(update => update.At < now - ParkedKept).ExecuteDeleteAsync(token);
        await context.Database.ExecuteSqlAsync(
            $"UPDATE transfer_pictures SET file_id = '', file_unique_id = '', look = NULL WHERE at < {(now - PicturesKept).ToUniversalTime()} AND file_id <> ''",
            token);
        await context.Set<Idea>().Where(idea => idea.At < now - IdeasKept).ExecuteDeleteAsync(token);
        await context.Set<DashboardSession>().Where(session => session.AskedAt < now - SessionsKept).ExecuteDeleteAsync(token);
        await context.Drafts.Where(draft => draft.ExpiresAt < now).ExecuteDeleteAsync(token);
    }

    protected override void Failed(Exception? fault, string problem) => SweepFailed(fault, problem);

    [LoggerMessage(
        EventId = 210, EventName = "HOUSEKEEPING_FAIL", Level = LogLevel.Warning,
        Message = "Housekeeping failed; it tries again later: {Problem}")]
    private partial void SweepFailed(Exception? fault, string problem);
}
