using Trt.Domain.Catalog;

namespace Trt.Domain.Drafts;

/// <summary>A range so small that its numbers can stand on buttons.</summary>
public static class FewNumbers
{
    private const int CountMax = 12;

    /// <summary>Empty when there are too many to show.</summary>
    public static IReadOnlyList<decimal> Of(NumberField field) =>
        (field.Step ?? (field.IsInteger ? 1 : null)) is > 0 and var step && (field.Max - field.Min) / step < CountMax
            ? [.. Enumerable.Range(0, (int)((field.Max - field.Min) / step) + 1).Select(index => field.Min + (index * step))]
            : [];
}
