using Trt.Application.Generations;
using Trt.Application.Ports;

namespace Trt.Api.Endpoints;

/// <summary>How soon the provider has its answer, and whether any of its callbacks is turned away, from outside all other rules.</summary>
internal static class CallbackWatch
{
    public static void UseCallbackWatch(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(CallbackAddress.Path),
            branch => branch.Use((http, next) => Measure(http, next, time)));
    }

    private static async Task Measure(HttpContext http, RequestDelegate next, TimeProvider time)
    {
        var started = time.GetTimestamp();
        await next(http);
        if (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var status = http.Response.StatusCode;
        Telemetry.CallbackAnswer.Record(
            time.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("status", $"{status / 100}xx"));
        if (status is >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError)
        {
            Telemetry.Callback4xx.Add(1);
        }
    }
}
