namespace Trt.Domain.Catalog.Prose;

/// <summary>One row of the provider's public price page, as it is written there.</summary>
/// <param name="Label">Which model it is about and under which conditions, in words.</param>
/// <param name="Model">The id in its link; many rows have none, some the wrong one.</param>
/// <param name="Kind">What the model makes, in one word.</param>
public sealed record PriceRow(string Label, string? Model, string Kind, string Credits, string Unit, string Dollars)
{
    /// <summary>What the label begins with: where there is no link, that may be the id.</summary>
    public string Head => Label.Split(',', 2)[0].Trim();
}
