namespace Trt.Benchmarks.Neighbours;

/// <summary>A page that customers open of their past.</summary>
/// <param name="Button">What leads there; letters X in it are the order's id.</param>
/// <param name="Mark">What stands on that screen and on no other.</param>
/// <param name="Script">The statements behind it, for pgbench.</param>
internal sealed record Page(string Name, string Button, string Mark, string Script)
{
    public static readonly IReadOnlyList<Page> All =
    [
        new("history page", "my_generations:1:e", "gen_view:", "history.sql"),
        new("second page of the pictures", "my_generations:2:i", "gen_view:", "gallery.sql"),
        new("page of one order", $"work:{new string('X', 22)}:1:e", "receipt:", "order.sql"),
    ];

    public bool IsOfOneOrder => Button.Contains('X', StringComparison.Ordinal);
}
