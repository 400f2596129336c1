using Microsoft.EntityFrameworkCore;

namespace Trt.Application.Mapping;

/// <summary>A piece of a list that may be endless, and where the next piece begins; null when this was the last.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Next)
{
    public Slice<TOther> With<TOther>(Func<T, TOther> change) => new([.. Items.Select(change)], Next);
}

internal static class Slices
{
    /// <param name="ordered">What comes after where this piece begins: no page costs more than the first.</param>
    public static async Task<Slice<T>> SliceOf<T>(this IQueryable<T> ordered, int size, Func<T, string> mark, CancellationToken token)
    {
        var rows = await ordered.Take(size + 1).ToListAsync(token);
        return new Slice<T>([.. rows.Take(size)], rows.Count > size ? mark(rows[size - 1]) : null);
    }
}
