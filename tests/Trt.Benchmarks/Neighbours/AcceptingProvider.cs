using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trt.Benchmarks.Neighbours;

/// <summary>Takes every order at once, notes when it came, and never ends one.</summary>
internal class AcceptingProvider : Provider
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _arrivals = new();
    private int _lastTask;

    /// <summary>The moment at which the order came here, as <see cref="Stopwatch"/> counts.</summary>
    public Task<long> Arrival(Guid order) => Waiting(order).Task;

    public override async Task Answer(HttpContext http, string path, string address)
    {
        if (path != "/api/v1/jobs/createTask")
        {
            await base.Answer(http, path, address);
            return;
        }

        var came = Stopwatch.GetTimestamp();
        using var order = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        var callback = new Uri(order.RootElement.GetProperty("callBackUrl").GetString()!);
        var task = string.Create(CultureInfo.InvariantCulture, $"task-{Interlocked.Increment(ref _lastTask)}");
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$$"""{"code":200,"msg":"success","data":{"taskId":"{{{task}}}"}}""", http.RequestAborted);
        await http.Response.CompleteAsync();
        Waiting(Guid.ParseExact(callback.Segments[^2].TrimEnd('/'), "N")).TrySetResult(came);
        await Accepted(task, callback);
    }

    /// <summary>The shop has its answer.</summary>
    protected virtual Task Accepted(string task, Uri callback) => Task.CompletedTask;

    private TaskCompletionSource<long> Waiting(Guid order) =>
        _arrivals.GetOrAdd(order, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
}
