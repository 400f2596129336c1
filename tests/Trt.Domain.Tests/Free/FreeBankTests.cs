using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Free;

public sealed class FreeBankTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly GenerationId Order = GenerationId.New(Now);

    [Test]
    public void What_was_earned_can_be_spent_and_no_more()
    {
        var bank = FreeBank.Open(new UserId(1));
        bank.Grant(2, "invitation:42", "a friend came", Now);

        bank.TrySpend(Order, Now).ShouldBeTrue();
        bank.TrySpend(GenerationId.New(Now), Now).ShouldBeTrue();
        bank.TrySpend(GenerationId.New(Now), Now).ShouldBeFalse();
        bank.Available.ShouldBe(0);

        bank.Return(Order, "failed", Now);
        bank.Available.ShouldBe(1);
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(FreeBank.GrantMax + 1)]
    public void A_grant_of_nothing_or_of_a_mistyped_number_is_a_bug(int count) =>
        Should.Throw<InvalidOperationException>(() => FreeBank.Open(new UserId(1)).Grant(count, "gift:1", "gift", Now));
}
