using Trt.Application.Drafts;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;

namespace Trt.Application.Recipes;

/// <summary>What the customer sees next while following a recipe.</summary>
public abstract record StepView
{
    /// <summary>A hole is to be filled.</summary>
    /// <param name="IsTooLong">What was written does not go in.</param>
    public sealed record Ask(RecipeRun Run, RecipeHole Hole, bool IsTooLong = false) : StepView
    {
        /// <summary>Its place among the holes of this step, from zero.</summary>
        public int Number => Run.Current.Holes.ToList().IndexOf(Hole);
    }

    /// <summary>The order of this step is filled in, as far as it can be.</summary>
    /// <param name="InPlaceOf">The recipe's own model is not on sale; this one does the same.</param>
    public sealed record Order(RecipeRun Run, WizardView View, ModelCard? InPlaceOf) : StepView;

    /// <summary>No model on sale does this step.</summary>
    public sealed record NoModel(RecipeRun Run) : StepView;

    /// <summary>It is so long ago that it was forgotten, or never was this customer's.</summary>
    public sealed record Forgotten : StepView;
}
