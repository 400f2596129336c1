using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing.Shop;
using static Trt.Application.Tests.Drafts.TestCards;

namespace Trt.Application.Tests.Drafts;

/// <summary>Going on from one's own earlier results, and from nobody else's.</summary>
public sealed class EarlierResultTests : ShopTest
{
    private static readonly ModelCard Song = Card("song", Prompt());

    private static readonly ModelCard Picture = Card("picture", Prompt());

    private static readonly ModelCard Wav = Card("wav", new EarlierField { Name = "taskId", Label = Label, IsRequired = true, From = [Song.Id], PieceAs = "audioId" });

    private static readonly ModelCard Sharper = Card("sharper", new EarlierField { Name = "task_id", Label = Label, IsRequired = true, From = [Picture.Id] }, Choice("size", "S", "L"));

    private UserId _user;

    protected override Task<TestShop> OpenShop() => TestShop.Open(catalog: Catalog(Song, Picture, Wav, Sharper));

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task Without_a_result_the_models_that_make_one_are_named()
    {
        var ask = (await Begin(Wav)).ShouldBeOfType<WizardView.Ask>();
        ask.Earlier.ShouldBeEmpty();
        ask.Sources.ShouldHaveSingleItem().Id.ShouldBe(Song.Id);
        ask.CanSkip.ShouldBeFalse();
        (await Shop.Send(new AnswerField(_user, null, "task-1"))).Remark.ShouldBe(WizardRemark.ButtonIsDue);
        (await Shop.Send(new AddFile(_user, Photo(), IsPhoto: true))).Remark.ShouldBe(WizardRemark.ButtonIsDue);
    }

    [Test]
    public async Task Each_song_of_a_result_can_be_gone_on_from_and_leaves_with_its_own_name()
    {
        var made = await Made(Song, "a lullaby");
        var offers = (await Begin(Wav)).ShouldBeOfType<WizardView.Ask>().Earlier;
        offers.Select(offer => (offer.Piece, offer.Title)).ShouldBe([("track-1", "1 · a lullaby"), ("track-2", "2 · a lullaby")]);

        var confirm = (await Pick("taskId", made, 2)).ShouldBeOfType<WizardView.Confirm>();
        (await Shop.Confirm(_user, confirm.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        await Shop.RunDue(Lane.Submit);
        var sent = Shop.Provider.Orders.Last().Inputs["taskId"].ShouldBeOfType<EarlierValue>();
        (sent.TaskId, sent.Piece).ShouldBe(((await Shop.Generation(made)).TaskId, "track-2"));
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task The_newest_result_stands_first_and_those_of_other_models_are_left_out()
    {
        var first = await Made(Picture, "first");
        await Made(Song, "a song");
        var second = await Made(Picture, "second");
        (await Begin(Sharper)).ShouldBeOfType<WizardView.Ask>().Earlier.Select(offer => offer.Generation).ShouldBe([second, first]);
    }

    [Test]
    public async Task Another_customers_result_is_neither_shown_nor_taken()
    {
        var made = await Made(Picture, "mine");
        var mallory = await Shop.NewCustomer(100);
        (await Shop.Send(new BeginDraft(mallory, Sharper.Id))).ShouldBeOfType<WizardView.Ask>().Earlier.ShouldBeEmpty();

        var view = (await Shop.Send(new PickEarlier(mallory, "task_id", made, 1))).ShouldBeOfType<WizardView.Ask>();
        (view.Field.Name, view.Remark).ShouldBe(("task_id", WizardRemark.OldButton));
    }

    [Test]
    public async Task A_result_of_the_wrong_make_or_a_piece_that_is_not_there_is_not_taken()
    {
        var song = await Made(Song, "a song");
        await Begin(Sharper);
        (await Pick("task_id", song, 1)).Remark.ShouldBe(WizardRemark.OldButton);
        await Begin(Wav);
        (await Pick("taskId", song, 3)).Remark.ShouldBe(WizardRemark.OldButton);
        (await Pick("task_id", song, 1)).Remark.ShouldBe(WizardRemark.OldButton);
    }

    [Test]
    public async Task An_order_under_way_or_failed_is_no_result_yet()
    {
        await Order(Picture, "under way");
        Shop.Provider.UsualReading = new TaskReading.Failed(ProviderRefusal.Other, "no");
        await Order(Picture, "failed");
        await Shop.Pass(TimeSpan.FromSeconds(5));
        (await Begin(Sharper)).ShouldBeOfType<WizardView.Ask>().Earlier.ShouldBeEmpty();
    }

    [Test]
    public async Task A_result_that_the_provider_has_forgotten_is_offered_no_more_and_asked_again_where_it_was_chosen()
    {
        var made = await Made(Picture, "old");
        await Begin(Sharper);
        (await Pick("task_id", made, 1)).ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("size");
        var confirm = (await Shop.Send(new AnswerField(_user, "size", "S"))).ShouldBeOfType<WizardView.Confirm>();
        (await Shop.Confirm(_user, confirm.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();

        Shop.Clock.Advance(EarlierField.KeptFor + TimeSpan.FromMinutes(1));
        var again = (await Shop.Send(new RepeatGeneration(_user, confirm.Draft.Id))).ShouldBeOfType<WizardView.Ask>();
        (again.Field.Name, again.Earlier.Count).ShouldBe(("task_id", 0));
        (await Pick("task_id", made, 1)).Remark.ShouldBe(WizardRemark.OldButton);
    }

    [Test]
    public async Task A_second_press_of_a_result_changes_nothing()
    {
        var made = await Made(Picture, "one");
        await Begin(Sharper);
        await Pick("task_id", made, 1);
        var view = (await Pick("task_id", made, 1)).ShouldBeOfType<WizardView.Ask>();
        (view.Field.Name, view.Remark).ShouldBe(("size", WizardRemark.OldButton));
    }

    private Task<WizardView> Begin(ModelCard card) => Shop.Send(new BeginDraft(_user, card.Id));

    private Task<WizardView> Pick(string field, GenerationId generation, int number) => Shop.Send(new PickEarlier(_user, field, generation, number));

    private async Task<GenerationId> Made(ModelCard card, string prompt)
    {
        Shop.Provider.UsualReading = new TaskReading.Done(
            [.. Enumerable.Range(1, 2).Select(n => new ResultItem(OutputKind.Image, new Uri($"https://results.example/{n}.png"), null) { Id = $"track-{n}" })], 18);
        var id = await Order(card, prompt);
        await Shop.Pass(TimeSpan.FromSeconds(4));
        (await Shop.Generation(id)).Status.ShouldBe(GenerationStatus.Delivered);
        return id;
    }

    private async Task<GenerationId> Order(ModelCard card, string prompt)
    {
        await Begin(card);
        var confirm = (await Shop.Send(new AnswerField(_user, null, prompt))).ShouldBeOfType<WizardView.Confirm>();
        (await Shop.Confirm(_user, confirm.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();
        return confirm.Draft.Id;
    }
}
