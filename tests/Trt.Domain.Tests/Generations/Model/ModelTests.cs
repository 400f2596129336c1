namespace Trt.Domain.Tests.Generations.Model;

/// <summary>
/// Every order of events up to a length, for one order and for two of one wallet, against the shop's own aggregates. What must never
/// be is looked for in each state and in what becomes of it once everybody is well again.
/// </summary>
public sealed class ModelTests
{
    [Test]
    [Property("Case", 50)]
    public void Nothing_that_can_happen_to_one_order_loses_money_a_result_or_a_word() => FindsNothing(orders: 1, length: 10);

    [Test]
    public void Nothing_that_can_happen_to_two_orders_of_one_wallet_mixes_them_up() => FindsNothing(orders: 2, length: 6);

    /// <summary>An oracle that nobody has seen speak may be dumb.</summary>
    [Test]
    public void A_planted_mistake_is_found([Values] Plant mistake)
    {
        var found = new Explorer(1, mistake).Explore(7);
        TestContext.Out.WriteLine(found);
        (found is null).ShouldBe(mistake == Plant.None);
    }

    private static void FindsNothing(int orders, int length)
    {
        var explorer = new Explorer(orders, Plant.None);
        var found = explorer.Explore(length);
        TestContext.Out.WriteLine($"{explorer.States} states, {explorer.Transitions} transitions");
        found.ShouldBeNull();
    }
}
