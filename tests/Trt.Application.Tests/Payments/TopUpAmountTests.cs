using Trt.Application.Payments.Cashbox;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Payments;

public sealed class TopUpAmountTests
{
    private static readonly TopUpTerms Terms = new();

    [TestCase("50", 50)]
    [TestCase("50000", 50_000)]
    [TestCase(" 1 000 ", 1000)]
    [TestCase("1\u00A0500 ₽", 1500)]
    [TestCase("300 руб.", 300)]
    [TestCase("300р", 300)]
    [TestCase("00100", 100)]
    public void A_whole_number_of_rubles_within_the_limits_is_taken(string text, int rubles) =>
        TopUpAmount.Read(text, Terms).ShouldBe((Money.Rubles(rubles), null));

    [TestCase("", TopUpProblem.NotWhole)]
    [TestCase("   ", TopUpProblem.NotWhole)]
    [TestCase("-100", TopUpProblem.NotWhole)]
    [TestCase("−100", TopUpProblem.NotWhole)]
    [TestCase("+100", TopUpProblem.NotWhole)]
    [TestCase("100.50", TopUpProblem.NotWhole)]
    [TestCase("100,5", TopUpProblem.NotWhole)]
    [TestCase("1e3", TopUpProblem.NotWhole)]
    [TestCase("0x64", TopUpProblem.NotWhole)]
    [TestCase("NaN", TopUpProblem.NotWhole)]
    [TestCase("Infinity", TopUpProblem.NotWhole)]
    [TestCase("∞", TopUpProblem.NotWhole)]
    [TestCase("сто", TopUpProblem.NotWhole)]
    [TestCase("100; DROP TABLE payments", TopUpProblem.NotWhole)]
    [TestCase("١٠٠", TopUpProblem.NotWhole, Description = "Arabic-Indic digits")]
    [TestCase("１００", TopUpProblem.NotWhole, Description = "full-width digits")]
    [TestCase("१००", TopUpProblem.NotWhole, Description = "Devanagari digits")]
    [TestCase("1\u200B00", TopUpProblem.NotWhole, Description = "an invisible blank")]
    [TestCase("100\u0000", TopUpProblem.NotWhole)]
    [TestCase("0", TopUpProblem.TooSmall)]
    [TestCase("49", TopUpProblem.TooSmall)]
    [TestCase("50001", TopUpProblem.TooLarge)]
    [TestCase("99999999999999999999999999999999999999", TopUpProblem.TooLarge)]
    [TestCase("2147483648", TopUpProblem.TooLarge)]
    [TestCase("9223372036854775808", TopUpProblem.TooLarge)]
    public void Anything_else_is_refused_with_its_reason(string text, TopUpProblem problem) =>
        TopUpAmount.Read(text, Terms).ShouldBe((Money.Zero, problem));

    [TestCase(5000L, null)]
    [TestCase(5_000_000L, null)]
    [TestCase(4999L, TopUpProblem.NotWhole)]
    [TestCase(4900L, TopUpProblem.TooSmall)]
    [TestCase(0L, TopUpProblem.TooSmall)]
    [TestCase(-10_000L, TopUpProblem.TooSmall)]
    [TestCase(long.MinValue, TopUpProblem.NotWhole)]
    [TestCase(5_000_100L, TopUpProblem.TooLarge)]
    [TestCase(9_223_372_036_854_775_800L, TopUpProblem.TooLarge)]
    public void The_same_rule_holds_for_an_amount_from_anywhere_else(long kopecks, TopUpProblem? problem) =>
        TopUpAmount.Check(new Money(kopecks), Terms).ShouldBe(problem);

    [TestCase(1, 5000)]
    [TestCase(1414, 5000)]
    [TestCase(5001, 6000)]
    [TestCase(6414, 7000)]
    [TestCase(50_001, 55_000)]
    [TestCase(123_456, 125_000)]
    [TestCase(500_001, 510_000)]
    [TestCase(4_999_999, 5_000_000)]
    public void The_fitting_amount_covers_what_is_missing_and_is_pleasant_to_read(long missing, long fitting) =>
        TopUpAmount.Fitting(new Money(missing), Terms).ShouldBe(new Money(fitting));

    [Test]
    public void What_no_single_top_up_covers_has_no_fitting_amount() =>
        TopUpAmount.Fitting(new Money(5_000_001), Terms).ShouldBeNull();

    [Test]
    public void Stars_never_give_more_than_was_paid()
    {
        var rate = new StarsRate(1.6m);
        rate.For(Money.Rubles(50)).ShouldBe(80);
        for (var kopecks = 1L; kopecks <= 20_000; kopecks++)
        {
            var stars = rate.For(new Money(kopecks));
            rate.Of(stars).Kopecks.ShouldBeGreaterThanOrEqualTo(kopecks);
            rate.Of(stars - 1).Kopecks.ShouldBeLessThan(kopecks);
        }
    }
}
