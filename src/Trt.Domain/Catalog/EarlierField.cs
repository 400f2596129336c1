using Trt.Domain.Shared;

namespace Trt.Domain.Catalog;

/// <summary>A result that the customer has made before, to go on from: the clip to extend, the song to take apart.</summary>
public sealed record EarlierField : Field
{
    /// <summary>The provider forgets its tasks after this time.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    /// <summary>The models whose results can be gone on from.</summary>
    public required IReadOnlyList<ModelId> From { get; init; }

    /// <summary>
    /// The input that takes one piece of the result, such as one of two songs; null where the result is taken as a whole.
    /// </summary>
    public string? PieceAs { get; init; }

    /// <summary>The input that takes the name of the model that made it; null where nobody asks.</summary>
    public string? ModelAs { get; init; }

    /// <summary>What of the earlier order the price depends on, such as its resolution.</summary>
    public IReadOnlyList<string> Remembers { get; init; } = [];

    /// <summary>Under a name of its own the field carries the task; under the name of the piece only that.</summary>
    public bool SendsTask => PieceAs != Name;

    /// <summary>Every input that the provider gets from this one choice.</summary>
    public IEnumerable<string> Sends => new[] { Name, PieceAs, ModelAs }.OfType<string>().Distinct();

    internal override InputValue? Normalise(InputValue given, List<InputProblem> problems)
    {
        if (given is EarlierValue value && From.Contains(value.Model) && (PieceAs is null || value.Piece is not null))
        {
            return value;
        }

        problems.Add(Problem(ProblemCode.WrongKind));
        return null;
    }
}

/// <param name="TaskId">The provider's name for the work that made it.</param>
/// <param name="Piece">The provider's name for one piece of the result.</param>
/// <param name="Title">What the customer knows it by.</param>
public sealed record EarlierValue(GenerationId Generation, ModelId Model, string TaskId, string? Piece, string Title, DateTimeOffset MadeAt)
    : InputValue
{
    /// <summary>What was ordered then, as far as the card remembers it; empty where nobody wrote it down.</summary>
    public IReadOnlyDictionary<string, string> Ordered { get; init; } = NothingKnown;

    private static readonly IReadOnlyDictionary<string, string> NothingKnown = new Dictionary<string, string>();

    public bool Equals(EarlierValue? other) =>
        other is not null
        && (Generation, Model, TaskId, Piece, Title, MadeAt)
            == (other.Generation, other.Model, other.TaskId, other.Piece, other.Title, other.MadeAt)
        && Ordered.Count == other.Ordered.Count
        && Ordered.All(pair => other.Ordered.GetValueOrDefault(pair.Key) == pair.Value);

    public override int GetHashCode() => HashCode.Combine(Generation, TaskId, Piece);

    public bool IsForgotten(DateTimeOffset now) => now > MadeAt + EarlierField.KeptFor;
}
