using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Free;

public sealed class FreeAllowanceTests
{
    private static FreeAllowance Today(int used = 0)
    {
        var allowance = FreeAllowance.For(new UserId(7), new DateOnly(2026, 11, 28));
        for (var taken = 0; taken < used; taken++)
        {
            allowance.TryTake(used).ShouldBeTrue();
        }

        return allowance;
    }

    [Test]
    public void It_is_one_customers_on_one_day()
    {
        var allowance = Today();
        (allowance.UserId, allowance.Day, allowance.Used).ShouldBe((new UserId(7), new DateOnly(2026, 11, 28), 0));
    }

    [TestCase(0, 2, true)]
    [TestCase(1, 2, true)]
    [TestCase(2, 2, false)]
    [TestCase(3, 2, false)]
    [TestCase(0, 0, false)]
    public void One_can_be_taken_while_fewer_were_used_than_the_limit(int used, int limit, bool isTaken)
    {
        var allowance = Today(used);
        allowance.TryTake(limit).ShouldBe(isTaken);
        allowance.Used.ShouldBe(isTaken ? used + 1 : used);
    }

    [Test]
    public void What_was_taken_can_be_brought_back_and_no_more()
    {
        var allowance = Today(used: 1);
        allowance.Return();
        allowance.Used.ShouldBe(0);
        Should.Throw<InvalidOperationException>(allowance.Return);
        allowance.Used.ShouldBe(0);
    }
}
