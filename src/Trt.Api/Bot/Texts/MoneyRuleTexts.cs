using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Texts;

/// <summary>What the books promise, as an operator reads it.</summary>
internal static class MoneyRuleTexts
{
    public static string Promise(Language l, MoneyRule rule) => rule switch
    {
        MoneyRule.WalletIsItsLedger => l.Pick("баланс равен сумме операций", "a balance is the sum of its movements"),
        MoneyRule.BalancesFollow => l.Pick("операции идут одна за другой", "movements follow one another"),
        MoneyRule.MovementsFitTheirKind => l.Pick("операция двигает деньги по своему виду", "a movement moves money the way its kind does"),
        MoneyRule.MoneyIsConserved => l.Pick("пришедшее есть, потрачено или возвращено", "what came in is there, spent or paid back"),
        MoneyRule.NothingIsBookedTwice => l.Pick("ничто не проведено дважды", "nothing is booked twice"),
        MoneyRule.ReservedBelongsToOpenOrders => l.Pick("отложенное принадлежит заказам в работе", "what is set aside belongs to open orders"),
        MoneyRule.OrdersAreSettledOnce => l.Pick("заказ рассчитан один раз", "an order is settled once"),
        MoneyRule.TakenOnlyForResults => l.Pick("деньги взяты только за результат", "money is taken for results only"),
        MoneyRule.PaymentsAreBookedOnce => l.Pick("оплата зачислена один раз", "a payment is credited once"),
        MoneyRule.BonusesWerePromised => l.Pick("подарки выданы, как обещано", "gifts were given as promised"),
        MoneyRule.FreeBankIsItsEntries => l.Pick("бонусные генерации равны сумме начислений", "bonus generations are the sum of their entries"),
        MoneyRule.FreeBankFollows => l.Pick("начисления бонусов идут одно за другим", "bonus entries follow one another"),
        MoneyRule.FreeBankServesOrders => l.Pick("бонусы потрачены на заказы", "bonuses went into orders"),
    };
}
