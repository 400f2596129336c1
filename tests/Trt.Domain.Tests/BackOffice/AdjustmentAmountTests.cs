using Trt.Domain.BackOffice;

namespace Trt.Domain.Tests.BackOffice;

public sealed class AdjustmentAmountTests
{
    [TestCase("150", 15_000)]
    [TestCase("+150", 15_000)]
    [TestCase("-20", -2_000)]
    [TestCase("−20", -2_000)]
    [TestCase("99.50", 9_950)]
    [TestCase("99,5", 9_950)]
    [TestCase(" 1 000.10 ₽ ", 100_010)]
    [TestCase("1000000", 100_000_000)]
    [TestCase("0.01", 1)]
    public void What_people_write_is_understood(string text, long kopecks)
    {
        AdjustmentAmount.Read(text, out var read).ShouldBeNull();
        read.ShouldBe(kopecks);
    }

    [TestCase("", AdjustmentProblem.NotAnAmount)]
    [TestCase("сто", AdjustmentProblem.NotAnAmount)]
    [TestCase("NaN", AdjustmentProblem.NotAnAmount)]
    [TestCase("∞", AdjustmentProblem.NotAnAmount)]
    [TestCase("1e3", AdjustmentProblem.NotAnAmount)]
    [TestCase("0x10", AdjustmentProblem.NotAnAmount)]
    [TestCase("٥٠", AdjustmentProblem.NotAnAmount)]
    [TestCase("５０", AdjustmentProblem.NotAnAmount)]
    [TestCase("1.000,00", AdjustmentProblem.NotAnAmount)]
    [TestCase("--5", AdjustmentProblem.NotAnAmount)]
    [TestCase("0", AdjustmentProblem.Zero)]
    [TestCase("-0.00", AdjustmentProblem.Zero)]
    [TestCase("0.001", AdjustmentProblem.TooFine)]
    [TestCase("10.999", AdjustmentProblem.TooFine)]
    [TestCase("1000000.01", AdjustmentProblem.TooLarge)]
    [TestCase("-1000000.01", AdjustmentProblem.TooLarge)]
    [TestCase("9999999999999999999999999999", AdjustmentProblem.TooLarge)]
    [TestCase("9999999999999999999999999999999999999999", AdjustmentProblem.NotAnAmount)]
    public void What_is_no_amount_is_refused_with_the_reason(string text, AdjustmentProblem problem) =>
        AdjustmentAmount.Read(text, out _).ShouldBe(problem);
}
