using Trt.Application.Ports;

namespace Trt.Infrastructure.YooKassa;

/// <summary>The shop has no account at a payment provider. Payments that were opened when it had one wait for its return.</summary>
internal sealed class NoCardPayments : ICardPayments
{
    private const string Detail = "no account is configured";

    public Task<CardOpening> Open(CardOrder order, CancellationToken token) =>
        Task.FromResult<CardOpening>(new CardOpening.Refused(Detail));

    public Task<CardReading> Read(string chargeId, CancellationToken token) =>
        Task.FromResult<CardReading>(new CardReading.Unreadable(null, Detail));

    public Task<CardRefunding> Refund(CardRefundOrder order, CancellationToken token) =>
        Task.FromResult<CardRefunding>(new CardRefunding.Refused(Detail));
}
