using Trt.Application.BackOffice.Orders;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Api.Bot.Texts;

/// <summary>What the money of one order did, line by line as the ledger has it.</summary>
internal static class OrderMoneyTexts
{
    public static Html Of(Language l, OrderInFull order)
    {
        if (!order.Order.IsPaid)
        {
            return Html.Lines(
                l.Pick(Html.Of($"💰 Бесплатный заказ"), Html.Of($"💰 A free order")),
                Cost(l, order));
        }

        return Html.Lines(
        [
            l.Pick(Html.Of($"💰 Цена <b>{order.Order.Price.In(l)}</b>"), Html.Of($"💰 Price <b>{order.Order.Price.In(l)}</b>")),
            .. order.Entries.Select(entry => Html.Of($"• {Line(l, entry)}")),
            Cost(l, order),
        ]);
    }

    public static string Line(Language l, LedgerEntry entry)
    {
        var size = new Money(Math.Max(Math.Abs(entry.AvailableDelta), Math.Abs(entry.ReservedDelta))).In(l);
        var who = entry.Actor.StartsWith(Actor.Prefix, StringComparison.Ordinal) ? $" · {entry.Actor[Actor.Prefix.Length..]}" : "";
        return entry.Kind switch
        {
            EntryKind.Reserve => l.Pick($"отложено {size}", $"{size} set aside"),
            EntryKind.Commit => l.Pick($"списано {size}", $"{size} taken"),
            EntryKind.Release => l.Pick($"не списано, снова на балансе: {size}{who}", $"not taken, back on the balance: {size}{who}"),
            EntryKind.Reimburse or EntryKind.Adjust => l.Pick($"возвращено {size}{who}", $"{size} given back{who}"),
            EntryKind.Deposit or EntryKind.Bonus or EntryKind.Withdraw => $"{entry.Kind} {size}",
        };
    }

    private static Html Cost(Language l, OrderInFull order) => order.Order.TrueCost is { } cost && order.Margin is { } margin
        ? l.Pick(
            Html.Of($"Себестоимость {cost.In(l)} · маржа {margin.In(l)}"),
            Html.Of($"Cost {cost.In(l)} · margin {margin.In(l)}"))
        : l.Pick(Html.Of($"Себестоимость пока не известна"), Html.Of($"The cost is not known yet"));
}
