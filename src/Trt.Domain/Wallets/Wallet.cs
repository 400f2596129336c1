using Trt.Domain.Shared;

namespace Trt.Domain.Wallets;

/// <summary>
/// A customer's money. It is set aside before the work and taken after a verified result: reserve, then commit or release.
/// Each movement leaves its ledger entry, saved together with the new balance.
/// </summary>
public sealed class Wallet
{
    private readonly List<LedgerEntry> _newEntries = [];

    private Wallet()
    {
    }

    public UserId UserId { get; private init; }

    public Money Available { get; private set; }

    public Money Reserved { get; private set; }

    public static Wallet Open(UserId user) => new() { UserId = user };

    /// <summary>How much is missing to pay this price; zero when it can be paid.</summary>
    public Money ShortageFor(Money price) => price > Available ? price - Available : Money.Zero;

    public void Reserve(Money price, Booking booking) => Move(EntryKind.Reserve, -price.Kopecks, +price.Kopecks, price, booking);

    public void Commit(Money price, Booking booking) => Move(EntryKind.Commit, 0, -price.Kopecks, price, booking);

    public void Release(Money price, Booking booking) => Move(EntryKind.Release, +price.Kopecks, -price.Kopecks, price, booking);

    /// <summary>What was taken for a result that never arrived comes back.</summary>
    public void Reimburse(Money amount, Booking booking) => Move(EntryKind.Reimburse, +amount.Kopecks, 0, amount, booking);

    public void Deposit(Money amount, Booking booking) => Move(EntryKind.Deposit, +amount.Kopecks, 0, amount, booking);

    /// <summary>Money goes back to where it was paid from.</summary>
    public void Withdraw(Money amount, Booking booking) => Move(EntryKind.Withdraw, -amount.Kopecks, 0, amount, booking);

    /// <summary>A present of the house.</summary>
    public void Grant(Money amount, Booking booking) => Move(EntryKind.Bonus, +amount.Kopecks, 0, amount, booking);

    /// <summary>A correction by an operator, up or down.</summary>
    public void Adjust(long kopecks, Booking booking) => Move(EntryKind.Adjust, kopecks, 0, new Money(Math.Abs(kopecks)), booking);

    private void Move(EntryKind kind, long available, long reserved, Money amount, Booking booking)
    {
        if (amount <= Money.Zero)
        {
            throw new InvalidOperationException($"{kind} of {amount} is no movement of money");
        }

        var newAvailable = new Money(checked(Available.Kopecks + available));
        var newReserved = new Money(checked(Reserved.Kopecks + reserved));
        if (newAvailable < Money.Zero || newReserved < Money.Zero)
        {
            throw new InvalidOperationException($"{kind} of {amount} would leave {newAvailable} available and {newReserved} reserved");
        }

        Available = newAvailable;
        Reserved = newReserved;
        _newEntries.Add(LedgerEntry.Of(this, kind, available, reserved, booking));
    }
}
