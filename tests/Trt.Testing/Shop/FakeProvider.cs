using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Testing.Shop;

/// <summary>A provider that does as it is told; unless told otherwise everything succeeds at once.</summary>
public sealed class FakeProvider : IGenerationProvider
{
    private readonly ConcurrentQueue<SubmitOutcome> _submits = new();
    private readonly ConcurrentQueue<TaskReading> _readings = new();
    private int _tasks;
    private (Func<Task> What, SubmitOutcome Outcome)? _during;

    public ConcurrentQueue<ProviderOrder> Orders { get; } = new();

    public ConcurrentQueue<string> Reads { get; } = new();

    /// <summary>What every reading says when nothing else is queued.</summary>
    public TaskReading UsualReading { get; set; } = Done();

    /// <summary>Tasks that every reading says the same of.</summary>
    public ConcurrentDictionary<string, TaskReading> Always { get; } = new();

    public static TaskReading Done() =>
        new TaskReading.Done([new ResultItem(OutputKind.Image, new Uri("https://results.example/1.png"), null)], 18);

    public FakeProvider NextSubmit(SubmitOutcome outcome)
    {
        _submits.Enqueue(outcome);
        return this;
    }

    public FakeProvider NextReading(TaskReading reading)
    {
        _readings.Enqueue(reading);
        return this;
    }

    public Task<UploadOutcome> Upload(ProviderFile file, CancellationToken token) =>
        Task.FromResult<UploadOutcome>(new UploadOutcome.Stored(new Uri($"https://uploads.example/{file.Name}")));

    /// <summary>What happens while the next order is being answered.</summary>
    public void During(Func<Task> what, SubmitOutcome outcome) => _during = (what, outcome);

    public async Task<SubmitOutcome> Submit(ProviderOrder order, CancellationToken token)
    {
        Orders.Enqueue(order);
        if (_during is { } during)
        {
            _during = null;
            await during.What();
            return during.Outcome;
        }

        return await Task.FromResult(_submits.TryDequeue(out var outcome) ? outcome : new SubmitOutcome.Accepted($"task-{Interlocked.Increment(ref _tasks)}"));
    }

    public Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token)
    {
        Reads.Enqueue(taskId);
        return Task.FromResult(Always.GetValueOrDefault(taskId) ?? (_readings.TryDequeue(out var reading) ? reading : UsualReading));
    }

    /// <summary>Result → where else it can be had for a while.</summary>
    public ConcurrentDictionary<Uri, Uri> DirectAddresses { get; } = new();

    public Task<Uri?> DirectAddress(Uri result, CancellationToken token) => Task.FromResult(DirectAddresses.GetValueOrDefault(result));

    public Task<decimal?> Credits(CancellationToken token) => Task.FromResult<decimal?>(1000);
}
