using Trt.Domain.Catalog;

namespace Trt.Domain.Generations;

/// <summary>One piece of a result: a file to fetch or a text.</summary>
public sealed record ResultItem(OutputKind Kind, Uri? Address, string? Text)
{
    /// <summary>The provider's own name for this piece, where it has one: what goes on from the piece needs it.</summary>
    public string? Id { get; init; }
}
