using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>A payment provider that opens every payment and has on its books what a test puts there.</summary>
public sealed class FakeCards : ICardPayments
{
    private readonly ConcurrentQueue<CardOpening> _openings = new();
    private readonly ConcurrentQueue<CardRefunding> _refunds = new();

    public ConcurrentDictionary<string, CardCharge> Books { get; } = new();

    /// <summary>The next call ends so, and nothing is opened.</summary>
    public void NextOpening(CardOpening opening) => _openings.Enqueue(opening);

    public void NextRefund(CardRefunding refund) => _refunds.Enqueue(refund);

    public Task<CardOpening> Open(CardOrder order, CancellationToken token)
    {
        var id = $"charge-{order.Key:N}";
        return Task.FromResult(_openings.TryDequeue(out var ordered)
            ? ordered
            : new CardOpening.Opened(Books.GetOrAdd(id, _ => new CardCharge(
                id, CardState.Waiting, order.Amount, order.Key, IsOurs: true, Money.Zero, new Uri($"https://pay.example/{id}")))));
    }

    public Task<CardReading> Read(string chargeId, CancellationToken token) => Task.FromResult<CardReading>(
        Books.TryGetValue(chargeId, out var charge) ? new CardReading.Found(charge) : new CardReading.Missing("no such payment"));

    public Task<CardRefunding> Refund(CardRefundOrder order, CancellationToken token) => Task.FromResult(
        _refunds.TryDequeue(out var ordered) ? ordered : new CardRefunding.Done($"refund-{order.Key:N}"));
}
