using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>A payment provider that opens every payment and has on its books what a test puts there.</summary>
public sealed class FakeCards : IBankCardPayments
{
    private readonly ConcurrentQueue<BankCardOpening> _openings = new();
    private readonly ConcurrentQueue<BankCardRefunding> _refunds = new();

    public ConcurrentDictionary<string, BankCardCharge> Books { get; } = new();

    /// <summary>The next call ends so, and nothing is opened.</summary>
    public void NextOpening(BankCardOpening opening) => _openings.Enqueue(opening);

    public void NextRefund(BankCardRefunding refund) => _refunds.Enqueue(refund);

    public Task<BankCardOpening> Open(BankCardOrder order, CancellationToken token)
    {
        var id = $"charge-{order.Key:N}";
        return Task.FromResult(_openings.TryDequeue(out var ordered)
            ? ordered
            : new BankCardOpening.Opened(Books.GetOrAdd(id, _ => new BankCardCharge(
                id, BankCardState.Waiting, order.Amount, order.Key, IsOurs: true, Money.Zero, new Uri($"https://pay.example/{id}")))));
    }

    public Task<BankCardReading> Read(string chargeId, CancellationToken token) => Task.FromResult<BankCardReading>(
        Books.TryGetValue(chargeId, out var charge) ? new BankCardReading.Found(charge) : new BankCardReading.Missing("no such payment"));

    public Task<BankCardRefunding> Refund(BankCardRefundOrder order, CancellationToken token) => Task.FromResult(
        _refunds.TryDequeue(out var ordered) ? ordered : new BankCardRefunding.Done($"refund-{order.Key:N}"));
}
