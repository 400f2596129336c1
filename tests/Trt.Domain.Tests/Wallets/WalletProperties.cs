using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Domain.Tests.Wallets;

/// <summary>A wallet beside the simplest ledger one can think of, through thousands of random acts.</summary>
public sealed class WalletProperties
{
    private const int Sequences = 1000;
    private const int ActsPerSequence = 60;

    [Test]
    [Property("Case", 11)]
    public void Whatever_is_done_in_whatever_order_the_wallet_is_what_the_plain_ledger_says()
    {
        for (var seed = 1; seed <= Sequences; seed++)
        {
            var random = new Random(seed);
            var (wallet, model) = (Wallet.Open(new UserId(1)), new PlainLedger());
            for (var act = 0; act < ActsPerSequence; act++)
            {
                var (kind, kopecks) = ((EntryKind)random.Next(Enum.GetValues<EntryKind>().Length), (long)random.Next(-5, 2000));
                var where = $"seed {seed}, act {act}: {kind} {kopecks}";
                var entriesBefore = wallet.NewEntries().Count;

                var isTaken = TryDo(wallet, kind, kopecks);

                isTaken.ShouldBe(model.TryDo(kind, kopecks), where);
                (wallet.Available.Kopecks, wallet.Reserved.Kopecks).ShouldBe((model.Available, model.Reserved), where);
                (wallet.Available >= Money.Zero && wallet.Reserved >= Money.Zero).ShouldBeTrue(where);
                wallet.NewEntries().Count.ShouldBe(entriesBefore + (isTaken ? 1 : 0), where);
            }

            FoldsToTheWallet(wallet, seed);
        }
    }

    private static void FoldsToTheWallet(Wallet wallet, int seed)
    {
        var (available, reserved) = (0L, 0L);
        foreach (var entry in wallet.NewEntries())
        {
            (available, reserved) = (available + entry.AvailableDelta, reserved + entry.ReservedDelta);
            (entry.AvailableAfter.Kopecks, entry.ReservedAfter.Kopecks).ShouldBe((available, reserved), $"seed {seed}");
        }

        (available, reserved).ShouldBe((wallet.Available.Kopecks, wallet.Reserved.Kopecks), $"seed {seed}");
    }

    private static bool TryDo(Wallet wallet, EntryKind kind, long kopecks)
    {
        var booking = new Booking("x", Booking.System, "test", DateTimeOffset.UnixEpoch);
        var amount = new Money(kopecks);
        try
        {
            switch (kind)
            {
                case EntryKind.Deposit:
                    wallet.Deposit(amount, booking);
                    break;
                case EntryKind.Bonus:
                    wallet.Grant(amount, booking);
                    break;
                case EntryKind.Reserve:
                    wallet.Reserve(amount, booking);
                    break;
                case EntryKind.Commit:
                    wallet.Commit(amount, booking);
                    break;
                case EntryKind.Release:
                    wallet.Release(amount, booking);
                    break;
                case EntryKind.Reimburse:
                    wallet.Reimburse(amount, booking);
                    break;
                case EntryKind.Withdraw:
                    wallet.Withdraw(amount, booking);
                    break;
                case EntryKind.Adjust:
                    wallet.Adjust(-kopecks, booking);
                    break;
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Two numbers and the rules of the business, written once more without looking at the wallet.</summary>
    private sealed class PlainLedger
    {
        public long Available { get; private set; }

        public long Reserved { get; private set; }

        public bool TryDo(EntryKind kind, long kopecks)
        {
            var (available, reserved) = kind switch
            {
                EntryKind.Deposit or EntryKind.Bonus or EntryKind.Reimburse => (Available + kopecks, Reserved),
                EntryKind.Reserve => (Available - kopecks, Reserved + kopecks),
                EntryKind.Commit => (Available, Reserved - kopecks),
                EntryKind.Release => (Available + kopecks, Reserved - kopecks),
                EntryKind.Adjust or EntryKind.Withdraw => (Available - kopecks, Reserved),
            };
            var isCorrection = kind is EntryKind.Adjust;
            if (kopecks == 0 || (kopecks < 0 && !isCorrection) || available < 0 || reserved < 0)
            {
                return false;
            }

            (Available, Reserved) = (available, reserved);
            return true;
        }
    }
}

internal static class WalletEntries
{
    /// <summary>What the wallet would save; only a mapping sees it otherwise.</summary>
    public static IReadOnlyList<LedgerEntry> NewEntries(this Wallet wallet) =>
        (IReadOnlyList<LedgerEntry>)typeof(Wallet).GetField("_newEntries", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(wallet)!;
}
