using Trt.Domain.Catalog;

namespace Trt.Domain.Generations;

/// <summary>Why the customer got no result; each has its own text in the chat.</summary>
public enum FailureReason
{
    InvalidInput,
    Moderation,
    ModelUnavailable,

    /// <summary>The shop cannot start anything at the moment (its account at the provider).</summary>
    ShopPaused,

    ProviderError,

    /// <summary>A file the customer sent can no longer be read.</summary>
    InputLost,

    /// <summary>The provider said "done" but there is nothing usable.</summary>
    EmptyResult,

    TimedOut,

    /// <summary>There was a result, and it was gone before it reached the chat.</summary>
    ResultLost,

    /// <summary>An operator gave the money back before there was a result.</summary>
    GivenBack,
}

public static class Faults
{
    /// <summary>The answer that the model did not accept, when it has said which.</summary>
    public static Field? FaultOf(this ModelCard card, Generation generation) =>
        generation.Failure == FailureReason.InvalidInput ? card.Inputs.NamedIn(generation.Detail) : null;
}
