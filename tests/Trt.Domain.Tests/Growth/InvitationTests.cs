using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Growth;

public sealed class InvitationTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Invitation Accepted() => Invitation.Accept(new UserId(1), new UserId(2), 10, Today, DateTimeOffset.UnixEpoch);

    [Test]
    public void Nobody_invites_themselves() =>
        Should.Throw<InvalidOperationException>(() => Invitation.Accept(new UserId(1), new UserId(1), 10, Today, DateTimeOffset.UnixEpoch));

    [Test]
    public void It_is_rewarded_once()
    {
        var invitation = Accepted();
        invitation.TryReward(0, 10, Today).ShouldBeTrue();
        invitation.TryReward(0, 10, Today).ShouldBeFalse();
        (invitation.Reward, invitation.RewardedOn).ShouldBe((InviterReward.Given, Today));
    }

    [Test]
    public void Beyond_the_number_of_the_day_it_stays_without_reward_for_good()
    {
        var invitation = Accepted();
        invitation.TryReward(10, 10, Today).ShouldBeFalse();
        invitation.TryReward(0, 10, Today.AddDays(1)).ShouldBeFalse();
        invitation.Reward.ShouldBe(InviterReward.OverLimit);
    }

    [Test]
    public void Only_the_first_payment_is_shared_and_only_once()
    {
        var invitation = Accepted();
        invitation.TakeShare(10, Money.Rubles(500)).ShouldBe(Money.Zero);
        invitation.TryNotePayment(Money.Rubles(99.99m)).ShouldBeTrue();
        invitation.TryNotePayment(Money.Rubles(5000)).ShouldBeFalse();
        invitation.TakeShare(10, Money.Rubles(500)).ShouldBe(Money.Rubles(9.99m));
        invitation.TakeShare(10, Money.Rubles(500)).ShouldBe(Money.Zero);
    }

    [TestCase(100.00, 10, 500, 10.00)]
    [TestCase(0.01, 50, 500, 0.00)]
    [TestCase(0.03, 50, 500, 0.01)]
    [TestCase(50000, 50, 500, 500)]
    public void A_percentage_is_whole_kopecks_rounded_down_and_has_an_end(decimal amount, int percent, decimal max, decimal part) =>
        Percentage.Of(Money.Rubles(amount), percent, Money.Rubles(max)).ShouldBe(Money.Rubles(part));

    [Test]
    public void A_percentage_of_all_the_money_in_the_world_does_not_overflow() =>
        Percentage.Of(new Money(long.MaxValue), 100, new Money(long.MaxValue)).ShouldBe(new Money(long.MaxValue));
}
