using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Recipes;

/// <summary>What only the recipe and the cards together can tell: whether each step can really be ordered as it is written.</summary>
internal static class RecipeCheck
{
    private const int TitleLengthMax = 40;
    private const int CodeLengthMax = 40;

    public static IEnumerable<CardError> Of(string file, WrittenRecipe recipe, ModelCatalog cards, bool isComplete)
    {
        var code = Path.GetFileNameWithoutExtension(file);
        if (code.Length > CodeLengthMax
            || !code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            yield return Wrong(file, $"the name \"{code}\" stands in links", "use small letters, digits and dashes only");
        }

        if (recipe.Steps.Count is 0 or > Recipe.StepsMax)
        {
            yield return Wrong(file, $"it has {recipe.Steps.Count} steps", $"give it one to {Recipe.StepsMax}");
        }

        foreach (var text in Texts(recipe).Where(text => string.IsNullOrWhiteSpace(text.Ru) || string.IsNullOrWhiteSpace(text.En)))
        {
            yield return Wrong(file, $"\"{text.Ru}{text.En}\" stands in one language only", "write both");
        }

        if (Math.Max(recipe.Title.Ru.Length, recipe.Title.En.Length) > TitleLengthMax)
        {
            yield return Wrong(file, "its title is no button", $"say it in {TitleLengthMax} characters");
        }

        var made = (OutputKind?)null;
        foreach (var step in recipe.Steps)
        {
            foreach (var problem in Of(file, step, made, cards, isComplete))
            {
                yield return problem;
            }

            made = step.Models.Select(id => cards.Find(new ModelId(id))?.Output).FirstOrDefault();
        }
    }

    private static IEnumerable<CardError> Of(
        string file, WrittenStep step, OutputKind? from, ModelCatalog cards, bool isComplete)
    {
        if (step.Kind is not { } kind)
        {
            yield return Wrong(file, $"\"{step.Type}\" is no kind of work", "use one that the cards use");
            yield break;
        }

        if (step.Models is [])
        {
            yield return Wrong(file, $"the step \"{step.Title.En}\" names no model", "name at least one, better two");
        }

        foreach (var id in step.Models)
        {
            var card = cards.Find(new ModelId(id));
            if (card is null && !isComplete)
            {
                continue;
            }

            if (card is null || card.Type != kind)
            {
                yield return Wrong(file, $"no card of the kind \"{step.Type}\" has the id \"{id}\"", "correct the id or the kind");
            }
            else if (from is { } made && NextSteps.InputFor(card, maker: null, made) is null)
            {
                yield return Wrong(file, $"\"{id}\" takes no {made} from the step before", "name a model that does");
            }
        }

        if (step.Models is [var best, ..] && cards.Find(new ModelId(best)) is { } first)
        {
            foreach (var problem in Of(file, step, first))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<CardError> Of(string file, WrittenStep step, ModelCard first)
    {
        foreach (var l in Enum.GetValues<Language>())
        {
            var made = step.Made().In(l);
            var named = WordsTemplate.Holes(made.Words ?? "");
            if (!named.ToHashSet().SetEquals(made.Holes.Select(hole => hole.Name)))
            {
                yield return Wrong(
                    file, $"the words of \"{step.Title.En}\" have the holes [{string.Join(", ", named)}] in {l}", "declare exactly these");
            }

            if (made.Words is null)
            {
                continue;
            }

            var answers = made.Holes.ToDictionary(hole => hole.Name, hole => hole.Example ?? "", StringComparer.Ordinal);
            var filled = StepFill.Of(first, made, answers);
            if (WizardPlan.Description(first) is not { } words || !filled.ContainsKey(words.Name))
            {
                yield return Wrong(file, $"\"{first.Id}\" does not take the words of \"{step.Title.En}\" in {l}", "shorten them");
            }
        }

        var chosen = step.Made().In(Language.English);
        var taken = StepFill.Of(first, chosen, new Dictionary<string, string>());
        foreach (var (name, value) in chosen.Chosen())
        {
            if (!value.Equals(taken.GetValueOrDefault(name)))
            {
                yield return Wrong(file, $"\"{first.Id}\" does not take {name} as it is given", "use a value of its card");
            }
        }
    }

    private static IEnumerable<LocalText> Texts(WrittenRecipe recipe) =>
    [
        recipe.Title, recipe.Benefit,
        .. recipe.Steps.SelectMany(step => (LocalText[])
        [
            step.Title, .. step.Words is { } words ? [words] : Array.Empty<LocalText>(),
            .. (step.Holes ?? []).SelectMany(hole => (LocalText[])[hole.Ask, hole.Example]),
        ]),
    ];

    private static CardError Wrong(string file, string what, string how) => new(file, 1, what, how);
}
