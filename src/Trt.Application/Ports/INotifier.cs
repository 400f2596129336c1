using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Speaks to people about what they are owed, in the words of the business; how it looks is the chat's matter.</summary>
public interface INotifier
{
    Task<SendOutcome> Progress(GenerationNotice notice, TimeSpan elapsed, CancellationToken token);

    /// <summary>Sends one message with one output or an album of several; an album cannot carry buttons.</summary>
    Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token);

    /// <summary>Ends a delivery whose messages carry no buttons, or that did not arrive as a whole.</summary>
    Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token);

    /// <summary>One output as the file it was made as.</summary>
    Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token);

    /// <summary>The files as they were made are no longer kept.</summary>
    Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token);

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

/// <param name="Lost">Outputs that were gone before they could be sent.</param>
/// <param name="Doubted">Outputs that were sent without an answer: they may be in the chat or not.</param>
public sealed record DeliveryGaps(int Outputs, int Lost, int Doubted);

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record GenerationNotice(Generation Generation, ModelCard? Card, Language Language, Money Balance, FreeRoom Free)
{
    /// <summary>Only with the messages that tell an end.</summary>
    public GenerationReceipt? Receipt { get; init; }
}

public sealed record PaymentNotice(Payment Payment, Language Language, Money Balance)
{
    /// <summary>What a promo code has added to it.</summary>
    public TopUpBonus? Bonus { get; init; }
}

public abstract record SendOutcome
{
    public sealed record Sent(long MessageId, string? FileId) : SendOutcome;

    /// <summary>The person stopped the bot or is gone.</summary>
    public sealed record RecipientGone : SendOutcome;

    /// <summary>Proven: not sent.</summary>
    public sealed record TryLater(TimeSpan After, string Detail) : SendOutcome;

    /// <summary>May or may not have been sent.</summary>
    /// <param name="IsTrouble">The messenger itself said that something broke at its side: most likely it was not.</param>
    public sealed record Unknown(string Detail, bool IsTrouble = false) : SendOutcome;

    /// <summary>The messenger takes these outputs only one by one.</summary>
    public sealed record OneByOne(string Detail) : SendOutcome;

    /// <summary>Nothing is behind the address any more, or nothing that a customer would pay for.</summary>
    public sealed record ResultGone(string Detail) : SendOutcome;

    /// <summary>The place where the result lies does not answer now.</summary>
    public sealed record ResultAway(TimeSpan After, string Detail) : SendOutcome;
}
