using System.Text.Json.Nodes;
using Trt.Api.Cli;
using Trt.Application.Ports;
using Trt.Application.Upkeep;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Api.Tests.Cli;

/// <summary>What an operator reads after <c>check money</c>.</summary>
public sealed class MoneyReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly MoneyFigures Figures = new(
        Wallets: 2,
        Entries: 6,
        Deposited: new Money(5000),
        Granted: new Money(3000),
        Adjusted: new Money(2000),
        Available: new Money(7172),
        Reserved: new Money(1414),
        Spent: new Money(1414),
        Withdrawn: Money.Zero);

    private static readonly Limbo Quiet = new(0, Money.Zero, []);

    private static MoneyProof Proof(MoneyRule? broken = null, long count = 0, Limbo? limbo = null, params MoneyDifference[] listed) => new(
        Now,
        TimeSpan.FromSeconds(5.66),
        new MoneyFindings(
            Figures,
            [.. MoneyRules.All.Select(rule => rule == broken ? new RuleFinding(rule, count, listed) : new RuleFinding(rule, 0, []))],
            limbo ?? Quiet));

    [Test]
    public void Books_that_agree_show_the_great_sum_and_every_rule()
    {
        var text = MoneyReport.Text(Proof());

        text.ShouldContain("2 wallets, 6 ledger entries, read in 5.7 s");
        text.ShouldContain("came in   100.00 ₽   = deposits 50.00 ₽ + bonuses 30.00 ₽ + adjustments 20.00 ₽");
        text.ShouldContain("is now    100.00 ₽   = available 71.72 ₽ + reserved 14.14 ₽ + spent 14.14 ₽ + paid back 0.00 ₽");
        foreach (var rule in MoneyRules.All)
        {
            text.ShouldContain($"ok  {rule.Promise()}");
        }

        text.ShouldContain("Everything agrees.");
        text.ShouldNotContain("limbo");
    }

    [Test]
    public void A_broken_rule_says_what_was_expected_how_much_more_there_is_and_what_to_do()
    {
        var text = MoneyReport.Text(Proof(
            MoneyRule.OrdersAreSettledOnce, 3, null, new MoneyDifference(MoneyRule.OrdersAreSettledOnce, "order 0190 of customer 42, settled", 1414, 0)));

        text.ShouldContain("order 0190 of customer 42, settled: 14.14 ₽ expected, 0.00 ₽ found");
        text.ShouldContain("… and 2 more");
        text.ShouldContain($"→ {MoneyRule.OrdersAreSettledOnce.Advice()}");
        text.ShouldContain("3 differences.");
        text.ShouldNotContain("Everything agrees");
    }

    [Test]
    public void Money_in_limbo_is_named_without_being_an_error()
    {
        var order = new LimboOrder(new GenerationId(Guid.Empty), new UserId(42), GenerationStatus.Uncertain, new Money(1414), Now - TimeSpan.FromHours(2));
        var text = MoneyReport.Text(Proof(limbo: new Limbo(1, new Money(1414), [order])));

        text.ShouldContain("not an error): 1 order, 14.14 ₽");
        text.ShouldContain("of customer 42: 14.14 ₽, Uncertain, 2.0 h");
        text.ShouldContain("Everything agrees.");
    }

    [Test]
    public void The_report_for_programs_says_the_same_in_kopecks()
    {
        var json = JsonNode.Parse(MoneyReport.Json(Proof(
            MoneyRule.NothingIsBookedTwice, 1, null, new MoneyDifference(MoneyRule.NothingIsBookedTwice, "Deposit charge-1", 1, 2))))!;

        json["agrees"]!.GetValue<bool>().ShouldBeFalse();
        json["differences"]!.GetValue<long>().ShouldBe(1);
        json["figures"]!["available"]!.GetValue<long>().ShouldBe(7172);
        json["rules"]!.AsArray().Count.ShouldBe(MoneyRules.All.Count);
        json["rules"]!.AsArray().Single(rule => rule!["differences"]!.GetValue<long>() == 1)!["listed"]![0]!["subject"]!.GetValue<string>().ShouldBe("Deposit charge-1");
    }

    [Test]
    public void Every_rule_has_a_promise_an_advice_and_a_unit()
    {
        MoneyRules.All.Select(rule => rule.Promise()).ShouldBeUnique();
        MoneyRules.All.Select(rule => rule.Advice()).ShouldBeUnique();
        MoneyRules.All.ShouldAllBe(rule => rule.Show(1).Length > 0);
    }
}
