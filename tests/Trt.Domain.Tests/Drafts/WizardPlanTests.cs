using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using static Trt.Domain.Tests.Catalog.Some;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>One answer may make another question necessary; then it is asked where it belongs.</summary>
public sealed class WizardPlanTests
{
    private static readonly ModelCard Song = CardWith(
        [
            Prompt(max: 90),
            Flag("detailed") with { IsRequired = true, Default = new FlagValue(false) },
            Line("style"),
            Line("title"),
            Choice("voice", "m", "f"),
        ],
        [
            new RequiredWhen("style", On()),
            new RequiredWhen("title", On()),
            new LengthWhen("prompt", 20, new Dictionary<string, string> { ["detailed"] = "false" }),
        ]);

    [Test]
    public void What_a_text_depends_on_is_asked_before_it() => Steps(Song).ShouldBe(["detailed", "prompt"]);

    [Test]
    public void The_detailed_mode_asks_what_it_needs_step_by_step()
    {
        var draft = Begin(Song);
        draft.Give(Song, "да");
        Steps(Song, draft).ShouldBe(["detailed", "prompt", "style", "title"]);
        draft.Give(Song, "la la");
        draft.Give(Song, "rock");
        draft.Skip(Song, Song.Inputs.Find("title")!).ShouldBeFalse();
        draft.Give(Song, "Song");
        (draft.Asking, Song.Inputs.Check(draft.Values).IsValid).ShouldBe((null, true));
    }

    [Test]
    public void The_simple_mode_asks_none_of_it()
    {
        var draft = Begin(Song);
        draft.Give(Song, "нет");
        draft.Give(Song, "la la");
        draft.Asking.ShouldBeNull();
    }

    [Test]
    public void A_mode_switched_on_from_the_confirm_screen_asks_what_is_missing_now()
    {
        var draft = Begin(Song);
        draft.Give(Song, "нет");
        draft.Give(Song, "la la");
        draft.Edit(Song.Inputs.Find("detailed")!);
        draft.Give(Song, "да");
        (draft.Asking, draft.IsEditing).ShouldBe(("style", false));
        draft.Give(Song, "rock");
        draft.Give(Song, "Song");
        draft.Asking.ShouldBeNull();
    }

    [Test]
    public void An_answer_is_measured_by_the_limit_that_the_mode_sets()
    {
        var draft = Begin(Song);
        draft.Give(Song, "нет");
        draft.Give(Song, new string('a', 21)).ShouldHaveSingleItem().Limit.ShouldBe("20");
        ((TextField)draft.Limited(Song, Song.Inputs.Find("prompt")!)).LengthMax.ShouldBe(20);
    }

    [Test]
    public void What_is_still_to_be_chosen_limits_nothing()
    {
        var card = CardWith(
            [Recording("voice"), Choice("mode", "short", "long") with { IsRequired = true, Default = Text("short") }],
            [new DurationWhen("voice", 3, new Dictionary<string, string> { ["mode"] = "short" })]);
        var draft = Begin(card);
        draft.AddMedia(card, (MediaField)card.Inputs.Find("voice")!, Voice(seconds: 9)).ShouldBeEmpty();
    }

    [Test]
    public void A_repeated_order_in_the_detailed_mode_asks_nothing()
    {
        var draft = Draft.Open(new(1));
        draft.Repeat(Song, Given(("prompt", Text("la")), ("detailed", new FlagValue(true)), ("style", Text("rock")), ("title", Text("Song"))), Now, TimeSpan.FromDays(1));
        draft.Asking.ShouldBeNull();
    }

    private static string[] Steps(ModelCard card, Draft? draft = null) =>
        [.. WizardPlan.Steps(card, draft?.Values ?? new Dictionary<string, InputValue>()).Select(field => field.Name)];

    private static TextField Line(string name) => Prompt() with { Name = name, IsRequired = false, IsLong = false };

    private static Dictionary<string, string> On() => new() { ["detailed"] = "true" };
}
