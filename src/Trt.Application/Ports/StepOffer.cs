using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>A step of a recipe as it would be ordered at this moment.</summary>
/// <param name="Quote">Null where the size of the order follows from what is still to come.</param>
/// <param name="IsReplacement">The models of the recipe are not on sale; this one does the same.</param>
public sealed record StepOffer(RecipeStep Step, ModelCard Card, Quote? Quote, bool IsFree, bool IsReplacement)
{
    /// <summary>What one unit costs.</summary>
    public UnitPrice? Each { get; init; }

    /// <summary>Null where nobody can know it yet.</summary>
    public Money? Price => IsFree ? Money.Zero : Quote?.Price;
}

/// <summary>Between two steps of a chain: what has come, and what comes next if its customer likes.</summary>
/// <param name="Step">The one that is done, from zero.</param>
/// <param name="Next">Null at the end, or when no model on sale does the next step.</param>
public sealed record Checkpoint(RecipeRun Run, int Step, StepOffer? Next)
{
    public bool IsEnd => Step + 1 >= Run.Recipe.Steps.Count;

    /// <summary>What was told of the next step in the beginning; null when it was not known.</summary>
    public Money? Told => IsEnd ? null : Run.Told.ElementAtOrDefault(Step + 1);
}
