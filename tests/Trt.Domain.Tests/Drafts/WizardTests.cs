using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using static Trt.Domain.Tests.Catalog.Some;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>The way through the questions: forward, around, back, and from the confirm screen to a single one.</summary>
public sealed class WizardTests
{
    [Test]
    public void Answering_everything_leads_to_the_confirm_screen()
    {
        var wizard = Begin(Picture);
        wizard.Give("a lighthouse").ShouldBeEmpty();
        wizard.Skip(wizard.Field("photos")).ShouldBeTrue();
        wizard.Give("4K").ShouldBeEmpty();
        wizard.Asking().ShouldBeNull();
        Picture.Inputs.Check(wizard.Draft.Values).IsValid.ShouldBeTrue();
    }

    [Test]
    public void A_wrong_answer_leaves_everything_as_it_was()
    {
        var wizard = Begin(Picture);
        wizard.Give("a lighthouse").ShouldBeEmpty();
        wizard.Skip(wizard.Field("photos"));
        wizard.Answer(wizard.Field("resolution"), new TextValue("8K")).ShouldHaveSingleItem().Code.ShouldBe(ProblemCode.NotAChoice);
        (wizard.Asking(), wizard.Draft.Values.Count).ShouldBe(("resolution", 1));
    }

    [Test]
    public void What_the_order_needs_cannot_be_skipped()
    {
        var wizard = Begin(Picture);
        wizard.Skip(wizard.Field("prompt")).ShouldBeFalse();
        wizard.Asking().ShouldBe("prompt");
    }

    [Test]
    [Property("Case", 71)]
    public void A_step_back_drops_that_answer_and_asks_it_again()
    {
        var wizard = Begin(Picture);
        wizard.Give("a lighthouse").ShouldBeEmpty();
        wizard.Back().ShouldBeTrue();
        (wizard.Asking(), wizard.Draft.Values.ContainsKey("prompt")).ShouldBe(("prompt", false));
    }

    [Test]
    public void There_is_nothing_before_the_first_step() => Begin(Picture).Back().ShouldBeFalse();

    [Test]
    public void A_field_edited_from_the_confirm_screen_leads_back_there_and_the_price_is_quoted_anew()
    {
        var wizard = Begin(Picture);
        wizard.Give("a lighthouse").ShouldBeEmpty();
        wizard.Skip(wizard.Field("photos"));
        wizard.Give("1K").ShouldBeEmpty();
        wizard.Draft.Offer(new DraftQuote(new Money(1414), "resolution=1K", "v", Now.AddDays(1)));

        wizard.Edit(wizard.Field("resolution"));
        wizard.Draft.Quote.ShouldBeNull();
        wizard.Give("4K").ShouldBeEmpty();
        (wizard.Asking(), wizard.Draft.Values["resolution"]).ShouldBe((null, new TextValue("4K")));
    }

    [Test]
    public void Repeating_an_order_keeps_its_answers_and_asks_nothing()
    {
        var wizard = Repeat(Picture, ("prompt", Text("a cat")), ("resolution", Text("4K")), ("filter", new FlagValue(true)));
        wizard.Asking().ShouldBeNull();
        wizard.Draft.Values.Keys.ShouldBe(["prompt", "resolution"], ignoreOrder: true);
    }

    [Test]
    public void Repeating_an_order_that_no_longer_fits_asks_what_is_wrong() =>
        Repeat(Picture, ("prompt", Text("a cat")), ("resolution", Text("8K"))).Asking().ShouldBe("resolution");
}
