using Trt.Domain.Catalog;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Catalog;

public sealed class FieldRuleTests
{
    private static readonly Dictionary<string, string> FullHdForTen = new() { ["resolution"] = "1080P", ["duration"] = "10" };

    [Test]
    public void Values_that_do_not_go_together_are_refused_with_the_combination()
    {
        var schema = new InputSchema(
            [Choice("resolution", "768P", "1080P"), Choice("duration", "6", "10")],
            [new NotTogether(FullHdForTen)]);

        schema.Check(Given(("resolution", Text("1080p")), ("duration", Text("10")))).Problems
            .ShouldBe([new InputProblem("resolution", ProblemCode.NotTogether, "resolution=1080P, duration=10")]);
        schema.Check(Given(("resolution", Text("768P")), ("duration", Text("10")))).IsValid.ShouldBeTrue();
        schema.Check(Given(("resolution", Text("1080P")))).IsValid.ShouldBeTrue();
    }

    [Test]
    public void A_rule_is_silent_while_a_field_has_a_problem_of_its_own()
    {
        var schema = new InputSchema([Prompt(max: 3) with { IsRequired = false }, Images("photos")], [new OneOfRequired(["prompt", "photos"])]);

        schema.Check(Given(("prompt", Text("long")))).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.TooLong, "3", "4")]);
    }

    [Test]
    public void At_least_one_of_several_has_to_be_given()
    {
        var schema = new InputSchema([Prompt() with { IsRequired = false }, Images("photos")], [new OneOfRequired(["prompt", "photos"])]);

        schema.Check(Given()).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.OneOfRequired, "prompt, photos")]);
        schema.Check(Given(("photos", Media()))).IsValid.ShouldBeFalse();
        schema.Check(Given(("photos", Media(Photo())))).IsValid.ShouldBeTrue();
    }

    [Test]
    public void A_field_can_be_required_by_the_value_of_another()
    {
        var own = new Dictionary<string, string> { ["own"] = "true" };
        var schema = new InputSchema([Flag("own"), Prompt() with { IsRequired = false }], [new RequiredWhen("prompt", own)]);

        schema.Check(Given(("own", new FlagValue(true)))).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.Required)]);
        schema.Check(Given(("own", new FlagValue(false)))).IsValid.ShouldBeTrue();
    }

    [Test]
    public void Limits_can_be_tighter_under_a_condition()
    {
        var plain = new Dictionary<string, string> { ["own"] = "false" };
        var schema = new InputSchema(
            [Flag("own"), Prompt(), Number("n", 1, 12), Recording("voice")],
            [new LengthWhen("prompt", 3, plain), new MaxWhen("n", 4, plain), new DurationWhen("voice", 10, plain)]);
        var given = Given(("prompt", Text("long")), ("n", new NumberValue(5)), ("voice", Media(Voice(11))));

        schema.Check(new Dictionary<string, InputValue>(given) { ["own"] = new FlagValue(false) }).Problems.ShouldBe(
        [
            new InputProblem("prompt", ProblemCode.TooLong, "3", "4"),
            new InputProblem("n", ProblemCode.TooLarge, "4", "5"),
            new InputProblem("voice", ProblemCode.MediaTooLong, "10", "11"),
        ]);
        schema.Check(new Dictionary<string, InputValue>(given) { ["own"] = new FlagValue(true) }).IsValid.ShouldBeTrue();
    }

    [Test]
    public void Files_of_several_fields_are_counted_together()
    {
        var schema = new InputSchema([Images("first"), Images("second")], [new ItemsTogether(["first", "second"], 3)]);

        schema.Check(Given(("first", Media(Photo(), Photo())), ("second", Media(Photo(), Photo())))).Problems
            .ShouldBe([new InputProblem("second", ProblemCode.TooManyItems, "3", "4")]);
    }
}
