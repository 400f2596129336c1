using Trt.Application.Wallets;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Api.Bot.Texts;

internal static class BalanceTexts
{
    public static Html Title(Language l, Money available) => l.Pick(Html.Of($"<b>Баланс: {available.In(l)}</b>"), Html.Of($"<b>Balance: {available.In(l)}</b>"));

    public static Html Reserved(Language l, Money reserved) => l.Pick(
        Html.Of($"Отложено на генерации в работе: {reserved.In(l)}"),
        Html.Of($"Set aside for work under way: {reserved.In(l)}"));

    public static Html Latest(Language l) => l.Pick(Html.Of($"Последние операции:"), Html.Of($"Latest movements:"));

    public static Html Entry(Language l, Movement entry)
    {
        var sign = entry.Change > Money.Zero ? "+" : "";
        return Html.Of($"{entry.At.ToOffset(TimeSpan.FromHours(3)).ToString("dd.MM HH:mm", System.Globalization.CultureInfo.InvariantCulture)} · {Kind(l, entry.Kind)} · {sign}{entry.Change.In(l)}");
    }

    public static string Kind(Language l, EntryKind kind) => kind switch
    {
        EntryKind.Deposit => l.Pick("пополнение", "top-up"),
        EntryKind.Bonus => l.Pick("бонус", "bonus"),
        EntryKind.Reserve => l.Pick("отложено", "set aside"),
        EntryKind.Commit => l.Pick("генерация", "generation"),
        EntryKind.Release => l.Pick("возврат", "returned"),
        EntryKind.Withdraw => l.Pick("вывод", "withdrawal"),
        EntryKind.Adjust => l.Pick("зачисление", "credit"),
        EntryKind.Reimburse => l.Pick("возврат", "returned"),
    };
}
