using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Application.Recipes;
using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Testing;

namespace Trt.Application.Tests.Recipes;

/// <summary>A chain of steps: each an ordinary order with its own money, and between them its customer decides.</summary>
public sealed class ChainTests : ShopTest
{
    private const string Sticker = "sticker";
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(40);

    private UserId _user;

    [SetUp]
    public async Task Come()
    {
        _user = await Shop.NewCustomer(100);
        Shop.Probe.Content = Pictures.Png(640, 640);
    }

    [Test]
    public async Task Holes_are_asked_one_after_the_other_and_then_the_order_is_filled_in()
    {
        var first = (await Begins()).ShouldBeOfType<StepView.Ask>();
        first.Hole.Name.ShouldBe("character");
        (await Asked()).ShouldBe(QuestionSubject(first.Run));
        var second = (await Says(first.Run, "a fox")).ShouldBeOfType<StepView.Ask>();
        second.Hole.Name.ShouldBe("emotion");
        var order = (await Says(first.Run, "laughs")).ShouldBeOfType<StepView.Order>().View.ShouldBeOfType<WizardView.Confirm>();
        var words = order.Draft.Values["prompt"].ShouldBeOfType<TextValue>().Text;
        words.ShouldContain("a fox");
        words.ShouldContain("laughs");
        (await Asked()).ShouldBeNull("the next words are words again");
        (await Shop.Balance(_user)).Reserved.ShouldBe(Money.Zero, "nothing is spent without a press");
    }

    [Test]
    public async Task An_example_is_taken_by_a_press_and_a_second_press_fills_nothing_else()
    {
        var ask = (await Begins()).ShouldBeOfType<StepView.Ask>();
        (await Shop.Send(new FillHole(_user, ask.Run.Number, null, 0))).ShouldBeOfType<StepView.Ask>().Hole.Name.ShouldBe("emotion");
        (await Shop.Send(new FillHole(_user, ask.Run.Number, null, 0))).ShouldBeOfType<StepView.Ask>().Hole.Name.ShouldBe("emotion");
    }

    [Test]
    public async Task What_is_empty_or_too_long_is_asked_again()
    {
        var ask = (await Begins()).ShouldBeOfType<StepView.Ask>();
        (await Says(ask.Run, " ")).ShouldBeOfType<StepView.Ask>().IsTooLong.ShouldBeTrue();
        (await Says(ask.Run, new string('x', RecipeRun.AnswerLengthMax + 1))).ShouldBeOfType<StepView.Ask>().IsTooLong.ShouldBeTrue();
        (await Says(ask.Run, new string('x', RecipeRun.AnswerLengthMax))).ShouldBeOfType<StepView.Ask>().Hole.Name.ShouldBe("emotion");
    }

    [Test]
    public async Task Each_step_reserves_and_pays_for_itself_and_a_checkpoint_stands_between_them()
    {
        var first = await FirstStep();
        await Shop.Pass(AMoment);
        var checkpoint = Shop.Chat.Checkpoints.ShouldHaveSingleItem().At;
        checkpoint.IsEnd.ShouldBeFalse();
        checkpoint.Next!.Card.Id.Value.ShouldBe("recraft/remove-background");
        (await Shop.Balance(_user)).Reserved.ShouldBe(Money.Zero, "the second step waits for its press");
        var taken = Money.Rubles(100) - (await Shop.Balance(_user)).Available;

        var second = (await Shop.Send(new GoOnRecipe(_user, first, 1))).ShouldBeOfType<StepView.Order>().View.ShouldBeOfType<WizardView.Confirm>();
        second.Card.Type.ShouldBe(GenerationType.BackgroundRemoval);
        (await Shop.Confirm(_user, second.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        (await Shop.Balance(_user)).Reserved.ShouldBe(second.Quote.Price);
        await Shop.Pass(AMoment);
        Shop.Chat.Checkpoints.Last().At.IsEnd.ShouldBeTrue();
        (await Shop.Balance(_user)).Available.ShouldBe(Money.Rubles(100) - taken - second.Quote.Price);
        (await Shop.Generation(second.Draft.Id)).Place.ShouldBe(new RecipePlace(1, 1));
    }

    [Test]
    public async Task Two_presses_of_go_on_find_one_order_and_pay_once()
    {
        var first = await FirstStep();
        await Shop.Pass(AMoment);
        var views = await Task.WhenAll(Shop.Send(new GoOnRecipe(_user, first, 1)), Shop.Send(new GoOnRecipe(_user, first, 1)));
        var drafts = views.Select(view => ((WizardView.Confirm)((StepView.Order)view).View).Draft.Id).Distinct().ToList();
        drafts.ShouldHaveSingleItem();
        var confirms = await Task.WhenAll(Shop.Confirm(_user, drafts[0]), Shop.Confirm(_user, drafts[0]));
        confirms.Count(result => result is ConfirmResult.Started).ShouldBe(1);
    }

    [Test]
    public async Task A_step_that_fails_gives_its_money_back_and_can_be_tried_again_in_its_place()
    {
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "500"));
        var first = await FirstStep();
        await Shop.Pass(AMoment);
        Shop.Chat.Failures.ShouldHaveSingleItem();
        Shop.Chat.Checkpoints.ShouldBeEmpty();
        (await Shop.Balance(_user)).Available.ShouldBe(Money.Rubles(100));

        var again = (await Shop.Send(new RepeatGeneration(_user, first))).ShouldBeOfType<WizardView.Confirm>();
        await Shop.Confirm(_user, again.Draft.Id);
        await Shop.Pass(AMoment);
        Shop.Chat.Checkpoints.ShouldHaveSingleItem().At.Step.ShouldBe(0);
    }

