using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Domain.Finding;

/// <summary>Finds the house's recipes by what they are about, while somebody is still typing.</summary>
public static class RecipeFinder
{
    private const int FormLength = 5;
    private const int TypedMin = 3;
    private const int TitleWordMin = 4;

    /// <summary>Shorter words of a benefit stand in every sentence.</summary>
    private const int BenefitWordMin = 6;

    /// <summary>Those whose words begin as one of these does, in whatever form it is.</summary>
    public static IEnumerable<HouseRecipe> Find(IEnumerable<HouseRecipe> recipes, string text)
    {
        var typed = WordReader.Of(text).Select(word => word.Text).Where(word => word.Length >= TypedMin).ToList();
        return recipes.Where(recipe =>
            typed.Exists(word => Begins(recipe.Title, TitleWordMin, word))
            || typed.Exists(word => word.Length >= FormLength && Begins(recipe.Benefit, BenefitWordMin, word)));
    }

    private static bool Begins(LocalText text, int lengthMin, string typed)
    {
        var form = typed.Length > FormLength ? typed[..FormLength] : typed;
        // Half of a word has to be typed: a «кот» is no beginning of «который».
        return WordReader.Of($"{text.Ru} {text.En}").Exists(word => word.Text.Length >= lengthMin
            && 2 * typed.Length >= word.Text.Length && word.Text.StartsWith(form, StringComparison.Ordinal));
    }
}
