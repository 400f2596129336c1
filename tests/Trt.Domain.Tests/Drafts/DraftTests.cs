using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using static Trt.Domain.Tests.Catalog.Some;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>What is ordered, and how long its price and the order itself hold.</summary>
public sealed class DraftTests
{
    [Test]
    public void An_order_once_more_has_an_id_of_its_own()
    {
        var draft = Draft.Open(new UserId(1));
        Wizard.Begin(draft, Picture, Now, TimeSpan.FromDays(1));
        var first = draft.Id;
        Wizard.Begin(draft, Picture, Now, TimeSpan.FromDays(1));
        (draft.Id == first, draft.Values.Count, draft.WizardState.Trail.Count).ShouldBe((false, 0, 0));
    }

    [Test]
    public void Whatever_changes_the_order_takes_the_price_back()
    {
        Action<Wizard>[] changes =
        [
            wizard => wizard.Answer(wizard.Field("resolution"), Text("4K")).ShouldBeEmpty(),
            wizard => wizard.Edit(wizard.Field("prompt")),
            wizard => wizard.Clear(wizard.Field("photos")),
            wizard => wizard.Back().ShouldBeTrue(),
            wizard => wizard.Draft.Fit(CardWith(Prompt()), Now),
        ];
        foreach (var change in changes)
        {
            var wizard = Offered();
            change(wizard);
            wizard.Draft.Quote.ShouldBeNull();
        }
    }

    [Test]
    public void A_price_stays_as_long_as_everything_still_fits()
    {
        var draft = Offered().Draft;
        draft.Fit(Picture, Now);
        draft.Quote.ShouldNotBeNull();
    }

    [Test]
    [Property("Case", 97)]
    public void An_order_lives_on_from_its_last_touch()
    {
        var draft = Begin(Picture).Draft;
        draft.Touch(Now.AddHours(20), TimeSpan.FromDays(1));
        (draft.IsExpired(Now.AddHours(43)), draft.IsExpired(Now.AddHours(44))).ShouldBe((false, true));
    }

    private static Wizard Offered()
    {
        var wizard = Repeat(Picture, ("prompt", Text("a cat")), ("resolution", Text("1K")));
        wizard.Draft.Offer(new DraftQuote(new Money(1414), "resolution=1K", "v", Now.AddDays(1)));
        return wizard;
    }
}
