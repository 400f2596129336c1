using Trt.Domain.Shared;

namespace Trt.Domain.Generations;

/// <summary>
/// The journal of one message of a delivery. "Attempted" is saved before the message leaves: found again after a crash it means
/// "may have been sent", and sending once more is counted as a possible duplicate.
/// </summary>
public sealed class DeliveryPart
{
    private DeliveryPart()
    {
    }

    public UserId UserId { get; private init; }

    public GenerationId GenerationId { get; private init; }

    public int Number { get; private init; }

    /// <summary>
    /// Which outputs travel in this message: one, or up to ten as an album. A message of words alone closes the delivery.
    /// </summary>
    public int FirstOutput { get; private init; }

    public int OutputCount { get; private init; }

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    public long? MessageId { get; private set; }

    public string? FileId { get; private set; }

    public bool IsClosing => OutputCount == 0;

    /// <summary>Nothing more is done about it by itself.</summary>
    public bool IsSettled => State is not (DeliveryState.Planned or DeliveryState.Attempted);

    /// <summary>The messages in the chat; those of an album follow each other.</summary>
    public IEnumerable<long> Messages => MessageId is { } first && first > 0
        ? Enumerable.Range(0, Math.Max(1, OutputCount)).Select(index => first + index)
        : [];

    /// <summary>Where it was and what the messenger keeps of it is not known any more.</summary>
    public void Forget() => (MessageId, FileId) = (null, null);

    public static DeliveryPart Plan(Generation generation, int number, int firstOutput, int outputCount) => new()
    {
        UserId = generation.UserId,
        GenerationId = generation.Id,
        Number = number,
        FirstOutput = firstOutput,
        OutputCount = outputCount,
    };

    /// <returns>True when an earlier attempt may already have reached the chat.</returns>
    public bool Attempt()
    {
        var mayBeThere = State == DeliveryState.Attempted;
        State = DeliveryState.Attempted;
        Attempts++;
        return mayBeThere;
    }

    /// <summary>The messenger has proven that nothing was sent.</summary>
    public void NotSent() => State = DeliveryState.Planned;

    public void Sent(long messageId, string? fileId)
    {
        State = DeliveryState.Sent;
        MessageId = messageId;
        FileId = fileId;
    }

    /// <summary>The album does not go as a whole; parts of one output each take its place.</summary>
    public void TakeApart() => State = DeliveryState.TakenApart;

    /// <summary>The messenger's answer was lost. Only the customer can see whether it is there, so they are asked.</summary>
    public void Doubt() => State = DeliveryState.Doubted;

    /// <summary>There is nothing left to send.</summary>
    public void Lose() => State = DeliveryState.Lost;

    /// <summary>The customer does not see it.</summary>
    public void SendAgain()
    {
        if (State != DeliveryState.Doubted)
        {
            throw new InvalidOperationException($"Part {Number} of {GenerationId} is {State}, not in doubt");
        }

        State = DeliveryState.Planned;
    }
}

public enum DeliveryState
{
    Planned,
    Attempted,
    Sent,
    TakenApart,
    Doubted,
    Lost,
}
