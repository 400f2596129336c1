using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;

namespace Trt.Application.Pipeline;

/// <summary>
/// A span and a figure per request: its name, how it ended, how long it took. Never its content. A line when it broke, unless the database
/// is away: that is told once, by whoever asked.
/// </summary>
internal sealed partial class TelemetryBehaviour<TRequest, TResponse>(
    ILogger<TelemetryBehaviour<TRequest, TResponse>> logger, ITrtDb db, TimeProvider time)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string Name = typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken token, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Telemetry.Source.StartActivity(Name);
        var started = time.GetTimestamp();
        try
        {
            var response = await next();
            Took(started, "Done");
            return response;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            var took = Took(started, "Failed");
            if (!db.IsAway(exception))
            {
                RequestFailed(Name, exception.GetType().Name, took.TotalMilliseconds);
            }

            throw;
        }
    }

    private TimeSpan Took(long started, string outcome)
    {
        var elapsed = time.GetElapsedTime(started);
        Telemetry.RequestDuration.Record(
            elapsed.TotalSeconds, new KeyValuePair<string, object?>("request", Name),
            new KeyValuePair<string, object?>("outcome", outcome));
        return elapsed;
    }

    [LoggerMessage(EventId = 100, EventName = "REQUEST_FAIL", Level = LogLevel.Warning,
        Message = "{Request} failed with {Error} after {Milliseconds} ms")]
    private partial void RequestFailed(string request, string error, double milliseconds);
}
