using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Generations;

namespace Trt.Testing.Shop;

/// <summary>A chat that remembers what people were told.</summary>
public sealed class FakeChat : INotifier
{
    private readonly ConcurrentQueue<SendOutcome> _results = new();
    private long _messages = 100;

    public ConcurrentQueue<(GenerationNotice Notice, IReadOnlyList<ResultItem> Items)> Results { get; } = new();

    public ConcurrentQueue<GenerationNotice> Receipts { get; } = new();

    public ConcurrentQueue<GenerationNotice> Failures { get; } = new();

    public ConcurrentQueue<PaymentNotice> Invoices { get; } = new();

    public ConcurrentQueue<PaymentNotice> Refunds { get; } = new();

    public ConcurrentQueue<(PaymentNotice Notice, bool OrderWaits)> MoneyReceipts { get; } = new();

    public ConcurrentQueue<string> Alerts { get; } = new();

    public FakeChat NextResult(SendOutcome outcome)
    {
        _results.Enqueue(outcome);
        return this;
    }

    public Task<SendOutcome> Progress(GenerationNotice notice, TimeSpan elapsed, CancellationToken token) => Sent();

    public Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool isLast, CancellationToken token)
    {
        if (_results.TryDequeue(out var outcome) && outcome is not SendOutcome.Sent)
        {
            return Task.FromResult(outcome);
        }

        Results.Enqueue((notice, items));
        return Sent();
    }

    public Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token)
    {
        Receipts.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token)
    {
        Failures.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token)
    {
        Invoices.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token) => Sent();

    public Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token)
    {
        Refunds.Enqueue(notice);
        return Sent();
    }

    public Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token)
    {
        MoneyReceipts.Enqueue((notice, orderWaits));
        return Sent();
    }

    public Task<SendOutcome> OperatorAlert(string text, CancellationToken token)
    {
        Alerts.Enqueue(text);
        return Sent();
    }

    private Task<SendOutcome> Sent() => Task.FromResult<SendOutcome>(new SendOutcome.Sent(Interlocked.Increment(ref _messages), "file"));
}
