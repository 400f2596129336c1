namespace Trt.Api.Dashboard.Pages;

/// <param name="Values">One for each hour or day; null where there is nothing to tell.</param>
/// <param name="Told">A value as people write it.</param>
public sealed record BarSeries(string Name, IReadOnlyList<decimal?> Values, Func<int, string> Told);
