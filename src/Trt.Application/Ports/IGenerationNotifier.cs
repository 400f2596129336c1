using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Speaks to customers about their orders, in the words of the business; how it looks is the chat's matter.</summary>
public interface IGenerationNotifier
{
    Task<SendOutcome> Progress(GenerationNotice notice, CancellationToken token);

    /// <summary>Sends one message with one output or an album of several; an album cannot carry buttons.</summary>
    Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token);

    /// <summary>Ends a delivery whose messages carry no buttons, or that did not arrive as a whole.</summary>
    Task<SendOutcome> Closing(GenerationNotice notice, DeliveryGaps gaps, CancellationToken token);

    /// <summary>One output as the file it was made as.</summary>
    Task<SendOutcome> Original(GenerationNotice notice, int output, CancellationToken token);

    /// <summary>A copy that the messenger has kept; a refusal of it means that it has not.</summary>
    Task<SendOutcome> Copy(GenerationNotice notice, OutputKind kind, string fileId, CancellationToken token);

    /// <summary>The files as they were made are no longer kept.</summary>
    Task<SendOutcome> OriginalGone(GenerationNotice notice, CancellationToken token);

    /// <summary>What it cost in the end and what is left.</summary>
    Task<SendOutcome> Receipt(GenerationNotice notice, CancellationToken token);

    /// <summary>Why there is no result, and where the money is.</summary>
    Task<SendOutcome> Failure(GenerationNotice notice, CancellationToken token);
}

/// <param name="Lost">Outputs that were gone before they could be sent.</param>
/// <param name="Doubted">Outputs that were sent without an answer: they may be in the chat or not.</param>
public sealed record DeliveryGaps(int Outputs, int Lost, int Doubted);

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record GenerationNotice(Generation Generation, ModelCard? Card, Language Language, Money Balance, FreeRoom Free)
{
    /// <summary>Only with the messages that tell an end.</summary>
    public GenerationReceipt? Receipt { get; init; }

    /// <summary>What the customer's clock shows ahead of UTC.</summary>
    public TimeSpan Zone { get; init; }

    /// <summary>Null for an order that stands alone.</summary>
    public BatchState? Batch { get; init; }

    public WhatNext Next { get; init; } = WhatNext.Nothing;

    /// <summary>Null for an order that has started.</summary>
    public QueuePlace? Queue { get; init; }

    /// <summary>How long it usually takes; null when the model has left the catalog since.</summary>
    public RunTime? Takes { get; init; }

    /// <summary>Since the press that began it.</summary>
    public TimeSpan Elapsed { get; init; }
}
