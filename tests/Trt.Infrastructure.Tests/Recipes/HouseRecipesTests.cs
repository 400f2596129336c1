using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Recipes;

namespace Trt.Infrastructure.Tests.Recipes;

/// <summary>The recipes of the house are checked as a whole: each step can be ordered as it is written, in both languages.</summary>
public sealed class HouseRecipesTests
{
    private static readonly ModelCatalog Cards = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private static readonly string Sound = File.ReadAllText(Path.Combine(HouseRecipes.DefaultFolder, "old-photo.json"));

    private string _folder = null!;

    [SetUp]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("trt-recipes-").FullName;

    [TearDown]
    public void End() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_is_delivered_is_sound_and_there_are_at_least_eight()
    {
        var recipes = new HouseRecipes();
        recipes.Open(HouseRecipes.DefaultFolder, Cards).ShouldBeEmpty();
        recipes.All.Count.ShouldBeGreaterThanOrEqualTo(8);
        recipes.All.Select(recipe => recipe.Code).ShouldBeUnique();
        recipes.All.Count(recipe => recipe.Steps.Count > 1).ShouldBeGreaterThanOrEqualTo(5);
        foreach (var l in Enum.GetValues<Language>())
        {
            recipes.All.Select(recipe => recipe.Title.In(l)).ShouldBeUnique();
        }
    }

    [TestCase("\"google/nano-banana-edit\"", "\"google/nobody\"", "has the id")]
    [TestCase("\"image-edit\"", "\"image-magic\"", "no kind of work")]
    [TestCase("{motion}", "{other}", "have the holes")]
    [TestCase("\"order\": 20", "\"order\": 20, \"colour\": 1", "is no recipe")]
    [TestCase("\"🕰 An old photo comes alive\"", "\"\"", "in one language only")]
    [TestCase("\"image-to-video\"", "\"text-to-video\"", "has the id")]
    [TestCase("{motion}. The camera", "{motion}. {more} The camera", "have the holes")]
    public void What_is_wrong_is_named(string sound, string broken, string complaint)
    {
        Sound.ShouldContain(sound);
        var found = Open(Sound.Replace(sound, broken, StringComparison.Ordinal));
        found.ShouldNotBeEmpty();
        found[0].ToString().ShouldContain(complaint);
    }

    [Test]
    public void A_name_that_does_not_fit_a_link_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "Old Photo.json"), Sound);
        new HouseRecipes().Open(_folder, Cards).ShouldContain(error => error.What.Contains("links"));
    }

    [Test]
    public void A_step_that_cannot_take_what_the_one_before_makes_is_refused() =>
        Open(Sound.Replace("\"image-edit\"", "\"text-to-speech\"", StringComparison.Ordinal)
                .Replace("\"google/nano-banana-edit\"", "\"elevenlabs/text-to-speech-turbo-2-5\"", StringComparison.Ordinal))
            .ShouldContain(error => error.What.Contains("takes no Audio"));

    [Test]
    public void Whoever_sells_fewer_models_keeps_the_recipes_and_others_stand_in()
    {
        var few = new ModelCatalog("few", Cards.Cards.Where(card => card.Id.Value != "google/nano-banana-edit"));
        var recipes = new HouseRecipes();
        recipes.Open(HouseRecipes.DefaultFolder, few).ShouldNotBeEmpty();
        recipes.All.ShouldBeEmpty();
        recipes.Open(HouseRecipes.DefaultFolder, few, isComplete: false).ShouldBeEmpty();
        recipes.All.ShouldNotBeEmpty();
    }

    /// <summary>Whatever stands between the letters and digits of an id, a link to it leads to one model.</summary>
    [Test]
    public void Every_model_is_found_by_a_link()
    {
        foreach (var card in Cards.Cards)
        {
            Cards.FindByLink(string.Concat(card.Id.Value.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))).ShouldBe(card);
        }
    }

    private IReadOnlyList<CardError> Open(string recipe)
    {
        File.WriteAllText(Path.Combine(_folder, "old-photo.json"), recipe);
        return new HouseRecipes().Open(_folder, Cards);
    }
}
