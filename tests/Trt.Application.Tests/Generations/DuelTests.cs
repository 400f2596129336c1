using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Generations;

/// <summary>One order, several models: agreed to with one press, all or nothing; each has its own money and its own end.</summary>
public sealed class DuelTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(40);
    private static readonly ModelId[] Rivals = [new("seedream/4.5-text-to-image"), new("google/nano-banana"), new("flux-2/pro-text-to-image")];

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [Test]
    public async Task Who_stands_is_shown_each_with_their_price_and_what_all_of_them_cost()
    {
        var duel = await Opened();
        duel.Entrants.ShouldHaveSingleItem().Card.Id.Value.ShouldBe("nano-banana-pro");
        duel.Others.Count.ShouldBeGreaterThan(5);
        duel.Others.ShouldAllBe(other => other.Card.Type == GenerationType.TextToImage && other.Quote.Price >= Money.Zero);

        var three = await Stands(2);
        three.Entrants.Select(entrant => entrant.Card.Id).ShouldBe([new ModelId("nano-banana-pro"), .. Rivals.Take(2)]);
        three.Price.ShouldBe(three.Entrants[0].Quote.Price + three.Entrants[1].Quote.Price + three.Entrants[2].Quote.Price);
        three.Own.Draft.Agreed.ShouldBe(three.Price);
    }

    [Test]
    public async Task One_press_orders_all_of_them_and_each_has_its_own_entries()
    {
        var duel = await Stands(3);
        var started = await Confirms(duel);
        started.Generations.Select(order => order.Model).ShouldBe([new ModelId("nano-banana-pro"), .. Rivals]);
        started.Generations.Select(order => order.Price).ShouldBe(duel.Entrants.Select(entrant => entrant.Quote.Price));
        (await Reserved()).ShouldBe(duel.Price);

        await Shop.Pass(AMoment);
        Shop.Chat.Albums.ShouldHaveSingleItem().Count.ShouldBe(4);
        Shop.Chat.Results.ShouldBeEmpty();
        var told = Shop.Chat.Verdicts.ShouldHaveSingleItem().Batch.ShouldNotBeNull();
        told.Entrants.ShouldAllBe(entrant => entrant.Order.Status == GenerationStatus.Delivered && entrant.Took > TimeSpan.Zero);
        (told.Done, told.Taken).ShouldBe((4, duel.Price));
        (await Reserved()).ShouldBe(Money.Zero);
    }

    [Test]
    public async Task Who_fails_gives_its_own_money_back_and_the_others_come_together()
    {
        var duel = await Stands(2);
        await Confirms(duel);
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "500"));
        await Shop.Pass(AMoment);
        var failed = Shop.Chat.Failures.ShouldHaveSingleItem().Generation;
        Shop.Chat.Albums.ShouldHaveSingleItem().Count.ShouldBe(2);
        var told = Shop.Chat.Verdicts.ShouldHaveSingleItem().Batch.ShouldNotBeNull();
        (told.Done, told.Ended, told.Taken).ShouldBe((2, 1, duel.Price - failed.Price));
        (await Available()).ShouldBe(Money.Rubles(100) - duel.Price + failed.Price);
    }

    [Test]
    public async Task When_all_fail_nothing_is_taken_and_one_word_says_so()
    {
        var duel = await Stands(1);
        await Confirms(duel);
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Other, "500"));
        Shop.Provider.NextReading(new TaskReading.Failed(ProviderRefusal.Moderation, "flagged"));
        await Shop.Pass(AMoment);
        Shop.Chat.Albums.ShouldBeEmpty();
        Shop.Chat.Verdicts.ShouldHaveSingleItem().Batch!.Done.ShouldBe(0);
        (await Available()).ShouldBe(Money.Rubles(100));
    }

    [Test]
    public async Task Who_is_refused_at_the_start_costs_nothing_and_the_other_comes_alone()
    {
        var duel = await Stands(1);
        await Confirms(duel);
        Shop.Provider.NextSubmit(new SubmitOutcome.Refused(ProviderRefusal.Moderation, "flagged"));
        await Shop.Pass(AMoment);
        Shop.Chat.Albums.ShouldBeEmpty();
        Shop.Chat.Results.ShouldHaveSingleItem();
        Shop.Chat.Verdicts.ShouldHaveSingleItem().Batch!.Done.ShouldBe(1);
    }

    [Test]
    public async Task Who_never_answers_holds_the_others_up_for_two_minutes_and_no_longer()
    {
        var duel = await Stands(2);
        await Confirms(duel);
        Shop.Provider.Always["task-1"] = new TaskReading.Running();
        await Shop.Pass(TimeSpan.FromMinutes(1));
        Shop.Chat.Albums.ShouldBeEmpty();
        await Shop.Pass(TimeSpan.FromMinutes(2));
        Shop.Chat.Albums.ShouldHaveSingleItem().Count.ShouldBe(2);
        Shop.Chat.Verdicts.ShouldBeEmpty();

        await Shop.Pass(TimeSpan.FromMinutes(30));
        var told = Shop.Chat.Verdicts.ShouldHaveSingleItem().Batch.ShouldNotBeNull();
        (told.Done, told.Ended, told.Open).ShouldBe((2, 1, 0));
        (await Reserved()).ShouldBe(Money.Zero);
    }

    [Test]
    public async Task What_the_messenger_does_not_take_together_comes_one_by_one()
    {
        Shop.Chat.NextAlbum(new SendOutcome.OneByOne("no"));
        await Confirms(await Stands(1));
        await Shop.Pass(AMoment);
        Shop.Chat.Albums.ShouldBeEmpty();
        Shop.Chat.Results.Count.ShouldBe(2);
        Shop.Chat.Verdicts.ShouldHaveSingleItem();
    }

    [Test]
    public async Task An_album_whose_answer_was_lost_is_not_sent_again_the_customer_is_asked()
    {
        Shop.Chat.NextAlbum(new SendOutcome.Unknown("lost"));
        await Confirms(await Stands(1));
        await Shop.Pass(AMoment);
        Shop.Chat.Albums.ShouldBeEmpty();
        Shop.Chat.Results.ShouldBeEmpty();
        Shop.Chat.Closings.Count.ShouldBe(2);
        Shop.Chat.Closings.ShouldAllBe(gaps => gaps.Doubted == 1);
    }

    [Test]
    public async Task An_album_that_has_to_wait_goes_as_one_later()
    {
        Shop.Chat.NextAlbum(new SendOutcome.TryLater(TimeSpan.FromSeconds(5), "slow down"));
        await Confirms(await Stands(1));
        await Shop.Pass(AMoment);
        Shop.Chat.Albums.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Test]
    public async Task Money_for_some_of_them_only_orders_none_and_the_duel_waits()
    {
        var four = await Stands(3);
        var poor = await Shop.Payer(four.Price - new Money(1));
        var duel = await Stands(3, poor);
        duel.Missing.ShouldBe(new Money(1));
        (await Shop.Confirm(poor, duel.Own.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.NotEnoughMoney);
        (await Shop.Balance(poor)).Reserved.ShouldBe(Money.Zero);

        var three = (await Shop.Send(new PickEntrant(poor, Rivals[2].Key, IsIn: false))).ShouldBeOfType<WizardView.Duel>();
        (three.Entrants.Count, three.Missing).ShouldBe((3, Money.Zero));
        (await Shop.Confirm(poor, three.Own.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generations.Count.ShouldBe(3);
    }

    [Test]
    public async Task A_second_press_orders_nothing_more()
    {
        var duel = await Stands(3);
        var results = await Task.WhenAll(Shop.Confirm(_user, duel.Own.Draft.Id), Shop.Confirm(_user, duel.Own.Draft.Id));
        results.Count(result => result is ConfirmResult.Started).ShouldBe(1);
        (await Shop.Confirm(_user, duel.Own.Draft.Id)).ShouldBeOfType<ConfirmResult.AlreadyStarted>();
        (await Reserved()).ShouldBe(duel.Price);
    }

    [Test]
    public async Task Who_goes_off_sale_before_the_press_is_named_and_nothing_is_ordered()
    {
        var duel = await Stands(2);
        Hide(Rivals[0]);
        (await Shop.Confirm(_user, duel.Own.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.ModelUnavailable);
        (await Reserved()).ShouldBe(Money.Zero);
        var left = (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Duel>();
        left.Gone.ShouldHaveSingleItem().Id.ShouldBe(Rivals[0]);
        left.Entrants.Count.ShouldBe(2);
        (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Duel>().Gone.ShouldBeEmpty("it is told once");
        await Confirms(left);
    }

    [Test]
    public async Task When_the_orders_own_model_goes_off_sale_the_next_one_takes_the_order_over()
    {
        await Stands(2);
        Hide(new ModelId("nano-banana-pro"));
        var left = (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Duel>();
        left.Gone.ShouldHaveSingleItem().Id.Value.ShouldBe("nano-banana-pro");
        left.Entrants.Select(entrant => entrant.Card.Id).ShouldBe(Rivals.Take(2));
        (await Confirms(left)).Generations.Count.ShouldBe(2);
    }

    [Test]
    public async Task Who_gets_dearer_is_paid_what_was_shown_and_afterwards_asked_anew()
    {
        var duel = await Stands(1);
        Dearer(Rivals[0]);
        (await Confirms(duel)).Generations[1].Price.ShouldBe(duel.Entrants[1].Quote.Price);

        duel = await Stands(1);
        Dearer(Rivals[0]);
        Shop.Clock.Advance(Shop.Settings.QuoteLifetime);
        (await Shop.Confirm(_user, duel.Own.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        var anew = (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Duel>();
        anew.Price.ShouldBeGreaterThan(duel.Price);
        await Confirms(anew);
    }

    [Test]
    public async Task The_own_model_may_leave_and_a_press_twice_takes_nobody_else_along()
    {
        await Stands(2);
        var own = new ModelId("nano-banana-pro").Key;
        await Shop.Send(new PickEntrant(_user, own, IsIn: false));
        var left = (await Shop.Send(new PickEntrant(_user, own, IsIn: false))).ShouldBeOfType<WizardView.Duel>();
        left.Entrants.Select(entrant => entrant.Card.Id).ShouldBe(Rivals.Take(2));
    }

    [Test]
    public async Task No_more_than_four_stand_and_a_model_once()
    {
        await Stands(3);
        var other = (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Duel>().Others[0];
        var duel = (await Shop.Send(new PickEntrant(_user, other.Card.Id.Key, IsIn: true))).ShouldBeOfType<WizardView.Duel>();
        duel.Entrants.Count.ShouldBe(4);
        duel = (await Shop.Send(new PickEntrant(_user, Rivals[0].Key, IsIn: true))).ShouldBeOfType<WizardView.Duel>();
        duel.Entrants.Count.ShouldBe(4);
    }

    [Test]
    public async Task A_free_one_stands_for_nothing_and_comes_back_when_the_duel_is_taken_back()
    {
        await Opened();
        var duel = (await Shop.Send(new PickEntrant(_user, new ModelId("z-image").Key, IsIn: true))).ShouldBeOfType<WizardView.Duel>();
        duel.Entrants[1].Quote.Price.ShouldBe(Money.Zero);
        duel.Price.ShouldBe(Money.Rubles(14.14m));
        await Confirms(duel);
        (await Shop.Balance(_user)).Free.Today.ShouldBe(4);
        (await Shop.Send(new CancelGeneration(_user, duel.Own.Draft.Id))).ShouldBe(CancelOutcome.Cancelled);
        (await Shop.Balance(_user)).Free.Today.ShouldBe(5);
        (await Available()).ShouldBe(Money.Rubles(100));
        await Shop.Pass(AMoment);
        Shop.Chat.Verdicts.ShouldBeEmpty("who took it back has read so");
    }

    [Test]
    public async Task Only_those_that_take_what_was_sent_may_stand()
    {
        var made = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Send(new GoOn(_user, made, 1, new ModelId("google/nano-banana-edit").Key))).ShouldBeOfType<WizardView.Ask>();
        (await Shop.Send(new AnswerField(_user, null, "a red scarf"))).ShouldBeOfType<WizardView.Confirm>();
        var duel = (await Shop.Send(new OpenDuel(_user))).ShouldBeOfType<WizardView.Duel>();
        duel.Others.ShouldNotBeEmpty();
        duel.Others.ShouldAllBe(other => other.Card.Inputs.Fields.Any(field => field is MediaField));
    }

    [Test]
    public async Task What_a_rival_does_not_know_is_said()
    {
        await Shop.PaidDraft(_user, "4K");
        var duel = (await Shop.Send(new OpenDuel(_user))).ShouldBeOfType<WizardView.Duel>();
        duel.Others.Single(other => other.Card.Id == Rivals[1]).Lost.ShouldContain(field => field.Name == "resolution");
    }

    [Test]
    public async Task An_order_that_was_placed_can_be_compared_afterwards()
    {
        var made = await Shop.Order(_user);
        await Shop.Pass(AMoment);
        (await Shop.Send(new CompareResult(_user, made))).ShouldBeOfType<WizardView.Duel>().Entrants.Count.ShouldBe(1);
        (await Shop.Send(new CompareResult(await Shop.NewCustomer(), made))).ShouldBeOfType<WizardView.Nothing>();
    }

    [Test]
    public async Task A_duel_of_a_kind_asks_what_it_is_about_first()
    {
        (await Shop.Send(new BeginDuel(_user, GenerationType.TextToImage))).ShouldBeOfType<WizardView.Ask>();
        (await Shop.Send(new AnswerField(_user, null, "a lighthouse"))).ShouldBeOfType<WizardView.Duel>().Others.ShouldNotBeEmpty();
    }

    [Test]
    public async Task Who_wants_one_after_all_orders_one()
    {
        await Stands(2);
        var one = (await Shop.Send(new CloseDuel(_user))).ShouldBeOfType<WizardView.Confirm>();
        (await Shop.Confirm(_user, one.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generations.ShouldHaveSingleItem();
    }

    private async Task<WizardView.Duel> Opened(UserId? user = null)
    {
        await Shop.PaidDraft(user ?? _user);
        return (await Shop.Send(new OpenDuel(user ?? _user))).ShouldBeOfType<WizardView.Duel>();
    }

    private async Task<WizardView.Duel> Stands(int rivals, UserId? user = null)
    {
        var duel = await Opened(user);
        foreach (var rival in Rivals.Take(rivals))
        {
            duel = (await Shop.Send(new PickEntrant(user ?? _user, rival.Key, IsIn: true))).ShouldBeOfType<WizardView.Duel>();
        }

        return duel;
    }

    private async Task<ConfirmResult.Started> Confirms(WizardView.Duel duel) =>
        (await Shop.Confirm(_user, duel.Own.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();

    private void Hide(ModelId model) => Change(model, card => card with { Status = ModelStatus.HiddenByOperator });

    private void Dearer(ModelId model) => Change(model, card => card with
    {
        Prices = card.Prices with { Skus = [.. card.Prices.Skus.Select(sku => sku with { Credits = sku.Credits * 2 })] },
    });

    private void Change(ModelId model, Func<ModelCard, ModelCard> change) => Shop.Catalog.Current = new ModelCatalog(
        $"changed {model}", Shop.Catalog.Current.Cards.Select(card => card.Id == model ? change(card) : card));

    private async Task<Money> Reserved() => (await Shop.Balance(_user)).Reserved;

    private async Task<Money> Available() => (await Shop.Balance(_user)).Available;
}
