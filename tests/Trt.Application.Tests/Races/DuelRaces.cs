using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Recipes;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Races;

/// <summary>Presses on a duel and on the way between two steps, at once and on two instances.</summary>
[CancelAfter(120_000)]
[NonParallelizable]
public sealed class DuelRaces : ShopTest
{
    /// <summary>Each of them is three orders, and fills in its own.</summary>
    private const int Rounds = Race.Rounds / 4;

    private static readonly string[] Rivals = [.. new[] { "seedream/4.5-text-to-image", "google/nano-banana" }.Select(id => new ModelId(id).Key)];

    private TestShop _other = null!;

    protected override Task<TestShop> OpenShop() => TestShop.Open(new ShopOptions { CallbackSecret = [1], OpenPerCustomerMax = 20 });

    [SetUp]
    public async Task Come() => _other = await Shop.OpenBeside();

    [TearDown]
    public async Task Leave() => await _other.DisposeAsync();

    [Test]
    public async Task A_duel_is_ordered_whole_and_once_however_many_press()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var user = await Shop.NewCustomer(100);
            var duel = await Stands(user);

            var results = await Race.Of(4, press => Instance(press).Confirm(user, duel.Own.Draft.Id));

            results.Count(result => result is ConfirmResult.Started).ShouldBe(1, $"round {round}");
            results.Count(result => result is ConfirmResult.AlreadyStarted).ShouldBe(3, $"round {round}");
            (await Shop.Balance(user)).Reserved.ShouldBe(duel.Price, $"round {round}");
        }
    }

    [Test]
    public async Task Confirm_picking_and_taking_back_at_once_leave_a_whole_duel_or_none()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var user = await Shop.NewCustomer(100);
            var duel = await Stands(user);
            var id = duel.Own.Draft.Id;

            await Race.Among(
                async () => await Shop.Send(new ConfirmGeneration(user, id, 7, new Cid("test"), duel.Price)),
                async () => await _other.Send(new PickEntrant(user, Rivals[1], IsIn: false)),
                async () => await _other.Send(new CancelGeneration(user, id)));

            var reserved = (await Shop.Balance(user)).Reserved;
            new[] { Money.Zero, duel.Price }.ShouldContain(reserved, $"round {round}");
        }
    }

    [Test]
    public async Task Going_on_twice_and_confirming_twice_pays_for_one_step()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var user = await Shop.NewCustomer(100);
            var made = await Shop.Order(user);
            await Shop.Pass(TimeSpan.FromSeconds(20));
            var kept = (KeepRecipeResult.Kept)await Shop.Send(new KeepRecipe(user, made, "a {what}", Language.English));
            var ask = (StepView.Ask)await Shop.Send(new StartRecipe(user, kept.Recipe.Code, Language.English));

            var views = await Race.Of(3, press => Instance(press).Send(new FillHole(user, ask.Run.Number, "ship", 0)));
            var drafts = views.OfType<StepView.Order>().Select(order => ((WizardView.Confirm)order.View).Draft.Id).Distinct().ToList();
            drafts.ShouldHaveSingleItem($"round {round}");
            var results = await Race.Of(3, press => Instance(press).Confirm(user, drafts[0]));
            results.Count(result => result is ConfirmResult.Started).ShouldBe(1, $"round {round}");
        }

        (await Shop.Ask(db => Task.FromResult(db.Ledger.Count(entry => entry.Kind == EntryKind.Reserve)))).ShouldBe(Rounds * 2);
    }

    private TestShop Instance(int press) => press % 2 == 0 ? Shop : _other;

    private async Task<WizardView.Duel> Stands(UserId user)
    {
        await Shop.PaidDraft(user);
        var view = await Shop.Send(new OpenDuel(user));
        foreach (var rival in Rivals)
        {
            view = await Shop.Send(new PickEntrant(user, rival, IsIn: true));
        }

        return (WizardView.Duel)view;
    }
}
