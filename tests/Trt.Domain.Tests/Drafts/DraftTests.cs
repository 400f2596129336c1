using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Drafts;

public sealed class DraftTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly ModelCard Card = new()
    {
        Id = new ModelId("test"),
        Family = ProviderFamily.Jobs,
        SendAs = "test",
        Title = Label,
        Benefit = Label,
        Maker = "Test",
        Type = GenerationType.TextToImage,
        Output = OutputKind.Image,
        Status = ModelStatus.Ready,
        Inputs = new InputSchema(
            [
                Prompt(max: 9000) with { IsRequired = true },
                Choice("resolution", "1K", "4K") with { Default = Text("1K") },
                Images("photos") with { ItemsMax = 3 },
                Number("seed", 1, 100),
                Flag("filter") with { IsHidden = true, Default = new FlagValue(true) },
            ],
            []),
        Prices = new PriceList(PriceUnit.Generation, null,
        [
            new Sku("resolution=1K", new Dictionary<string, string> { ["resolution"] = "1K" }, 18),
            new Sku("resolution=4K", new Dictionary<string, string> { ["resolution"] = "4K" }, 24),
        ]),
    };

    private static Draft Begun()
    {
        var draft = Draft.Open(new UserId(1));
        draft.Begin(Card, Now, Day);
        return draft;
    }

    private static void Give(Draft draft, string text) => draft.Answer(Card, Card.Inputs.Find(draft.Asking!)!, new TextValue(text)).ShouldBeEmpty();

    [Test]
    public void Files_are_asked_first_then_texts_then_what_changes_the_price_and_nothing_else()
    {
        WizardPlan.Steps(Card).Select(field => field.Name).ShouldBe(["photos", "prompt", "resolution"]);
        WizardPlan.MoreSettings(Card, new Dictionary<string, InputValue>()).Select(field => field.Name).ShouldBe(["seed"]);
    }

    [Test]
    public void Answering_everything_leads_to_the_confirm_screen()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!).ShouldBeTrue();
        Give(draft, "a lighthouse");
        Give(draft, "4K");
        draft.Asking.ShouldBeNull();
        Card.Inputs.Check(draft.Values).IsValid.ShouldBeTrue();
    }

    [Test]
    public void A_wrong_answer_leaves_everything_as_it_was()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!);
        Give(draft, "a lighthouse");
        draft.Answer(Card, Card.Inputs.Find("resolution")!, new TextValue("8K")).ShouldHaveSingleItem().Code.ShouldBe(ProblemCode.NotAChoice);
        (draft.Asking, draft.Values.Count).ShouldBe(("resolution", 1));
    }

    [Test]
    public void What_the_order_needs_cannot_be_skipped()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!);
        draft.Skip(Card, Card.Inputs.Find("prompt")!).ShouldBeFalse();
        draft.Asking.ShouldBe("prompt");
    }

    [Test]
    public void A_step_back_drops_that_answer_and_asks_it_again()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!);
        Give(draft, "a lighthouse");
        draft.Back(Card).ShouldBeTrue();
        (draft.Asking, draft.Values.ContainsKey("prompt")).ShouldBe(("prompt", false));
    }

    [Test]
    public void There_is_nothing_before_the_first_step() => Begun().Back(Card).ShouldBeFalse();

    [Test]
    public void Photos_gather_until_the_field_is_full()
    {
        var draft = Begun();
        var field = (MediaField)Card.Inputs.Find("photos")!;
        draft.AddMedia(Card, field, Photo()).ShouldBeEmpty();
        draft.AddMedia(Card, field, Photo()).ShouldBeEmpty();
        draft.Asking.ShouldBe("photos");
        draft.AddMedia(Card, field, Photo()).ShouldBeEmpty();
        draft.Asking.ShouldBe("prompt");
        draft.MediaOf(field).Count.ShouldBe(3);
    }

    [Test]
    public void A_field_edited_from_the_confirm_screen_leads_back_there_and_the_price_is_quoted_anew()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!);
        Give(draft, "a lighthouse");
        Give(draft, "1K");
        draft.Offer(new DraftQuote(new Money(1414), "resolution=1K", "v", Now + Day));

        draft.Edit(Card.Inputs.Find("resolution")!);
        draft.Quote.ShouldBeNull();
        Give(draft, "4K");
        (draft.Asking, draft.Values["resolution"]).ShouldBe((null, new TextValue("4K")));
    }

    [Test]
    public void A_text_that_the_messenger_cut_is_one_text_again()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!);
        Say(draft, new string('a', 4096), Now).ShouldBeEmpty();
        Say(draft, new string('b', 4096), Now.AddSeconds(1)).ShouldBeEmpty();
        Say(draft, "end", Now.AddSeconds(2)).ShouldBeEmpty();
        (((TextValue)draft.Values["prompt"]).Text.Length, draft.Asking).ShouldBe((4096 + 4096 + 3, "resolution"));
    }

    [Test]
    public void A_cut_text_that_is_too_long_as_a_whole_is_refused_as_a_whole_and_asked_again()
    {
        var draft = Begun();
        draft.Skip(Card, Card.Inputs.Find("photos")!);
        for (var piece = 0; piece < 12; piece++)
        {
            Say(draft, new string('a', 4096), Now.AddSeconds(piece));
        }

        Say(draft, "the rest", Now.AddSeconds(12)).ShouldBe([new InputProblem("prompt", ProblemCode.TooLong, "9000", $"{(12 * 4096) + 8}")]);
        (draft.Asking, draft.Values.ContainsKey("prompt")).ShouldBe(("prompt", false));
        Say(draft, "short", Now.AddMinutes(1)).ShouldBeEmpty();
        draft.Values["prompt"].ShouldBe(new TextValue("short"));
    }

    [Test]
    public void Repeating_an_order_keeps_its_answers_and_asks_nothing()
    {
        var draft = Draft.Open(new UserId(1));
        draft.Repeat(Card, new Dictionary<string, InputValue> { ["prompt"] = Text("a cat"), ["resolution"] = Text("4K"), ["filter"] = new FlagValue(true) }, Now, Day);
        draft.Asking.ShouldBeNull();
        draft.Values.Keys.ShouldBe(["prompt", "resolution"], ignoreOrder: true);
    }

    [Test]
    public void Repeating_an_order_that_no_longer_fits_asks_what_is_wrong()
    {
        var draft = Draft.Open(new UserId(1));
        draft.Repeat(Card, new Dictionary<string, InputValue> { ["prompt"] = Text("a cat"), ["resolution"] = Text("8K") }, Now, Day);
        draft.Asking.ShouldBe("resolution");
    }

    private static IReadOnlyList<InputProblem> Say(Draft draft, string text, DateTimeOffset at) =>
        draft.AnswerByText(Card, draft.Asking is { } asking ? Card.Inputs.Find(asking) : null, new TextValue(text), text, at);
}
