using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Groups;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Speaks to customers about their orders, in the words of the business; how it looks is the chat's matter.</summary>
public interface IGenerationNotifier
{
    Task<SendOutcome> Progress(GenerationNotice notice, CancellationToken token);

    /// <summary>Sends one message with one output or an album of several; an album cannot carry buttons.</summary>
    Task<SendOutcome> Result(GenerationNotice notice, IReadOnlyList<ResultItem> items, bool withButtons, CancellationToken token);

    /// <summary>The results of several models side by side in one message, each with what it took.</summary>
    Task<SendOutcome> Album(GenerationNotice notice, IReadOnlyList<EntrantState> entrants, CancellationToken token);

    /// <summary>How a duel has ended, and the question which of them is the best.</summary>
    Task<SendOutcome> Verdict(GenerationNotice notice, CancellationToken token);

    /// <summary>Between two steps of a chain, and at its end.</summary>
    Task<SendOutcome> Checkpoint(GenerationNotice notice, Checkpoint checkpoint, CancellationToken token);

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

    /// <summary>The message in a group that the result answers; null when it belongs into the customer's own chat.</summary>
    public GroupPlace? Answers { get; init; }

    /// <summary>It was asked for in a group that cannot be written to any more.</summary>
    public bool IsBroughtHome { get; init; }

    /// <summary>The first result that its customer ever gets: a small feast.</summary>
    public bool IsFirst { get; init; }

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
