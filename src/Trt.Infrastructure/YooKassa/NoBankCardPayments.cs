using Trt.Application.Ports;

namespace Trt.Infrastructure.YooKassa;

/// <summary>The shop has no account at a payment provider. Payments that were opened when it had one wait for its return.</summary>
internal sealed class NoBankCardPayments : IBankCardPayments
{
    private const string Detail = "no account is configured";

    public Task<BankCardOpening> Open(BankCardOrder order, CancellationToken token) =>
        Task.FromResult<BankCardOpening>(new BankCardOpening.Refused(Detail));

    public Task<BankCardReading> Read(string chargeId, CancellationToken token) =>
        Task.FromResult<BankCardReading>(new BankCardReading.Unreadable(null, Detail));

    public Task<BankCardRefunding> Refund(BankCardRefundOrder order, CancellationToken token) =>
        Task.FromResult<BankCardRefunding>(new BankCardRefunding.Refused(Detail));
}
