using System.Reflection;
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

    [Test]
    public void The_largest_grant_is_still_one()
    {
        var bank = FreeBank.Open(new UserId(1));
        bank.Grant(FreeBank.GrantMax, "gift:1", "gift", Now);
        bank.Available.ShouldBe(FreeBank.GrantMax);
    }

    [Test]
    public void Each_movement_leaves_an_entry_that_says_what_and_why()
    {
        var bank = FreeBank.Open(new UserId(1));
        bank.Grant(2, "invitation:42", "a friend came", Now, "operator:7");
        bank.Grant(1, "gift:1", "gift", Now);
        bank.TrySpend(Order, Now);
        bank.Return(Order, "failed", Now);

        bank.NewEntries().Select(entry => (entry.UserId, entry.Kind, entry.Delta, entry.AvailableAfter, entry.Reference, entry.Actor, entry.Reason, entry.At)).ShouldBe(
        [
            (new UserId(1), FreeBankMove.Grant, 2, 2, "invitation:42", "operator:7", "a friend came", Now),
            (new UserId(1), FreeBankMove.Grant, 1, 3, "gift:1", Booking.System, "gift", Now),
            (new UserId(1), FreeBankMove.Spend, -1, 2, Order.ToString(), Booking.Customer, "free generation", Now),
            (new UserId(1), FreeBankMove.Return, 1, 3, Order.ToString(), Booking.System, "failed", Now),
        ]);
        bank.NewEntries().Select(entry => entry.Id).Distinct().Count().ShouldBe(4);
    }

    [Test]
    public void An_overflow_is_loud()
    {
        var bank = FreeBank.Open(new UserId(1));
        typeof(FreeBank).GetProperty(nameof(FreeBank.Available))!.SetValue(bank, int.MaxValue);
        Should.Throw<OverflowException>(() => bank.Grant(1, "gift:1", "gift", Now));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(FreeBank.GrantMax + 1)]
    public void A_grant_of_nothing_or_of_a_mistyped_number_is_a_bug(int count) =>
        Should.Throw<InvalidOperationException>(() => FreeBank.Open(new UserId(1)).Grant(count, "gift:1", "gift", Now));
}

internal static class FreeBankEntries
{
    /// <summary>What the bank would save; only a mapping sees it otherwise.</summary>
    public static IReadOnlyList<FreeBankEntry> NewEntries(this FreeBank bank) =>
        (IReadOnlyList<FreeBankEntry>)typeof(FreeBank).GetField("_newEntries", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(bank)!;
}
