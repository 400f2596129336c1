using FsCheck;
using FsCheck.Fluent;
using Trt.Domain.Free;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Domain.Tests.Wallets;

public sealed class WalletTests
{
    private static Booking Because(string reference) => new(reference, Booking.System, "test", DateTimeOffset.UnixEpoch);

    private static Wallet With(long kopecks)
    {
        var wallet = Wallet.Open(new UserId(1));
        if (kopecks > 0)
        {
            wallet.Deposit(new Money(kopecks), Because("deposit"));
        }

        return wallet;
    }

    [Test]
    [Property("Case", 9)]
    public void Reserving_moves_money_aside_and_commit_takes_it()
    {
        var wallet = With(1500);
        wallet.Reserve(new Money(1414), Because("order"));
        (wallet.Available, wallet.Reserved).ShouldBe((new Money(86), new Money(1414)));

        wallet.Commit(new Money(1414), Because("order"));
        (wallet.Available, wallet.Reserved).ShouldBe((new Money(86), Money.Zero));
    }

    [Test]
    public void A_release_brings_everything_back()
    {
        var wallet = With(1500);
        wallet.Reserve(new Money(1414), Because("order"));
        wallet.Release(new Money(1414), Because("order"));
        (wallet.Available, wallet.Reserved).ShouldBe((new Money(1500), Money.Zero));
    }

    [TestCase(0, 1414, 1414)]
    [TestCase(1000, 1414, 414)]
    [TestCase(1414, 1414, 0)]
    [TestCase(9999, 1414, 0)]
    public void The_shortage_is_what_is_missing_to_the_kopeck(long available, long price, long missing) =>
        With(available).ShortageFor(new Money(price)).ShouldBe(new Money(missing));

    [Test]
    public void More_than_there_is_cannot_be_reserved_and_nothing_moves()
    {
        var wallet = With(1000);
        Should.Throw<InvalidOperationException>(() => wallet.Reserve(new Money(1001), Because("order")));
        (wallet.Available, wallet.Reserved).ShouldBe((new Money(1000), Money.Zero));
    }

    [Test]
    [Property("Case", 12)]
    public void What_was_not_reserved_can_neither_be_taken_nor_released()
    {
        var wallet = With(1000);
        Should.Throw<InvalidOperationException>(() => wallet.Commit(new Money(1), Because("order")));
        Should.Throw<InvalidOperationException>(() => wallet.Release(new Money(1), Because("order")));
    }

    [TestCase(0)]
    [TestCase(-100)]
    public void Nothing_and_less_than_nothing_are_no_movement(long kopecks) =>
        Should.Throw<InvalidOperationException>(() => With(1000).Deposit(new Money(kopecks), Because("x")));

    [Test]
    public void An_overflow_is_loud()
    {
        var wallet = With(long.MaxValue - 10);
        Should.Throw<OverflowException>(() => wallet.Deposit(new Money(100), Because("x")));
    }

    [Test]
    public void A_withdrawal_that_would_pass_the_smallest_number_is_loud()
    {
        var wallet = Wallet.Open(new UserId(1));
        wallet.Deposit(new Money(1), Because("x"));
        Should.Throw<OverflowException>(() => wallet.Adjust(long.MaxValue, Because("x")));
        (wallet.Available, wallet.NewEntries().Count).ShouldBe((new Money(1), 1));
    }

    [Test]
    public void More_can_be_reserved_twice_over_than_fits_into_a_number_and_that_is_loud()
    {
        var wallet = With(long.MaxValue);
        wallet.Reserve(new Money(long.MaxValue), Because("x"));
        wallet.Deposit(new Money(100), Because("x"));
        Should.Throw<OverflowException>(() => wallet.Reserve(new Money(100), Because("x")));
    }

    [Test]
    public void Each_movement_leaves_an_entry_that_says_what_and_why()
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(3);
        var wallet = Wallet.Open(new UserId(9));
        wallet.Deposit(new Money(500), new Booking("stars:1", Booking.Customer, "top-up", at));
        wallet.Reserve(new Money(200), new Booking("order", Booking.System, "confirm", at));
        wallet.Adjust(-100, new Booking("ticket", "operator:7", "a mistake", at));

        wallet.NewEntries().Select(entry => (entry.UserId, entry.Kind, entry.AvailableDelta, entry.ReservedDelta, entry.AvailableAfter.Kopecks, entry.ReservedAfter.Kopecks)).ShouldBe(
        [
            (new UserId(9), EntryKind.Deposit, 500, 0, 500, 0),
            (new UserId(9), EntryKind.Reserve, -200, 200, 300, 200),
            (new UserId(9), EntryKind.Adjust, -100, 0, 200, 200),
        ]);
        wallet.NewEntries().Select(entry => (entry.Reference, entry.Actor, entry.Reason, entry.At)).ShouldBe(
        [
            ("stars:1", Booking.Customer, "top-up", at), ("order", Booking.System, "confirm", at), ("ticket", "operator:7", "a mistake", at),
        ]);
        wallet.NewEntries().Select(entry => entry.Id).Distinct().Count().ShouldBe(3);
    }

    [Test]
    public void What_can_be_had_free_today_is_the_days_part_of_the_funds() =>
        new CustomerFunds(new Money(1), new FreeRoom(3, 9)).FreeLeft.ShouldBe(3);

    [Test]
    public void Whatever_happens_in_whatever_order_no_kopeck_appears_or_disappears() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 4).SelectMany(_ => Gen.Choose(1, 2000), (kind, amount) => (Kind: kind, Amount: new Money(amount)))).ToArbitrary(),
        acts =>
        {
            var wallet = Wallet.Open(new UserId(1));
            long given = 0, spent = 0;
            foreach (var (kind, amount) in acts)
            {
                var before = (wallet.Available, wallet.Reserved);
                try
                {
                    switch (kind)
                    {
                        case 0:
                            wallet.Deposit(amount, Because("x"));
                            given += amount.Kopecks;
                            break;
                        case 1:
                            wallet.Reserve(amount, Because("x"));
                            break;
                        case 2:
                            wallet.Commit(amount, Because("x"));
                            spent += amount.Kopecks;
                            break;
                        case 3:
                            wallet.Release(amount, Because("x"));
                            break;
                        default:
                            wallet.Adjust(-amount.Kopecks, Because("x"));
                            spent += amount.Kopecks;
                            break;
                    }
                }
                catch (InvalidOperationException)
                {
                    if ((wallet.Available, wallet.Reserved) != before)
                    {
                        return false;
                    }
                }
            }

            return wallet.Available >= Money.Zero && wallet.Reserved >= Money.Zero
                && wallet.Available.Kopecks + wallet.Reserved.Kopecks + spent == given;
        }).QuickCheckThrowOnFailure();

    [TestCase(1414, "14.14 ₽")]
    [TestCase(5, "0.05 ₽")]
    [TestCase(-8643, "−86.43 ₽")]
    public void Money_reads_as_people_write_it(long kopecks, string text) => new Money(kopecks).ToString().ShouldBe(text);

    [Test]
    public void Half_kopecks_do_not_exist() => Should.Throw<ArgumentException>(() => Money.Rubles(1.005m));
}
