using Npgsql;
using Trt.Api.Bot.Updates;
using Trt.Api.Instance;
using Trt.Api.Options;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;
using Trt.Infrastructure.PrivatePostgres;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Startup;

/// <summary>
/// Everything between an open port and a shop that takes orders: the cards, the database and its schema, the way updates come.
/// What a restart can mend is tried again; what it cannot ends the program with the reason.
/// </summary>
internal sealed partial class Opening(
    TrtOptions options,
    Readiness readiness,
    Database database,
    CatalogInUse catalog,
    TermsInUse terms,
    CostsInUse costs,
    IServiceScopeFactory scopes,
    Reception reception,
    WarmUp warmUp,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Opening> logger,
    ClockKeeper? clock = null) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PatienceWithTelegram = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        lifetime.ApplicationStopping.Register(readiness.Close);
        try
        {
            // Nothing below may take a processor away from opening the port.
            await lifetime.Started().WaitAsync(stopping);
            readiness.Stage = "reading the cards";
            catalog.Open(options.CatalogFolder);
            readiness.Stage = "opening the database";
            await Repeat(() => database.Open(options.Database, options.DataFolder, options.IsDatabaseDurable, stopping), stopping);
            await Repeat(() => clock?.Read(stopping) ?? Task.CompletedTask, stopping);
            readiness.Stage = "reading the settings";
            await Repeat(() => ReadTerms(stopping), stopping);
            readiness.Stage = "telling Telegram where we are";
            var isTold = await TellTelegram(stopping);
            readiness.Stage = "looking around once";
            await Repeat(() => warmUp.Run(stopping), stopping);
            readiness.Open();
            Ready(catalog.Current.Version, catalog.Current.Cards.Count);
            if (options.Shop.IsDryRun)
            {
                await Repeat(() => TellOfDryRun(stopping), stopping);
            }

            for (var pause = BetweenTries; !isTold; pause = pause < LongestPause ? pause * 2 : pause)
            {
                await Task.Delay(pause, time, stopping);
                isTold = await TellTelegram(stopping);
            }
            await (clock?.Keep(stopping) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped while opening: nothing was promised yet.
        }
        catch (Exception exception) when (exception is CatalogBrokenException or PrivatePostgresException or UnfitDatabaseException)
        {
            CannotOpen(exception.Message);
            await Console.Error.WriteLineAsync(exception.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    /// <summary>Nobody is served before the operator's word and the provider's prices are known.</summary>
    private async Task ReadTerms(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        await terms.Refresh(db, token);
        await costs.Refresh(db, terms.Current.Costs.AgeMax, token);
    }

    /// <summary>Nobody shall take samples for results, least of all who runs the shop.</summary>
    private async Task TellOfDryRun(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        await using var work = await db.Begin(token);
        scope.ServiceProvider.GetRequiredService<IOutbox>().Add(new TellOperators(new Matter.DryRun()), Cid.New(time.GetUtcNow()));
        await work.Commit(token);
    }

    /// <summary>People who know the bot find it where it was, so the shop does not wait for long.</summary>
    private async Task<bool> TellTelegram(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(PatienceWithTelegram, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await reception.Prepare(either.Token);
            readiness.Untold = null;
            return true;
        }
        catch (Exception exception) when (
            exception is BotApiException || (patience.IsCancellationRequested && !stopping.IsCancellationRequested))
        {
            readiness.Untold = exception is BotApiException ? exception.Message : "no answer";
            NotTold(readiness.Untold);
            return false;
        }
    }

    private async Task Repeat(Func<Task> step, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception exception) when (
                Database.IsAway(exception) || exception is NpgsqlException or TimeoutException)
            {
                StillOpening(readiness.Stage, exception.Message);
                await Task.Delay(BetweenTries, time, stopping);
            }
        }
    }

    [LoggerMessage(EventId = 1, EventName = "READY", Level = LogLevel.Information, Message = "Ready: catalog {Catalog} with {Cards} cards")]
    private partial void Ready(string catalog, int cards);

    [LoggerMessage(EventId = 2, EventName = "BOOT_RETRY", Level = LogLevel.Warning, Message = "Still {Stage}: {Problem}")]
    private partial void StillOpening(string stage, string problem);

    [LoggerMessage(EventId = 7, EventName = "TG_NOT_TOLD", Level = LogLevel.Warning,
        Message = "Telegram has not been told where we are; the shop opens all the same, and it is tried again: {Problem}")]
    private partial void NotTold(string problem);

    [LoggerMessage(EventId = 3, EventName = "BOOT_FAIL", Level = LogLevel.Critical, Message = "The shop cannot open: {Problem}")]
    private partial void CannotOpen(string problem);
}
