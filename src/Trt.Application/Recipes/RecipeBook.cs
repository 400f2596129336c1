using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Recipes;

/// <summary>Finds a recipe by the name that buttons and links carry.</summary>
internal sealed class RecipeBook(ITrtDb db, ICatalog catalog, IHouseRecipes house)
{
    /// <summary>Null when there is none of that name, or none for this person.</summary>
    public async Task<FoundRecipe?> Find(UserId reader, string code, Language language, CancellationToken token)
    {
        if (house.All.FirstOrDefault(recipe => recipe.Code == code) is { } ours)
        {
            return new FoundRecipe(code, ours.In(language), null, IsOwn: false);
        }

        var own = await db.Recipes.AsNoTracking().FirstOrDefaultAsync(recipe => recipe.Code == code, token);
        return own?.For(reader, catalog.Current.Find(own.Model)) is { } recipe
            ? new FoundRecipe(code, recipe, own, own.UserId == reader)
            : null;
    }
}

/// <param name="Kept">Null for one of the house.</param>
/// <param name="IsOwn">Whoever looks at it has kept it themselves.</param>
internal sealed record FoundRecipe(string Code, Recipe Recipe, OwnRecipe? Kept, bool IsOwn);
