using Trt.Application.Drafts;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Drafts;

/// <summary>A number that is typed changes the price as a button does, and says so beforehand.</summary>
public sealed class TypedNumberTests : ShopTest
{
    private static readonly ModelId Sound = new("elevenlabs/sound-effect-v2");

    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task The_question_tells_what_each_second_costs_and_what_the_usual_number_does()
    {
        var ask = await AskedForSeconds();
        var each = ask.PerUnit.ShouldNotBeNull();
        (each.Unit, each.IsLeast).ShouldBe((PriceUnit.Second, false));

        var usual = (await Shop.Send(new SkipField(_user))).ShouldBeOfType<WizardView.Confirm>();
        usual.Quote.Price.ShouldBe(ask.Prices["5"]);
        await Shop.Send(new EditField(_user, "duration_seconds"));
        var typed = (await Shop.Send(new AnswerField(_user, null, "10"))).ShouldBeOfType<WizardView.Confirm>();
        typed.Quote.Price.Kopecks.ShouldBeInRange((each.Price.Kopecks * 10) - 5, (each.Price.Kopecks * 10) + 5, "half a kopeck each");
    }

    [Test]
    public async Task The_card_tells_what_this_customer_ordered_last()
    {
        (await Card()).Typical.IsOwn.ShouldBeFalse();
        await AskedForSeconds();
        var order = (WizardView.Confirm)await Shop.Send(new AnswerField(_user, null, "7"));
        await Shop.Confirm(_user, order.Draft.Id);

        var typical = (await Card()).Typical;
        (typical.IsOwn, typical.Sum!.Quantity, typical.Sum.Price).ShouldBe((true, 7m, order.Quote.Price));
        var another = await Shop.NewCustomer();
        (await Shop.Send(new ShowModel(another, Sound))).ShouldBeOfType<ModelView.Card>().Typical.IsOwn.ShouldBeFalse();
    }

    private async Task<WizardView.Ask> AskedForSeconds()
    {
        var view = await Shop.Send(new BeginDraft(_user, Sound));
        while (view is WizardView.Ask { Field: not NumberField } ask)
        {
            view = ask.Field is TextField ? await Shop.Send(new AnswerField(_user, null, "rain on a roof")) : await Shop.Send(new SkipField(_user));
        }

        return view.ShouldBeOfType<WizardView.Ask>();
    }

    private async Task<ModelView.Card> Card() => (await Shop.Send(new ShowModel(_user, Sound))).ShouldBeOfType<ModelView.Card>();
}
