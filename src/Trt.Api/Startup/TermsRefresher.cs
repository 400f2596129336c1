using Trt.Api.Instance;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Costs;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Startup;

/// <summary>Follows the tables of settings, costs and models' health: what is changed anywhere holds here within a second or two.</summary>
internal sealed partial class TermsRefresher(
    TermsInUse terms, CostsInUse costs, HealthInUse health, Standstill standstill, Readiness readiness, IServiceScopeFactory scopes,
    TimeProvider time, ILogger<TermsRefresher> logger) : Recurring(readiness.Opened, Period, time)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private long _hurriedAt;

    protected override async Task Once(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ITrtDb>();
        if (await terms.Refresh(db, token))
        {
            Changed();
        }

        await standstill.Refresh(scope.ServiceProvider.GetRequiredService<IPace>(), db, terms.Current, token);

        if (await costs.Refresh(db, terms.Current.Costs.AgeMax, token))
        {
            CostsChanged();
        }

        if (await health.Refresh(db, token))
        {
            HealthChanged();
        }

        if (costs.Current.ListedAt is { } listed)
        {
            await KeepYoung(scope.ServiceProvider, Time.GetUtcNow() - listed, token);
        }

        var troubles = terms.Untold;
        if (troubles.Count == 0)
        {
            return;
        }

        await using var work = await db.Begin(token);
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        foreach (var trouble in troubles)
        {
            Refused(trouble);
            outbox.Add(new TellOperators(new Matter.SettingNotFollowed(trouble)), Cid.New(Time.GetUtcNow()));
        }

        await work.Commit(token);
        terms.Told(troubles.Count);
    }

    /// <summary>A clock that was set back leaves the next look at the list far ahead, where nobody would miss it for days.</summary>
    private async Task KeepYoung(IServiceProvider services, TimeSpan age, CancellationToken token)
    {
        Telemetry.CostAge.Record((long)age.TotalSeconds);
        if (age > -CatalogSync.SoonAgain && age < 2 * CatalogSync.Period || Time.GetElapsedTime(_hurriedAt) < CatalogSync.SoonAgain)
        {
            return;
        }

        _hurriedAt = Time.GetTimestamp();
        await services.GetRequiredService<IOutbox>().Hurry(new CatalogSync(), token);
    }

    /// <summary>The terms in use stay.</summary>
    protected override void Failed(Exception? fault, string problem) => Unread(fault, problem);

    [LoggerMessage(EventId = 52, EventName = "TERMS_CHANGED", Level = LogLevel.Information,
        Message = "The settings have changed and hold from now on")]
    private partial void Changed();

    [LoggerMessage(EventId = 56, EventName = "COSTS_CHANGED", Level = LogLevel.Information,
        Message = "What is known of the provider's prices has changed and holds from now on")]
    private partial void CostsChanged();

    [LoggerMessage(EventId = 57, EventName = "HEALTH_CHANGED", Level = LogLevel.Information,
        Message = "How models do has changed and holds from now on")]
    private partial void HealthChanged();

    [LoggerMessage(EventId = 53, EventName = "TERMS_REFUSED", Level = LogLevel.Error, Message = "{Trouble}")]
    private partial void Refused(string trouble);

    [LoggerMessage(EventId = 54, EventName = "TERMS_UNREAD", Level = LogLevel.Warning,
        Message = "The settings could not be read, those in use stay: {Problem}")]
    private partial void Unread(Exception? fault, string problem);
}
