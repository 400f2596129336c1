using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Testing.Shop;

/// <summary>A chat that remembers what people were told.</summary>
public sealed class FakeChat : IGenerationNotifier, IGrowthNotifier
{
    private readonly ConcurrentQueue<SendOutcome> _results = new();
    private readonly ConcurrentQueue<SendOutcome> _albums = new();
    private readonly ConcurrentQueue<SendOutcome> _originals = new();
    private readonly ConcurrentQueue<SendOutcome> _failures = new();
    private long _messages = 100;

    public ConcurrentQueue<(GenerationNotice Notice, IReadOnlyList<ResultItem> Items)> Results { get; } = new();

    /// <summary>Results of several models that came side by side.</summary>
    public ConcurrentQueue<IReadOnlyList<EntrantState>> Albums { get; } = new();

    public ConcurrentQueue<GenerationNotice> Verdicts { get; } = new();

    public ConcurrentQueue<(GenerationNotice Notice, Checkpoint At)> Checkpoints { get; } = new();

    public ConcurrentQueue<DeliveryGaps> Closings { get; } = new();

    public ConcurrentQueue<ResultItem> Originals { get; } = new();

    /// <summary>Results that were shown once more from the messenger's own copy.</summary>
    public ConcurrentQueue<(GenerationNotice Notice, OutputKind Kind)> Copies { get; } = new();

    /// <summary>Copies that the messenger does not have any more.</summary>
    public HashSet<string> LostCopies { get; } = [];

    public ConcurrentQueue<GenerationNotice> OriginalsGone { get; } = new();

    public ConcurrentQueue<GenerationNotice> Progresses { get; } = new();

    public ConcurrentQueue<GenerationNotice> Receipts { get; } = new();

    public ConcurrentQueue<GenerationNotice> Failures { get; } = new();

    public ConcurrentQueue<InviterNotice> InviterNews { get; } = new();

    public ConcurrentQueue<LowBalanceWord> LowBalances { get; } = new();

    public FakeChat NextResult(SendOutcome outcome)
    {
        _results.Enqueue(outcome);
        return this;
    }

    public FakeChat NextAlbum(SendOutcome outcome)
    {
        _albums.Enqueue(outcome);
        return this;
    }

    public FakeChat NextOriginal(SendOutcome outcome)
    {
        _originals.Enqueue(outcome);
        return this;
    }

    public FakeChat NextFailure(SendOutcome outcome)
    {
        _failures.Enqueue(outcome);
        return this;
    }

    public Task<SendOutcome> Progress(GenerationNotice notice, CancellationToken token)
    {
        Progresses.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token)
    {
        if (_results.TryDequeue(out var outcome) && outcome is not SendOutcome.Sent)
        {
            return Task.FromResult(outcome);
        }

        Results.Enqueue((notice, items));
        return Sent();
    }

    public Task<SendOutcome> Album(GenerationNotice notice, IReadOnlyList<EntrantState> entrants, CancellationToken token)
    {
        if (_albums.TryDequeue(out var outcome))
        {
            return Task.FromResult(outcome);
        }

        Albums.Enqueue(entrants);
        return Sent();
    }

    public Task<SendOutcome> Verdict(GenerationNotice notice, CancellationToken token)
    {
        Verdicts.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Checkpoint(GenerationNotice notice, Checkpoint checkpoint, CancellationToken token)
    {
        Checkpoints.Enqueue((notice, checkpoint));
        return Sent();
    }

    public Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token)
    {
        Closings.Enqueue(gaps);
        return Sent();
    }

    public Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token)
    {
        if (_originals.TryDequeue(out var outcome))
        {
            return Task.FromResult(outcome);
        }

        Originals.Enqueue(notice.Generation.Result[output]);
        return Sent();
    }

    public Task<SendOutcome> Copy(GenerationNotice notice, OutputKind kind, string fileId, CancellationToken token)
    {
        if (LostCopies.Contains(fileId))
        {
            return Task.FromResult<SendOutcome>(new SendOutcome.ResultGone("wrong file identifier"));
        }

        Copies.Enqueue((notice, kind));
        return Sent();
    }

    public Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token)
    {
        OriginalsGone.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token)
    {
        Receipts.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        if (_failures.TryDequeue(out var outcome))
        {
            return Task.FromResult(outcome);
        }

        Failures.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Tell(InviterNotice notice, CancellationToken token)
    {
        InviterNews.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Tell(LowBalanceWord notice, CancellationToken token)
    {
        LowBalances.Enqueue(notice);
        return Sent();
    }

    private Task<SendOutcome> Sent() => Task.FromResult<SendOutcome>(new SendOutcome.Sent(Interlocked.Increment(ref _messages), "file"));
}
