using Trt.Application.Drafts;
using Trt.Application.Recipes;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Recipes;

/// <summary>What customers keep: their own words with holes, shown to others only as far as they say so.</summary>
public sealed class OwnRecipeTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(40);

    private UserId _user;
    private GenerationId _made;

    [SetUp]
    public async Task Come()
    {
        _user = await Shop.NewCustomer(100);
        _made = await Shop.Order(_user, "4K");
        await Shop.Pass(AMoment);
    }

    [Test]
    public async Task Words_are_kept_as_they_are_with_holes_or_not_at_all()
    {
        (await Keep(null)).Words.ShouldBe("a lighthouse");
        (await Keep("a {what} at {time}")).Words.ShouldBe("a {what} at {time}");
        (await Shop.Send(new KeepRecipe(_user, _made, null, Language.Russian, IsBlank: true)))
            .ShouldBeOfType<KeepRecipeResult.Kept>().Recipe.Words.ShouldBeNull();
        (await Shop.Send(new ListRecipes(_user))).OwnCount.ShouldBe(3);
    }

    [Test]
    public async Task Settings_come_along_and_what_is_run_is_the_same_order_with_new_words()
    {
        var kept = await Keep("a {what} at dawn");
        var ask = (await Shop.Send(new StartRecipe(_user, kept.Code, Language.Russian))).ShouldBeOfType<StepView.Ask>();
        ask.Hole.Name.ShouldBe("what");
        var order = (await Shop.Send(new FillHole(_user, ask.Run.Number, "<b>ship</b> & co"))).ShouldBeOfType<StepView.Order>();
        var confirm = order.View.ShouldBeOfType<WizardView.Confirm>();
        confirm.Draft.Values["prompt"].ShouldBe(new TextValue("a <b>ship</b> & co at dawn"));
        confirm.Draft.Values["resolution"].ShouldBe(new TextValue("4K"));
    }

    [Test]
    public async Task A_second_press_keeps_it_once()
    {
        var kept = await Keep(null);
        (await Keep(null)).Code.ShouldBe(kept.Code);
        (await Shop.Send(new ListRecipes(_user))).OwnCount.ShouldBe(1);
    }

    [TestCase("   ", TemplateProblem.Empty)]
    [TestCase("{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}", TemplateProblem.TooManyHoles)]
    [TestCase("a {hole whose name is much longer than anybody would write it} b", TemplateProblem.HoleNameTooLong)]
    public async Task What_cannot_be_kept_is_refused_with_its_reason(string words, TemplateProblem problem) =>
        (await Shop.Send(new KeepRecipe(_user, _made, words, Language.Russian))).ShouldBeOfType<KeepRecipeResult.Wrong>().Problem.ShouldBe(problem);

    [Test]
    public async Task Fifty_holes_and_more_words_than_the_model_takes_are_refused_with_both_figures()
    {
        var holes = string.Concat(Enumerable.Range(1, 50).Select(number => $"{{hole {number}}}"));
        var many = (await Shop.Send(new KeepRecipe(_user, _made, holes, Language.Russian))).ShouldBeOfType<KeepRecipeResult.Wrong>();
        (many.Limit, many.Given).ShouldBe((WordsTemplate.HolesMax, 50));
        var words = new string('x', 20_001);
        var wrong = (await Shop.Send(new KeepRecipe(_user, _made, words, Language.Russian))).ShouldBeOfType<KeepRecipeResult.Wrong>();
        (wrong.Problem, wrong.Limit, wrong.Given).ShouldBe((TemplateProblem.TooLong, 20_000, 20_001));
    }

    [Test]
    public async Task Only_ones_own_orders_can_be_kept_and_only_so_many()
    {
        var stranger = await Shop.NewCustomer();
        (await Shop.Send(new KeepRecipe(stranger, _made, null, Language.Russian))).ShouldBeOfType<KeepRecipeResult.NotFound>();
        (await Shop.Send(new OfferToKeep(stranger, _made))).ShouldBeNull();
        for (var number = 1; number <= OwnRecipe.PerCustomerMax; number++)
        {
            await Keep($"number {number}");
        }

        (await Shop.Send(new KeepRecipe(_user, _made, "one more", Language.Russian))).ShouldBeOfType<KeepRecipeResult.TooMany>();
        (await Shop.Send(new ListOwnRecipes(_user, 7))).Items.Count.ShouldBe(2);
    }

    [Test]
    public async Task A_private_recipe_is_nobodys_a_form_has_no_word_of_its_author_and_words_only_where_they_say_so()
    {
        var kept = await Keep("canary words with {canary hole}");
        var stranger = await Shop.NewCustomer();
        (await See(stranger, kept)).ShouldBeOfType<RecipeView.Gone>().Alike.ShouldNotBeEmpty();
        (await Shop.Send(new StartRecipe(stranger, kept.Code, Language.Russian))).ShouldBeOfType<StepView.Forgotten>();

        await Shop.Send(new ShareRecipe(_user, kept.Number, RecipeSharing.FormOnly));
        var form = (await See(stranger, kept)).ShouldBeOfType<RecipeView.Card>();
        $"{System.Text.Json.JsonSerializer.Serialize(form.Recipe)}".ShouldNotContain("canary");
        form.Recipe.Steps[0].Chosen()["resolution"].ShouldBe(new TextValue("4K"));
        form.IsOwn.ShouldBeFalse();
        var begun = (await Shop.Send(new StartRecipe(stranger, kept.Code, Language.Russian))).ShouldBeOfType<StepView.Order>();
        begun.View.ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("prompt");

        await Shop.Send(new ShareRecipe(_user, kept.Number, RecipeSharing.WithWords));
        (await See(stranger, kept)).ShouldBeOfType<RecipeView.Card>().Recipe.Steps[0].Words.ShouldBe("canary words with {canary hole}");
    }

    [Test]
    public async Task What_is_deleted_is_gone_for_everybody_but_for_whoever_is_in_the_middle_of_it()
    {
        var kept = await Keep("a {what}");
        await Shop.Send(new ShareRecipe(_user, kept.Number, RecipeSharing.WithWords));
        var guest = await Shop.NewCustomer(100);
        var ask = (await Shop.Send(new StartRecipe(guest, kept.Code, Language.Russian))).ShouldBeOfType<StepView.Ask>();
        (await Shop.Send(new DeleteRecipe(guest, kept.Number))).ShouldBeFalse("it is not theirs");
        (await Shop.Send(new DeleteRecipe(_user, kept.Number))).ShouldBeTrue();
        (await Shop.Send(new DeleteRecipe(_user, kept.Number))).ShouldBeFalse();
        (await See(guest, kept)).ShouldBeOfType<RecipeView.Gone>();
        (await Shop.Send(new FillHole(guest, ask.Run.Number, "ship"))).ShouldBeOfType<StepView.Order>();
    }

    [Test]
    public async Task A_name_can_be_changed_and_is_cut_where_it_is_no_name_any_more()
    {
        var kept = await Keep(null);
        (await Shop.Send(new RenameRecipe(_user, kept.Number, $"  My\nlight {new string('x', 90)}")))!.Title.Length.ShouldBe(OwnRecipe.TitleLengthMax);
        (await Shop.Send(new RenameRecipe(await Shop.NewCustomer(), kept.Number, "x"))).ShouldBeNull();
    }

    [Test]
    public async Task Codes_cannot_be_guessed_and_fit_into_a_link()
    {
        var codes = new[] { (await Keep("one")).Code, (await Keep("two")).Code };
        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => code.Length == 16 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' || letter == '_'));
    }

    private Task<RecipeView> See(UserId reader, OwnRecipe recipe) => Shop.Send(new ShowRecipe(reader, recipe.Code, Language.Russian));

    private async Task<OwnRecipe> Keep(string? words) =>
        (await Shop.Send(new KeepRecipe(_user, _made, words, Language.Russian))).ShouldBeOfType<KeepRecipeResult.Kept>().Recipe;
}
