namespace Trt.Domain.Catalog;

/// <summary>What can be made of a result: one kind of work, and the models that take the result for it, the likeliest first.</summary>
/// <param name="StandsAlone">The model is a kind of work by itself, such as a cover or the continuation of a film.</param>
public sealed record NextStep(GenerationType Type, IReadOnlyList<ModelCard> Cards, bool StandsAlone = false)
{
    public ModelCard First => Cards[0];
}
