using Trt.Domain.Operations;

namespace Trt.Domain.Tests.Operations;

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

    [TestCase("", AmountProblem.NotAnAmount)]
    [TestCase("сто", AmountProblem.NotAnAmount)]
    [TestCase("NaN", AmountProblem.NotAnAmount)]
    [TestCase("∞", AmountProblem.NotAnAmount)]
    [TestCase("1e3", AmountProblem.NotAnAmount)]
    [TestCase("0x10", AmountProblem.NotAnAmount)]
    [TestCase("٥٠", AmountProblem.NotAnAmount)]
    [TestCase("５０", AmountProblem.NotAnAmount)]
    [TestCase("1.000,00", AmountProblem.NotAnAmount)]
    [TestCase("--5", AmountProblem.NotAnAmount)]
    [TestCase("0", AmountProblem.Zero)]
    [TestCase("-0.00", AmountProblem.Zero)]
    [TestCase("0.001", AmountProblem.TooFine)]
    [TestCase("10.999", AmountProblem.TooFine)]
    [TestCase("1000000.01", AmountProblem.TooLarge)]
    [TestCase("-1000000.01", AmountProblem.TooLarge)]
    [TestCase("9999999999999999999999999999", AmountProblem.TooLarge)]
    [TestCase("9999999999999999999999999999999999999999", AmountProblem.NotAnAmount)]
    public void What_is_no_amount_is_refused_with_the_reason(string text, AmountProblem problem) =>
        AdjustmentAmount.Read(text, out _).ShouldBe(problem);
}
