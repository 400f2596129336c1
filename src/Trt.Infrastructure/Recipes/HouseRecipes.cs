using System.Text.Json;
using System.Text.Json.Serialization;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Recipes;

/// <summary>The recipes of the house, read once and checked as a whole against the cards they are made with.</summary>
public sealed class HouseRecipes : IHouseRecipes
{
    public IReadOnlyList<HouseRecipe> All { get; private set; } = [];

    /// <summary>The recipes that are delivered with the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "recipes");

    /// <param name="isComplete">All models that we know have their card; whoever sells fewer lets others stand in for them.</param>
    /// <returns>Everything that is wrong with them; then none is in use.</returns>
    public IReadOnlyList<CardError> Open(string folder, ModelCatalog cards, bool isComplete = true)
    {
        List<CardError> errors = [];
        List<HouseRecipe> recipes = [];
        if (!Directory.Exists(folder))
        {
            return [new CardError(folder, 1, "there is no such folder", "deliver the recipes with the program")];
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (Read(path, file, errors) is { } written)
            {
                errors.AddRange(RecipeCheck.Of(file, written, cards, isComplete));
                recipes.Add(written.Made(Path.GetFileNameWithoutExtension(file)));
            }
        }

        All = errors.Count == 0 ? [.. recipes.OrderBy(recipe => recipe.Order).ThenBy(recipe => recipe.Code, StringComparer.Ordinal)] : [];
        return errors;
    }

    private static WrittenRecipe? Read(string path, string file, List<CardError> errors)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), WrittenRecipes.Default.WrittenRecipe);
        }
        catch (JsonException error)
        {
            errors.Add(new CardError(
                file, (int)(error.LineNumber ?? 0) + 1, $"is no recipe: {error.Message}", "compare it with the recipes beside it"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(new CardError(file, 1, $"the file cannot be read: {error.Message}", "make it readable for this program"));
        }

        return null;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(WrittenRecipe))]
internal sealed partial class WrittenRecipes : JsonSerializerContext;
