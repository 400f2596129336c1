using Trt.Application.Payments;
using Trt.Application.Settings;
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

    [TestCase("", AmountProblem.NotWhole)]
    [TestCase("   ", AmountProblem.NotWhole)]
    [TestCase("-100", AmountProblem.NotWhole)]
    [TestCase("−100", AmountProblem.NotWhole)]
    [TestCase("+100", AmountProblem.NotWhole)]
    [TestCase("100.50", AmountProblem.NotWhole)]
    [TestCase("100,5", AmountProblem.NotWhole)]
    [TestCase("1e3", AmountProblem.NotWhole)]
    [TestCase("0x64", AmountProblem.NotWhole)]
    [TestCase("NaN", AmountProblem.NotWhole)]
    [TestCase("Infinity", AmountProblem.NotWhole)]
    [TestCase("∞", AmountProblem.NotWhole)]
    [TestCase("сто", AmountProblem.NotWhole)]
    [TestCase("100; DROP TABLE payments", AmountProblem.NotWhole)]
    [TestCase("١٠٠", AmountProblem.NotWhole, Description = "Arabic-Indic digits")]
    [TestCase("１００", AmountProblem.NotWhole, Description = "full-width digits")]
    [TestCase("१००", AmountProblem.NotWhole, Description = "Devanagari digits")]
    [TestCase("1\u200B00", AmountProblem.NotWhole, Description = "an invisible blank")]
    [TestCase("100\u0000", AmountProblem.NotWhole)]
    [TestCase("0", AmountProblem.TooSmall)]
    [TestCase("49", AmountProblem.TooSmall)]
    [TestCase("50001", AmountProblem.TooLarge)]
    [TestCase("99999999999999999999999999999999999999", AmountProblem.TooLarge)]
    [TestCase("2147483648", AmountProblem.TooLarge)]
    [TestCase("9223372036854775808", AmountProblem.TooLarge)]
    public void Anything_else_is_refused_with_its_reason(string text, AmountProblem problem) =>
        TopUpAmount.Read(text, Terms).ShouldBe((Money.Zero, problem));

    [TestCase(5000L, null)]
    [TestCase(5_000_000L, null)]
    [TestCase(4999L, AmountProblem.NotWhole)]
    [TestCase(4900L, AmountProblem.TooSmall)]
    [TestCase(0L, AmountProblem.TooSmall)]
    [TestCase(-10_000L, AmountProblem.TooSmall)]
    [TestCase(long.MinValue, AmountProblem.NotWhole)]
    [TestCase(5_000_100L, AmountProblem.TooLarge)]
    [TestCase(9_223_372_036_854_775_800L, AmountProblem.TooLarge)]
    public void The_same_rule_holds_for_an_amount_from_anywhere_else(long kopecks, AmountProblem? problem) =>
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
