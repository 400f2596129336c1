using System.Collections.Concurrent;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Testing.Shop;

/// <summary>Remembers what customers and reviewers were told about payments under way.</summary>
public sealed class FakePaymentChat : IPaymentNotifier
{
    public ConcurrentQueue<PaymentNotice> Invoices { get; } = new();

    public ConcurrentQueue<PaymentNotice> InvoicesRefused { get; } = new();

    public ConcurrentQueue<PaymentNotice> Refunds { get; } = new();

    public ConcurrentQueue<(PaymentNotice Notice, bool OrderWaits)> MoneyReceipts { get; } = new();

    public ConcurrentQueue<(PaymentNotice Notice, Uri Address)> PayPages { get; } = new();

    public ConcurrentQueue<(PaymentNotice Notice, BankCardTrouble Trouble)> Troubles { get; } = new();

    public ConcurrentQueue<(UserId Reviewer, TransferCase About)> Cases { get; } = new();

    public ConcurrentQueue<PaymentNotice> Rejections { get; } = new();

    public Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token) => Keep(Invoices, notice);

    public Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token) => Keep(InvoicesRefused, notice);

    public Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token) => Keep(Refunds, notice);

    public Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token) =>
        Keep(MoneyReceipts, (notice, orderWaits));

    public Task<SendOutcome> PayPage(PaymentNotice notice, Uri address, CancellationToken token) => Keep(PayPages, (notice, address));

    public Task<SendOutcome> BankCardTrouble(PaymentNotice notice, BankCardTrouble trouble, CancellationToken token) => Keep(Troubles, (notice, trouble));

    public Task<SendOutcome> TransferToReview(UserId reviewer, TransferCase about, CancellationToken token) => Keep(Cases, (reviewer, about));

    public Task<SendOutcome> TransferRejected(PaymentNotice notice, CancellationToken token) => Keep(Rejections, notice);

    private static Task<SendOutcome> Keep<T>(ConcurrentQueue<T> told, T what)
    {
        told.Enqueue(what);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(told.Count, null));
    }
}
