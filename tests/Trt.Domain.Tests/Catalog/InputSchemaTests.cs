using Trt.Domain.Catalog;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Catalog;

public sealed class InputSchemaTests
{
    [Test]
    public void Every_problem_is_reported_at_once()
    {
        var schema = Schema(Prompt(max: 3), Choice("resolution", "1K", "2K"), Number("n", 1, 4, isInteger: true), Images("photos", max: 1));

        var check = schema.Check(Given(
            ("prompt", Text("four")), ("resolution", Text("8K")), ("n", Text("five")),
            ("photos", Media(Photo(), Photo(bytes: 1001))), ("seed", Text("1"))));

        check.Values.ShouldBeEmpty();
        check.Problems.ShouldBe(
        [
            new InputProblem("seed", ProblemCode.UnknownField),
            new InputProblem("prompt", ProblemCode.TooLong, "3", "4"),
            new InputProblem("resolution", ProblemCode.NotAChoice, "1K, 2K"),
            new InputProblem("n", ProblemCode.NotANumber),
            new InputProblem("photos", ProblemCode.TooManyItems, "1", "2"),
            new InputProblem("photos", ProblemCode.FileTooLarge, "1000", "1001"),
        ]);
    }

    [Test]
    public void A_missing_required_field_is_a_problem_and_a_missing_optional_one_gets_its_default()
    {
        var schema = Schema(Prompt(), Choice("resolution", "1K", "2K") with { Default = Text("1K") }, Flag("sound"));

        schema.Check(Given()).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.Required)]);
        schema.Check(Given(("prompt", Text("a cat")))).Values.ShouldBe(
            Given(("prompt", Text("a cat")), ("resolution", Text("1K"))),
            ignoreOrder: true);
    }

    [Test]
    public void A_required_field_with_a_default_is_asked_but_not_demanded()
    {
        var schema = Schema(Choice("ratio", "1:1", "16:9") with { IsRequired = true, Default = Text("1:1") });

        schema.Check(Given()).Values["ratio"].ShouldBe(Text("1:1"));
    }

    [Test]
    public void A_hidden_field_always_gets_its_default_and_cannot_be_set()
    {
        var schema = Schema(Flag("filter") with { IsHidden = true, Default = new FlagValue(true) });

        schema.Check(Given()).Values["filter"].ShouldBe(new FlagValue(true));
        schema.Check(Given(("filter", new FlagValue(false)))).Problems.ShouldBe([new InputProblem("filter", ProblemCode.UnknownField)]);
    }

    [TestCase("1,5", 1.5)]
    [TestCase("  2 ", 2)]
    [TestCase("−0.5", -0.5)]
    [TestCase("1.50", 1.5)]
    [TestCase("１", 1)]
    [TestCase("١٫٥", 1.5)]
    public void A_number_typed_as_text_is_understood(string typed, decimal expected) =>
        Schema(Number("n", -1, 2)).Check(Given(("n", Text(typed)))).Values["n"].ShouldBe(new NumberValue(expected));

    [TestCase("x", ProblemCode.NotANumber, null)]
    [TestCase("NaN", ProblemCode.NotANumber, null)]
    [TestCase("1e308", ProblemCode.NotANumber, null)]
    [TestCase("1 000", ProblemCode.NotANumber, null)]
    [TestCase("1e3", ProblemCode.NotANumber, null)]
    [TestCase("", ProblemCode.NotANumber, null)]
    [TestCase("1", ProblemCode.TooSmall, "2", "1")]
    [TestCase("-4", ProblemCode.TooSmall, "2", "-4")]
    [TestCase("11", ProblemCode.TooLarge, "10", "11")]
    [TestCase("2.5", ProblemCode.NotWhole, null)]
    [TestCase("3", ProblemCode.OffStep, "2", "3")]
    [TestCase("99999999999999999999999999999999", ProblemCode.NotANumber, null)]
    public void A_number_outside_its_limits_names_the_limit(string typed, ProblemCode code, string? limit, string? given = null) =>
        Schema(Number("n", 2, 10, step: 2, isInteger: true)).Check(Given(("n", Text(typed)))).Problems
            .ShouldBe([new InputProblem("n", code, limit, given)]);

    [TestCase("да", true)]
    [TestCase("Yes", true)]
    [TestCase(" 1 ", true)]
    [TestCase("TRUE", true)]
    [TestCase("нет", false)]
    [TestCase("no", false)]
    [TestCase("0", false)]
    public void A_yes_or_no_is_understood_in_both_languages(string typed, bool expected) =>
        Schema(Flag("sound")).Check(Given(("sound", Text(typed)))).Values["sound"].ShouldBe(new FlagValue(expected));

    [Test]
    public void Neither_yes_nor_no_is_not_a_choice() =>
        Schema(Flag("sound")).Check(Given(("sound", Text("maybe")))).Problems.Single().Code.ShouldBe(ProblemCode.NotAChoice);

    [TestCase(" 2k ")]
    [TestCase("2K РУС")]
    [TestCase("2k eng")]
    public void A_choice_is_found_by_value_or_label_whatever_the_case(string typed) =>
        Schema(Choice("resolution", "1K", "2K")).Check(Given(("resolution", Text(typed)))).Values["resolution"].ShouldBe(Text("2K"));

    [Test]
    public void A_choice_given_as_a_number_meets_its_text_value() =>
        Schema(Choice("duration", "5", "10")).Check(Given(("duration", new NumberValue(5.0m)))).Values["duration"].ShouldBe(Text("5"));

    [Test]
    public void Text_is_trimmed_and_measured_in_characters_people_see_as_one()
    {
        var schema = Schema(Prompt(max: 3));

        schema.Check(Given(("prompt", Text("  🐈🐈🐈 ")))).Values["prompt"].ShouldBe(Text("🐈🐈🐈"));
        schema.Check(Given(("prompt", Text("🐈🐈🐈🐈")))).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.TooLong, "3", "4")]);
        schema.Check(Given(("prompt", Text("   ")))).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.TooShort, "1", "0")]);
    }

    [Test]
    public void Text_that_no_database_takes_is_of_the_wrong_kind()
    {
        foreach (var text in new[] { "a\0b", "a\uD83D", "\uDC08a" })
        {
            Schema(Prompt()).Check(Given(("prompt", Text(text)))).Problems.ShouldBe([new InputProblem("prompt", ProblemCode.WrongKind)]);
        }
    }

    [Test]
    public void A_photo_where_text_is_due_and_text_where_a_photo_is_due_are_of_the_wrong_kind()
    {
        var check = Schema(Prompt(), Images("photos")).Check(Given(("prompt", Media(Photo())), ("photos", Text("a cat"))));

        check.Problems.ShouldAllBe(problem => problem.Code == ProblemCode.WrongKind);
        check.Problems.Count.ShouldBe(2);
    }

    [Test]
    public void One_photo_is_enough_for_a_list_and_no_photo_counts_as_not_given()
    {
        var schema = Schema(Images("photos"));

        schema.Check(Given(("photos", Media(Photo())))).IsValid.ShouldBeTrue();
        schema.Check(Given(("photos", Media()))).Values.ShouldBeEmpty();
        Schema(Images("photos") with { IsRequired = true }).Check(Given(("photos", Media()))).Problems
            .ShouldBe([new InputProblem("photos", ProblemCode.Required)]);
    }

    [TestCase("image/JPG; quality=1", true)]
    [TestCase("image/png", true)]
    [TestCase("image/gif", false)]
    public void A_file_type_is_known_by_any_of_its_names(string mime, bool isValid) =>
        Schema(Images("photos")).Check(Given(("photos", Media(Photo(mime: mime))))).IsValid.ShouldBe(isValid);

    [TestCase(1.9, ProblemCode.MediaTooShort, "2", "1.9")]
    [TestCase(15.1, ProblemCode.MediaTooLong, "15", "15.1")]
    public void A_recording_of_the_wrong_length_names_the_limit(decimal seconds, ProblemCode code, string limit, string given) =>
        Schema(Recording("voice")).Check(Given(("voice", Media(Voice(seconds))))).Problems
            .ShouldBe([new InputProblem("voice", code, limit, given)]);

    [Test]
    public void A_recording_for_a_photo_names_the_types_that_fit() =>
        Schema(Images("photos")).Check(Given(("photos", Media(Voice())))).Problems
            .ShouldBe([new InputProblem("photos", ProblemCode.WrongMediaType, "image/jpeg, image/png")]);

    [Test]
    public void A_tiny_picture_is_refused_with_the_smallest_side()
    {
        var schema = Schema(Images("photos") with { SideMin = 500, SideMax = 600 });

        schema.Check(Given(("photos", Media(Photo())))).Problems.ShouldBe(
            [new InputProblem("photos", ProblemCode.SideTooSmall, "500", "480"), new InputProblem("photos", ProblemCode.SideTooLarge, "600", "640")]);
    }

    [Test]
    public void Several_recordings_are_limited_together()
    {
        var schema = Schema(Recording("voices") with { IsList = true, ItemsMax = 3, DurationSecondsTotalMax = 15 });

        schema.Check(Given(("voices", Media(Voice(8), Voice(8))))).Problems
            .ShouldBe([new InputProblem("voices", ProblemCode.MediaTooLong, "15", "16")]);
    }

    [Test]
    public void A_list_of_texts_may_be_typed_line_by_line()
    {
        var schema = Schema(new TextListField { Name = "lines", Label = Label, ItemsMax = 2, LengthMax = 5 });

        schema.Check(Given(("lines", Text("one\n\n two ")))).Values["lines"].ShouldBe(new TextListValue(["one", "two"]));
        schema.Check(Given(("lines", Text("one\ntwo\nthree!")))).Problems.ShouldBe(
            [new InputProblem("lines", ProblemCode.TooManyItems, "2", "3"), new InputProblem("lines", ProblemCode.TooLong, "5", "6")]);
    }

    [Test]
    public void Answering_one_field_checks_only_that_field()
    {
        var schema = Schema(Prompt(), Flag("sound"));

        schema.CheckField(schema.Find("sound")!, Text("да")).Values.ShouldBe(Given(("sound", new FlagValue(true))));
        schema.CheckField(Flag("other"), Text("да")).Problems.ShouldBe([new InputProblem("other", ProblemCode.UnknownField)]);
    }
}
