using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Terms;
using Trt.Application.Tests.Races;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Attacks;

/// <summary>Attempts to pay less, to skip steps, to use others' orders, and to live on the free ones.</summary>
public sealed class ConfirmAttacks : ShopTest
{
    private UserId _eve;

    [SetUp]
    public async Task Come() => _eve = await Shop.NewCustomer(100);

    [Test]
    public async Task A_confirm_without_any_order_is_refused()
    {
        var refused = await Refused(GenerationId.New(Shop.Clock.GetUtcNow()));
        refused.Reason.ShouldBe(ConfirmRefusal.DraftGone);
    }

    [Test]
    public async Task A_confirm_at_the_first_question_is_led_back_to_it()
    {
        await Shop.Send(new BeginDraft(_eve, new ModelId("nano-banana-pro")));
        var refused = await Refused(await DraftId());
        refused.Reason.ShouldBe(ConfirmRefusal.InputsIncomplete);
        (await Shop.Send(new ShowDraft(_eve))).ShouldBeOfType<WizardView.Ask>();
    }

    [Test]
    [Property("Case", 6)]
    public async Task A_confirm_while_an_answer_is_being_changed_has_no_price_and_is_led_back_to_the_question()
    {
        var view = await Shop.PaidDraft(_eve);
        await Shop.Send(new EditField(_eve, "resolution"));

        var refused = await Refused(view.Draft.Id);
        refused.Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        (await Shop.Send(new ShowDraft(_eve))).ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("resolution");
    }

