using Trt.Domain.Catalog;

namespace Trt.Api.Tests.Stories.Filling;

/// <summary>What a customer gave, up to the confirm screen.</summary>
/// <param name="Given">Field → what was typed or chosen, or how many files were sent.</param>
/// <param name="Price">As on the confirm button; zero = free.</param>
/// <param name="IsAtMost">The button says "up to": the true cost is less.</param>
internal sealed record FilledOrder(
    ModelCard Card, IReadOnlyDictionary<string, Answer> Given, decimal Price, bool IsAtMost, long ScreenId, string ConfirmData);

internal abstract record Answer
{
    public sealed record Words(string Text) : Answer;

    public sealed record Lines(IReadOnlyList<string> Texts) : Answer;

    public sealed record Files(int Count) : Answer;

    /// <param name="Inputs">What the provider has to get for it.</param>
    public sealed record Earlier(IReadOnlyDictionary<string, string> Inputs) : Answer;
}
