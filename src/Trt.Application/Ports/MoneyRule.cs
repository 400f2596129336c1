using System.Globalization;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// What must hold in the books at any moment. A new way for money to move brings its own rule: the compiler asks for the rest.
/// </summary>
public enum MoneyRule
{
    WalletIsItsLedger,
    BalancesFollow,
    MovementsFitTheirKind,
    MoneyIsConserved,
    NothingIsBookedTwice,
    ReservedBelongsToOpenOrders,
    OrdersAreSettledOnce,
    TakenOnlyForResults,
    PaymentsAreBookedOnce,
    BonusesWerePromised,
    FreeBankIsItsEntries,
    FreeBankFollows,
    FreeBankServesOrders,
}

public static class MoneyRules
{
    public static IReadOnlyList<MoneyRule> All { get; } = Enum.GetValues<MoneyRule>();

    public static string Promise(this MoneyRule rule) => rule switch
    {
        MoneyRule.WalletIsItsLedger => "every wallet is the sum of its ledger",
        MoneyRule.BalancesFollow => "every entry goes on from the balance before it",
        MoneyRule.MovementsFitTheirKind => "every entry moves money the way its kind does",
        MoneyRule.MoneyIsConserved => "what came in is there, spent or paid back",
        MoneyRule.NothingIsBookedTwice => "nothing is booked twice",
        MoneyRule.ReservedBelongsToOpenOrders => "reserved money belongs to open orders",
        MoneyRule.OrdersAreSettledOnce => "every order was reserved once and is settled to the kopeck when it ends",
        MoneyRule.TakenOnlyForResults => "money was taken only for results",
        MoneyRule.PaymentsAreBookedOnce => "every charge was credited once, every refund taken once",
        MoneyRule.BonusesWerePromised => "every gift, promo code and share was booked once, as much as was promised",
        MoneyRule.FreeBankIsItsEntries => "every bank of free generations is the sum of its entries",
        MoneyRule.FreeBankFollows => "every free generation goes on from the number before it, and none is below nothing",
        MoneyRule.FreeBankServesOrders => "free generations left a bank for orders, and came back once from those without a result",
    };

    /// <summary>What an operator does first.</summary>
    public static string Advice(this MoneyRule rule) => rule switch
    {
        MoneyRule.WalletIsItsLedger =>
            "The ledger is right. Somebody wrote to wallets past the shop: find out who, then set the wallet to its ledger.",
        MoneyRule.BalancesFollow => "Read the customer's ledger by id: an entry is missing or was written past the shop.",
        MoneyRule.MovementsFitTheirKind => "Such an entry was written past the shop. Correct its effect with money add.",
        MoneyRule.MoneyIsConserved =>
            "Look at the other findings about this customer first; alone it means an entry of a kind that nobody counts.",
        MoneyRule.NothingIsBookedTwice =>
            "The unique index is gone or broken: stop the shop, reindex ux_ledger_kind_reference, take the second booking back with money add.",
        MoneyRule.ReservedBelongsToOpenOrders =>
            "Compare the customer's open orders with the Reserve entries that have neither Commit nor Release.",
        MoneyRule.OrdersAreSettledOnce =>
            "Read the order and its entries (reference = order). Give back or take what is wrong with money add.",
        MoneyRule.TakenOnlyForResults => "The customer paid for nothing: give it back with money add and the order as reference.",
        MoneyRule.PaymentsAreBookedOnce =>
            "Compare payments show with the ledger and with where the money was paid; correct with money add.",
        MoneyRule.BonusesWerePromised =>
            "Compare gifts, invitations and promo_redemptions with the Bonus entries of the customer; correct with money add.",
        MoneyRule.FreeBankIsItsEntries =>
            "The entries are right. Somebody wrote to free_banks past the shop: find out who, then set the bank to its entries.",
        MoneyRule.FreeBankFollows => "Read the customer's free_bank_entries by id: an entry is missing or was written past the shop.",
        MoneyRule.FreeBankServesOrders =>
            "Read the order and its entries in free_bank_entries (reference = order); what is missing is given by a promo code for one use.",
    };

    /// <summary>A number of this rule as people read it.</summary>
    public static string Show(this MoneyRule rule, long number) => rule switch
    {
        MoneyRule.BalancesFollow or MoneyRule.MovementsFitTheirKind or MoneyRule.NothingIsBookedTwice or MoneyRule.FreeBankFollows =>
            Counted(number, "entry", "entries"),
        MoneyRule.FreeBankIsItsEntries or MoneyRule.FreeBankServesOrders => Counted(number, "free generation", "free generations"),
        MoneyRule.WalletIsItsLedger or MoneyRule.MoneyIsConserved or MoneyRule.ReservedBelongsToOpenOrders
            or MoneyRule.OrdersAreSettledOnce or MoneyRule.TakenOnlyForResults or MoneyRule.PaymentsAreBookedOnce
            or MoneyRule.BonusesWerePromised => new Money(number).ToString(),
    };

    public static string Describe(this MoneyDifference difference) =>
        $"{difference.Subject}: {difference.Rule.Show(difference.Expected)} expected, {difference.Rule.Show(difference.Found)} found";

    private static string Counted(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