    [Test]
    public async Task An_old_button_with_the_price_of_other_settings_asks_again_instead_of_charging()
    {
        var view = await Shop.PaidDraft(_eve, "1K");
        var cheap = view.Quote.Price;
        await Shop.Send(new EditField(_eve, "resolution"));
        var dear = (WizardView.Confirm)await Shop.Send(new AnswerField(_eve, "resolution", "4K"));
        dear.Quote.Price.ShouldBeGreaterThan(cheap);

        var refused = (await Press(view.Draft.Id, cheap)).ShouldBeOfType<ConfirmResult.Refused>();

        refused.Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        ((WizardView.Confirm)await Shop.Send(new ShowDraft(_eve))).Quote.Price.ShouldBe(dear.Quote.Price);
        (await Shop.Balance(_eve)).Reserved.ShouldBe(Money.Zero);
        (await Press(view.Draft.Id, dear.Quote.Price)).ShouldBeOfType<ConfirmResult.Started>();
        (await Shop.Balance(_eve)).Reserved.ShouldBe(dear.Quote.Price);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(-1414)]
    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue)]
    public async Task A_price_written_into_the_button_by_hand_changes_nothing(long kopecks)
    {
        var view = await Shop.PaidDraft(_eve);
        (await Press(view.Draft.Id, new Money(kopecks))).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        (await Shop.Balance(_eve)).Reserved.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task A_button_of_an_order_that_was_cancelled_or_replaced_is_refused()
    {
        var cancelled = await Shop.PaidDraft(_eve);
        await Shop.Send(new CancelDraft(_eve));
        (await Refused(cancelled.Draft.Id)).Reason.ShouldBe(ConfirmRefusal.DraftGone);

        var replaced = (await Shop.PaidDraft(_eve)).Draft.Id;
        await Shop.PaidDraft(_eve, "4K");
        (await Refused(replaced)).Reason.ShouldBe(ConfirmRefusal.DraftGone);
    }

    [Test]
    public async Task Another_persons_order_can_be_neither_seen_nor_cancelled_nor_repeated_nor_confirmed()
    {
        var anna = await Shop.NewCustomer(100);
        var order = await Shop.Order(anna);
        var draft = (await Shop.PaidDraft(anna)).Draft.Id;

        (await Shop.Send(new ShowGeneration(_eve, order))).ShouldBeNull();
        (await Shop.Send(new CancelGeneration(_eve, order))).ShouldBe(CancelOutcome.NotFound);
        (await Shop.Send(new RepeatGeneration(_eve, order))).ShouldBeOfType<WizardView.Nothing>();
        (await Refused(order)).Reason.ShouldBe(ConfirmRefusal.DraftGone);
        (await Refused(draft)).Reason.ShouldBe(ConfirmRefusal.DraftGone);

        (await Shop.Generation(order)).Status.ShouldBe(GenerationStatus.Queued);
        (await Shop.Confirm(anna, draft)).ShouldBeOfType<ConfirmResult.Started>();
    }

    [TestCase("prompt", "smuggled")]
    [TestCase("price", "0")]
    [TestCase("callBackUrl", "https://evil.example")]
    [TestCase("resolution", "8K")]
    [TestCase("resolution", "-1")]
    public async Task A_button_for_what_is_not_asked_changes_nothing(string field, string value)
    {
        var view = await Shop.PaidDraft(_eve);
        await Shop.Send(new AnswerField(_eve, field, value));
        var shown = (WizardView.Confirm)await Shop.Send(new ShowDraft(_eve));
        shown.Draft.Values.ShouldBe(view.Draft.Values);
        shown.Quote.Price.ShouldBe(view.Quote.Price);
    }

    [Test]
    public async Task Many_new_accounts_get_no_more_free_ones_than_the_house_gives_away_on_a_day_and_are_offered_the_paid_way()
    {
        await Reopen(new ShopOptions { CallbackSecret = [1], Terms = new ShopTerms { Free = new FreeTerms { PerDayInAll = 3 } } });
        for (var account = 0; account < 3; account++)
        {
            (await ConfirmFree(await Shop.NewCustomer())).ShouldBeOfType<ConfirmResult.Started>();
        }

        var late = await Shop.NewCustomer(10);
        var offer = await Shop.FreeDraft(late);
        offer.Quote.Price.ShouldBe(Money.Rubles(0.63m));
        (await Shop.Confirm(late, offer.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();

        Shop.Clock.Advance(TimeSpan.FromDays(1));
        (await Shop.FreeDraft(late)).Quote.Price.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task A_free_offer_made_before_the_house_had_given_its_number_asks_before_it_costs_anything()
    {
        await Reopen(new ShopOptions { CallbackSecret = [1], Terms = new ShopTerms { Free = new FreeTerms { PerDayInAll = 1 } } });
        var (first, second) = (await Shop.NewCustomer(), await Shop.NewCustomer(10));
        var (a, b) = (await Shop.FreeDraft(first), await Shop.FreeDraft(second));
        (await Shop.Confirm(first, a.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>();

        var refused = (await Shop.Confirm(second, b.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>();

        refused.Reason.ShouldBe(ConfirmRefusal.PriceChanged);
        ((WizardView.Confirm)await Shop.Send(new ShowDraft(second))).Quote.Price.ShouldBe(Money.Rubles(0.63m));
        (await Shop.Balance(second)).Reserved.ShouldBe(Money.Zero);
    }

    [Test]
    public async Task What_fails_does_not_count_for_the_house()
    {
        await Reopen(new ShopOptions { CallbackSecret = [1], Terms = new ShopTerms { Free = new FreeTerms { PerDayInAll = 1 } } });
        var first = await Shop.NewCustomer();
        var order = (ConfirmResult.Started)await ConfirmFree(first);
        await Shop.Send(new CancelGeneration(first, order.Generation.Id));

        (await ConfirmFree(await Shop.NewCustomer())).ShouldBeOfType<ConfirmResult.Started>();
    }

    [Test]
    public async Task A_burst_of_accounts_passes_the_houses_number_by_no_more_than_those_who_press_at_once()
    {
        const int Given = 10;
        await Reopen(new ShopOptions { CallbackSecret = [1], Terms = new ShopTerms { Free = new FreeTerms { PerDayInAll = Given } } });
        var people = new List<(UserId User, GenerationId Draft)>();
        for (var account = 0; account < 40; account++)
        {
            var user = await Shop.NewCustomer();
            people.Add((user, (await Shop.FreeDraft(user)).Draft.Id));
        }

        const int AtOnce = 8;
        foreach (var burst in people.Chunk(AtOnce))
        {
            await Race.Of(burst.Length, number => Shop.Confirm(burst[number].User, burst[number].Draft));
        }

        (await Shop.Ask(db => db.Generations.CountAsync(order => order.FreeDay != null))).ShouldBeInRange(Given, Given + AtOnce - 1);
    }

    private async Task<ConfirmResult> ConfirmFree(UserId user) => await Shop.Confirm(user, (await Shop.FreeDraft(user)).Draft.Id);

    private Task<ConfirmResult> Press(GenerationId draft, Money shown) => Shop.Send(new ConfirmGeneration(_eve, draft, 7, new Cid("test"), shown));

    private async Task<ConfirmResult.Refused> Refused(GenerationId draft) => (await Shop.Confirm(_eve, draft)).ShouldBeOfType<ConfirmResult.Refused>();

    private Task<GenerationId> DraftId() => Shop.Ask(db => db.Drafts.Where(draft => draft.UserId == _eve).Select(draft => draft.Id).SingleAsync());
}
