using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Storefront;
using Trt.Application.Tests.Drafts;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Terms;

/// <summary>A promotion ends by itself, at its moment and without anybody's help; a price that was shown before is honoured.</summary>
public sealed class PromotionTests : ShopTest
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task Without_a_regular_price_the_model_leaves_the_shelves_and_others_are_offered()
    {
        Sells(until: AMinute, afterwards: null);
        (await Shop.Send(new ShowModel(_user, Model))).ShouldBeOfType<ModelView.Card>().From.ShouldBe(PriceTerms.Default.Price(10));

        Shop.Clock.Advance(AMinute);

        (await Shop.Send(new ShowModel(_user, Model))).ShouldBeOfType<ModelView.Unavailable>()
            .Alternatives.Select(card => card.Id.Value).ShouldBe(["successor", "another"]);
        (await Shop.Send(new BeginDraft(_user, Model))).ShouldBeOfType<WizardView.Unavailable>();
    }

    [Test]
    public async Task The_regular_price_takes_over()
    {
        Sells(until: AMinute, afterwards: 25);
        Shop.Clock.Advance(AMinute);

        (await Draft()).Quote.Price.ShouldBe(PriceTerms.Default.Price(25));
    }

    [TestCase(null)]
    [TestCase(25)]
    public async Task A_price_that_was_shown_is_honoured_until_it_expires(int? afterwards)
    {
        Sells(until: AMinute, afterwards);
        var view = await Draft();

        Shop.Clock.Advance(AMinute);

        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>().Generation.Price.ShouldBe(PriceTerms.Default.Price(10));
    }

    [TestCase(null, ConfirmRefusal.ModelUnavailable)]
    [TestCase(25, ConfirmRefusal.PriceChanged)]
    public async Task After_that_it_is_not(int? afterwards, ConfirmRefusal refusal)
    {
        Sells(until: AMinute, afterwards);
        var view = await Draft();

        Shop.Clock.Advance(Shop.Settings.QuoteLifetime + AMinute);

        (await Shop.Confirm(_user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(refusal);
    }

    private static readonly ModelId Model = new("bargain");

    private Task<WizardView.Confirm> Draft() => Shop.Draft(_user, Model.Value, ("prompt", "a lighthouse"));

    private void Sells(TimeSpan until, decimal? afterwards) => Shop.Catalog.Current = TestCards.Catalog(
        TestCards.Card(Model.Value, TestCards.Prompt()) with
        {
            Instead = [new ModelId("successor")],
            Prices = new PriceList(
                PriceUnit.Generation,
                null,
                [new Sku("default", new Dictionary<string, string>(), 10) { Until = Shop.Clock.GetUtcNow() + until, Afterwards = afterwards }]),
        },
        TestCards.Card("another", TestCards.Prompt()),
        TestCards.Card("successor", TestCards.Prompt()));
}
