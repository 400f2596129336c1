using Trt.Domain.Shared;

namespace Trt.Domain.Generations;

/// <summary>
/// One output that the customer wants as the file it was made as. A favour, not a debt: it leaves at most once for each asking, and
/// when nobody knows whether it arrived, asking again brings it.
/// </summary>
public sealed class OriginalCopy
{
    private static readonly TimeSpan BetweenAskings = TimeSpan.FromMinutes(3);

    private OriginalCopy()
    {
    }

    public UserId UserId { get; private init; }

    public GenerationId GenerationId { get; private init; }

    public int Output { get; private init; }

    public OriginalState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public static OriginalCopy Of(Generation generation, int output, DateTimeOffset now) => new()
    {
        UserId = generation.UserId,
        GenerationId = generation.Id,
        Output = output,
        AskedAt = now,
    };

    public bool WasJustAsked(DateTimeOffset now) => now - AskedAt < BetweenAskings;

    public void AskAgain(DateTimeOffset now) => (State, AskedAt) = (OriginalState.Asked, now);

    public void Attempt() => State = OriginalState.Attempted;

    public void NotSent() => State = OriginalState.Asked;

    public void Sent() => State = OriginalState.Sent;

    public void Lose() => State = OriginalState.Lost;
}

public enum OriginalState
{
    Asked,

    /// <summary>On its way; found like this later it means "may have been sent".</summary>
    Attempted,
    Sent,

    /// <summary>The file is no longer kept where it was made.</summary>
    Lost,
}