    [Test]
    public async Task A_step_whose_model_is_gone_is_done_by_another_and_that_is_said()
    {
        var ask = (await Shop.Send(new StartRecipe(_user, "old-photo", Language.English))).ShouldBeOfType<StepView.Order>();
        var run = ask.Run;
        run.Recipe.Steps[1].Models[0].ShouldBe("kling-2.6/image-to-video");
        var made = await Delivered(run, 0, "google/nano-banana-edit");
        Hide(run.Recipe.Steps[1].Models);
        await Shop.Send(new TellCheckpoint(made, _user));
        var next = Shop.Chat.Checkpoints.Last().At.Next.ShouldNotBeNull();
        next.IsReplacement.ShouldBeTrue();

        (await Shop.Send(new GoOnRecipe(_user, made, 1))).ShouldBeOfType<StepView.Ask>().Hole.Name.ShouldBe("motion");
        var order = (await Says(run, "they smile")).ShouldBeOfType<StepView.Order>();
        order.InPlaceOf!.Id.Value.ShouldBe("kling-2.6/image-to-video");
    }

    [Test]
    public async Task A_step_that_has_become_dearer_is_told_with_both_prices()
    {
        var first = await FirstStep();
        Dearer("recraft/remove-background");
        await Shop.Pass(AMoment);
        var checkpoint = Shop.Chat.Checkpoints.ShouldHaveSingleItem().At;
        checkpoint.Next!.Price!.Value.ShouldBeGreaterThan(checkpoint.Told!.Value);
        var order = (await Shop.Send(new GoOnRecipe(_user, first, 1))).ShouldBeOfType<StepView.Order>().View.ShouldBeOfType<WizardView.Confirm>();
        order.Quote.Price.ShouldBe(checkpoint.Next.Price!.Value);
    }

    [Test]
    public async Task Nobody_who_can_do_the_step_is_said_and_nothing_is_begun()
    {
        var first = await FirstStep();
        await Shop.Pass(AMoment);
        Hide([.. Shop.Catalog.Current.Offered(GenerationType.BackgroundRemoval).Select(card => card.Id.Value)]);
        (await Shop.Send(new GoOnRecipe(_user, first, 1))).ShouldBeOfType<StepView.NoModel>();
        (await Shop.Send(new TellCheckpoint(first, _user))).ShouldNotBeNull();
        Shop.Chat.Checkpoints.Last().At.Next.ShouldBeNull();
    }

    [Test]
    public async Task Another_model_can_do_the_next_step()
    {
        var ask = (await Shop.Send(new StartRecipe(_user, "old-photo", Language.English))).ShouldBeOfType<StepView.Order>();
        var made = await Delivered(ask.Run, 0, "google/nano-banana-edit");
        var models = (await Shop.Send(new ListStepModels(_user, made))).ShouldNotBeNull();
        models.Offers.Count.ShouldBeGreaterThan(2);
        var other = models.Offers[^1].Card;
        await Shop.Send(new GoOnRecipe(_user, made, 1, other.Id.Key));
        var order = (await Says(ask.Run, "they smile")).ShouldBeOfType<StepView.Order>();
        order.InPlaceOf.ShouldBeNull("it was chosen");
        (await Shop.Ask(db => db.Drafts.SingleAsync(draft => draft.UserId == _user))).Model.ShouldBe(other.Id);
    }

