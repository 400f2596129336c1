namespace Trt.Application.Mapping;

/// <summary>One page of a list, and whether another one follows.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, bool HasMore)
{
    public Page<TOther> With<TOther>(Func<T, TOther> change) => new([.. Items.Select(change)], Number, HasMore);
}

internal static class Page
{
    /// <summary>Nobody leafs further; a number from a button may say anything.</summary>
    public const int NumberMax = 1000;
}
