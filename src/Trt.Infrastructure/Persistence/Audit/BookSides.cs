using Trt.Domain.Wallets;

namespace Trt.Infrastructure.Persistence.Audit;

/// <summary>What each kind of entry does to the books, in SQL. A new kind does not compile until it is said here.</summary>
internal static class BookSides
{
    public static readonly string CameIn = Listed(Side.In);

    /// <summary>True for an entry that moves money as its kind does.</summary>
    public static readonly string FitsItsKind =
        $"CASE kind {string.Join(' ', Enum.GetValues<EntryKind>().Select(kind => $"WHEN '{kind}' THEN {ShapeOf(kind)}"))} ELSE false END";

    private enum Side
    {
        In,
        Within,
        Spent,
        Withdrawn,
    }

    private static Side SideOf(EntryKind kind) => kind switch
    {
        EntryKind.Deposit or EntryKind.Bonus or EntryKind.Adjust => Side.In,
        EntryKind.Reserve or EntryKind.Release => Side.Within,
        EntryKind.Commit or EntryKind.Reimburse => Side.Spent,
        EntryKind.Withdraw => Side.Withdrawn,
    };

    private static string ShapeOf(EntryKind kind) => kind switch
    {
        EntryKind.Deposit or EntryKind.Bonus or EntryKind.Reimburse => "available_delta > 0 AND reserved_delta = 0",
        EntryKind.Adjust => "available_delta <> 0 AND reserved_delta = 0",
        EntryKind.Reserve => "available_delta < 0 AND reserved_delta = -available_delta",
        EntryKind.Release => "available_delta > 0 AND reserved_delta = -available_delta",
        EntryKind.Commit => "available_delta = 0 AND reserved_delta < 0",
        EntryKind.Withdraw => "available_delta <= 0 AND reserved_delta <= 0",
    };

    private static string Listed(Side side) =>
        string.Join(", ", Enum.GetValues<EntryKind>().Where(kind => SideOf(kind) == side).Select(kind => $"'{kind}'"));

    public static readonly string Spent = Listed(Side.Spent);

    public static readonly string Withdrawn = Listed(Side.Withdrawn);
}