    [Test]
    public async Task A_free_step_takes_a_free_one_as_ever()
    {
        var order = await Kept("z-image", "{what}");
        var ask = (await Shop.Send(new StartRecipe(_user, order.Code, Language.Russian))).ShouldBeOfType<StepView.Ask>();
        var view = (await Says(ask.Run, "a ship")).ShouldBeOfType<StepView.Order>().View.ShouldBeOfType<WizardView.Confirm>();
        view.Quote.Price.ShouldBe(Money.Zero);
        var before = (await Shop.Balance(_user)).Free.Today;
        await Shop.Confirm(_user, view.Draft.Id);
        (await Shop.Balance(_user)).Free.Today.ShouldBe(before - 1);
    }

    [Test]
    public async Task Whoever_comes_back_after_a_restart_goes_on_where_they_were()
    {
        var ask = (await Begins()).ShouldBeOfType<StepView.Ask>();
        await using var other = await Shop.OpenBeside();
        (await other.Send(new FillHole(_user, ask.Run.Number, "a fox"))).ShouldBeOfType<StepView.Ask>().Hole.Name.ShouldBe("emotion");
        (await other.Send(new FillHole(_user, ask.Run.Number, "laughs"))).ShouldBeOfType<StepView.Order>();
    }

    [Test]
    public async Task Somebody_elses_chain_is_nobodys()
    {
        var first = await FirstStep();
        await Shop.Pass(AMoment);
        var stranger = await Shop.NewCustomer(100);
        (await Shop.Send(new GoOnRecipe(stranger, first, 1))).ShouldBeOfType<StepView.Forgotten>();
        (await Shop.Send(new FillHole(stranger, 1, "x"))).ShouldBeOfType<StepView.Forgotten>();
        (await Shop.Send(new GoOnRecipe(_user, first, 2))).ShouldBeOfType<StepView.Forgotten>("there is no second piece");
        (await Shop.Send(new StartRecipe(_user, "nobody-knows", Language.Russian))).ShouldBeOfType<StepView.Forgotten>();
    }

    [Test]
    public async Task An_order_by_itself_has_no_checkpoint()
    {
        await Shop.Order(_user);
        await Shop.Pass(AMoment);
        Shop.Chat.Checkpoints.ShouldBeEmpty();
    }

    [Test]
    public async Task The_price_of_the_whole_way_is_told_before_it_begins()
    {
        var card = (await Shop.Send(new ShowRecipe(_user, Sticker, Language.Russian))).ShouldBeOfType<RecipeView.Card>();
        card.Steps.ShouldAllBe(step => step != null && !step.IsReplacement);
        card.Price.ShouldBe(card.Steps[0]!.Price!.Value + card.Steps[1]!.Price!.Value);
    }

    private Task<StepView> Begins() => Shop.Send(new StartRecipe(_user, Sticker, Language.English));

    private Task<StepView> Says(RecipeRun run, string words) => Shop.Send(new FillHole(_user, run.Number, words));

    private async Task<GenerationId> FirstStep()
    {
        var ask = (await Begins()).ShouldBeOfType<StepView.Ask>();
        await Says(ask.Run, "a fox");
        var order = (await Says(ask.Run, "laughs")).ShouldBeOfType<StepView.Order>().View.ShouldBeOfType<WizardView.Confirm>();
        (await Shop.Confirm(_user, order.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        return order.Draft.Id;
    }

    /// <summary>A result of a step, whatever it was made of.</summary>
    private async Task<GenerationId> Delivered(RecipeRun run, int step, string model)
    {
        var made = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        await Shop.Execute(
            $$"""UPDATE generations SET model = '{{model}}', place = '{"Run": {{run.Number}}, "Step": {{step}}}' WHERE id = '{{made.Value}}'""");
        return made;
    }

    private async Task<OwnRecipe> Kept(string model, string words)
    {
        var view = await Shop.Draft(_user, model, ("prompt", "a lighthouse"), ("aspect_ratio", "1:1"));
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);
        return (await Shop.Send(new KeepRecipe(_user, view.Draft.Id, words, Language.Russian))).ShouldBeOfType<KeepRecipeResult.Kept>().Recipe;
    }

    private void Hide(IReadOnlyList<string> models) =>
        Change(card => models.Contains(card.Id.Value) ? card with { Status = ModelStatus.HiddenByOperator } : card);

    private void Dearer(string model) => Change(card => card.Id.Value == model
        ? card with { Prices = card.Prices with { Skus = [.. card.Prices.Skus.Select(sku => sku with { Credits = sku.Credits * 2 })] } }
        : card);

    private void Change(Func<ModelCard, ModelCard> change) =>
        Shop.Catalog.Current = new ModelCatalog("changed", Shop.Catalog.Current.Cards.Select(change));

    private async Task<string?> Asked() =>
        (await Shop.Ask(db => db.Questions.AsNoTracking().FirstOrDefaultAsync(question => question.UserId == _user)))?.Subject;

    private static string QuestionSubject(RecipeRun run) => $"{run.Number}";
}
