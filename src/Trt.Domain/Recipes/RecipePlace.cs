namespace Trt.Domain.Recipes;

/// <summary>Where in a chain an order stands.</summary>
/// <param name="Run">The customer's run of a recipe, counted from one.</param>
/// <param name="Step">From zero.</param>
public sealed record RecipePlace(int Run, int Step);
