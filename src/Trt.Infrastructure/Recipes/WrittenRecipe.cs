using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Recipes;

/// <summary>A recipe as it stands in its file.</summary>
internal sealed record WrittenRecipe(LocalText Title, LocalText Benefit, int Order, IReadOnlyList<WrittenStep> Steps)
{
    public HouseRecipe Made(string code) => new(code, Title, Benefit, Order, [.. Steps.Select(step => step.Made())]);
}

/// <param name="Type">The kind of work, as the cards call it: "image-edit".</param>
/// <param name="Options">Choices by the names of the first model's fields.</param>
internal sealed record WrittenStep(
    LocalText Title, string Type, IReadOnlyList<string> Models, LocalText? Words = null,
    IReadOnlyDictionary<string, JsonElement>? Options = null, IReadOnlyList<WrittenHole>? Holes = null)
{
    /// <summary>Null for a kind that no card has.</summary>
    public GenerationType? Kind =>
        Enum.TryParse<GenerationType>(Type.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : null;

    public HouseStep Made() => new(
        Title, Kind ?? default, Models, Words, JsonSerializer.Serialize(Options ?? new Dictionary<string, JsonElement>()),
        [.. (Holes ?? []).Select(hole => new HouseHole(hole.Name, hole.Ask, hole.Example))]);
}

internal sealed record WrittenHole(string Name, LocalText Ask, LocalText Example);
