using System.Text.Json;

namespace Trt.Infrastructure.YooKassa;

/// <summary>What came of one call. Which end it was decides what may be believed, so the ends are kept apart.</summary>
internal abstract record YooKassaAnswer
{
    /// <summary>An object of the provider, whole and readable.</summary>
    public sealed record Reply(JsonElement Body) : YooKassaAnswer;

    /// <summary>The provider's own no: the operation did not take place.</summary>
    public sealed record Refusal(int Status, string Detail) : YooKassaAnswer;

    /// <summary>Too fast: the operation did not take place, and may be asked for again.</summary>
    public sealed record TooFast(TimeSpan? After) : YooKassaAnswer;

    /// <summary>No answer, or one that says nothing. What was asked for may have happened.</summary>
    public sealed record Silence(string Detail) : YooKassaAnswer;
}
