using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Speaks to people about what they are owed, in the words of the business; how it looks is the chat's matter.</summary>
public interface INotifier
{
    Task<SendOutcome> Progress(GenerationNotice notice, TimeSpan elapsed, CancellationToken token);

    /// <summary>Sends one message with some of the outputs; the last one carries the buttons.</summary>
    Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool isLast, CancellationToken token);

    /// <summary>What it cost in the end and what is left.</summary>
    Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token);

    /// <summary>Why there is no result, and where the money is.</summary>
    Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token);

    Task<SendOutcome> Invoice(PaymentNotice notice, CancellationToken token);

    /// <summary>This way to pay does not work now; another may.</summary>
    Task<SendOutcome> InvoiceRefused(PaymentNotice notice, CancellationToken token);

    /// <summary>The payer has the money back.</summary>
    Task<SendOutcome> Refunded(PaymentNotice notice, CancellationToken token);

    /// <summary>The money is on the balance; the order that lacked it is one press away when it still waits.</summary>
    Task<SendOutcome> MoneyReceived(PaymentNotice notice, bool orderWaits, CancellationToken token);

    Task<SendOutcome> OperatorAlert(string text, CancellationToken token);
}

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record GenerationNotice(Generation Generation, ModelCard? Card, Language Language, Money Balance, int FreeLeft);

public sealed record PaymentNotice(Payment Payment, Language Language, Money Balance);

public abstract record SendOutcome
{
    public sealed record Sent(long MessageId, string? FileId) : SendOutcome;

    /// <summary>The person stopped the bot or is gone.</summary>
    public sealed record RecipientGone : SendOutcome;

    /// <summary>Proven: not sent.</summary>
    public sealed record TryLater(TimeSpan After, string Detail) : SendOutcome;

    /// <summary>May or may not have been sent.</summary>
    public sealed record Unknown(string Detail) : SendOutcome;
}
