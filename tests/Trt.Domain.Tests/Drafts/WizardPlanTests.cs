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
    public void The_text_is_asked_first_then_files_that_may_be_added_then_what_changes_the_price_and_nothing_else()
    {
        WizardPlan.Steps(Picture).Select(field => field.Name).ShouldBe(["prompt", "photos", "resolution"]);
        WizardPlan.MoreSettings(Picture, new Dictionary<string, InputValue>()).Select(field => field.Name).ShouldBe(["seed"]);
    }

    [Test]
    public void Files_that_are_needed_come_before_the_text_that_speaks_of_them()
    {
        var one = Images("one", max: 1);
        var card = CardWith(
            [Prompt(), Images("more"), Images("photo") with { IsRequired = true }, one, one with { Name = "other" }],
            [new OneOfRequired(["one", "other"])]);
        Steps(card).ShouldBe(["photo", "one", "other", "prompt", "more"]);
    }

    [Test]
    public void What_an_earlier_answer_rules_out_is_not_asked()
    {
        var photo = Images("photo", max: 1);
        var card = CardWith(
            [photo, photo with { Name = "film" }, Line("style")],
            [
                new OneOfRequired(["photo", "film"]),
                new NotTogether(new Dictionary<string, string> { ["photo"] = "present", ["film"] = "present" }),
                new NotTogether(new Dictionary<string, string> { ["photo"] = "present", ["style"] = "present" }),
            ]);
        var wizard = Begin(card);
        WizardPlan.MoreSettings(card, wizard.Draft.Values).ShouldHaveSingleItem().Name.ShouldBe("style");
        wizard.Files.Add(photo, Photo()).ShouldBeEmpty();
        (wizard.Asking(), WizardPlan.MoreSettings(card, wizard.Draft.Values).Count).ShouldBe((null, 0));
    }

    [Test]
    public void A_choice_that_collides_with_an_answer_is_not_offered_and_a_single_one_left_answers_itself()
    {
        var card = CardWith(
            [Size("sharpness", "720", "1080"), Size("seconds", "5", "10"), Size("shape", "16:9", "9:16", "1:1")],
            [
                new NotTogether(new Dictionary<string, string> { ["sharpness"] = "1080", ["seconds"] = "10" }),
                new NotTogether(new Dictionary<string, string> { ["sharpness"] = "1080", ["shape"] = "1:1" }),
            ]);
        var wizard = Begin(card);
        wizard.Give("1080");
        (wizard.Asking(), wizard.Draft.Values["seconds"]).ShouldBe(("shape", Text("5")));
        ((ChoiceField)wizard.Limited(wizard.Field("shape"))).Choices.Select(choice => choice.Value).ShouldBe(["16:9", "9:16"]);
        wizard.Give("9:16");

        wizard.Edit(wizard.Field("shape"));
        ((ChoiceField)wizard.Limited(wizard.Field("shape"))).Choices.Count.ShouldBe(3, "whoever changes it sees what else there is");
    }

    [Test]
    public void What_a_text_depends_on_is_asked_before_it() => Steps(Song).ShouldBe(["detailed", "prompt"]);

    [Test]
    public void The_detailed_mode_asks_what_it_needs_step_by_step()
    {
        var wizard = Begin(Song);
        wizard.Give("да");
        Steps(Song, wizard).ShouldBe(["detailed", "prompt", "style", "title"]);
        wizard.Give("la la");
        wizard.Give("rock");
        wizard.Skip(wizard.Field("title")).ShouldBeFalse();
        wizard.Give("Song");
        (wizard.Asking(), Song.Inputs.Check(wizard.Draft.Values).IsValid).ShouldBe((null, true));
    }

    [Test]
    public void The_simple_mode_asks_none_of_it()
    {
        var wizard = Begin(Song);
        wizard.Give("нет");
        wizard.Give("la la");
        wizard.Asking().ShouldBeNull();
    }

    [Test]
    public void A_mode_switched_on_from_the_confirm_screen_asks_what_is_missing_now()
    {
        var wizard = Begin(Song);
        wizard.Give("нет");
        wizard.Give("la la");
        wizard.Edit(wizard.Field("detailed"));
        wizard.Give("да");
        (wizard.Asking(), wizard.IsEditing).ShouldBe(("style", false));
        wizard.Give("rock");
        wizard.Give("Song");
        wizard.Asking().ShouldBeNull();
    }

    [Test]
    public void An_answer_is_measured_by_the_limit_that_the_mode_sets()
    {
        var wizard = Begin(Song);
        wizard.Give("нет");
        wizard.Give(new string('a', 21)).ShouldHaveSingleItem().Limit.ShouldBe("20");
        ((TextField)wizard.Limited(wizard.Field("prompt"))).LengthMax.ShouldBe(20);
    }

    [Test]
    public void What_is_still_to_be_chosen_limits_nothing()
    {
        var card = CardWith(
            [Recording("voice"), Choice("mode", "short", "long") with { IsRequired = true, Default = Text("short") }],
            [new DurationWhen("voice", 3, new Dictionary<string, string> { ["mode"] = "short" })]);
        var wizard = Begin(card);
        wizard.Files.Add((MediaField)wizard.Field("voice"), Voice(seconds: 9)).ShouldBeEmpty();
    }

    [Test]
    public void A_repeated_order_in_the_detailed_mode_asks_nothing()
    {
        var wizard = Repeat(Song, ("prompt", Text("la")), ("detailed", new FlagValue(true)), ("style", Text("rock")), ("title", Text("Song")));
        wizard.Asking().ShouldBeNull();
    }

    private static string[] Steps(ModelCard card, Wizard? wizard = null) =>
        [.. WizardPlan.Steps(card, wizard?.Draft.Values ?? new Dictionary<string, InputValue>()).Select(field => field.Name)];

    private static ChoiceField Size(string name, params string[] values) => Choice(name, values) with { IsRequired = true };

    private static TextField Line(string name) => Prompt() with { Name = name, IsRequired = false, IsLong = false };

    private static Dictionary<string, string> On() => new() { ["detailed"] = "true" };
}
