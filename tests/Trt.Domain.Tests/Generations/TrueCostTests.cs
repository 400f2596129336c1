using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Generations;

/// <summary>Where the agreed price is the most it can be, the provider's own record decides what it comes to.</summary>
public sealed class TrueCostTests
{
    [TestCase("10", 1571)]
    [TestCase("30", 4714)]
    [TestCase("31", 4714, Description = "never above what was agreed")]
    [TestCase("0.19", 30)]
    [TestCase("0.0001", 1, Description = "what costs something never costs nothing")]
    [TestCase("0", 0, Description = "a true nothing costs nothing")]
    [TestCase("-1", 4714, Description = "no cost at all: the bound")]
    [TestCase(null, 4714, Description = "never told: the bound")]
    public void It_costs_its_share_of_the_most(string? spent, long kopecks)
    {
        var generation = Ordered(new Money(4714), credits: 30);

        generation.Succeed([], spent is null ? null : decimal.Parse(spent, System.Globalization.CultureInfo.InvariantCulture), default);

        generation.PriceOfCost().ShouldBe(new Money(kopecks));
    }

    [Test]
    public void The_share_is_the_price_of_the_true_cost_by_the_formula_to_the_kopeck()
    {
        for (var spent = 0.01m; spent < 30; spent += 0.37m)
        {
            var generation = Ordered(PriceTerms.Default.Price(30), credits: 30);
            generation.Succeed([], spent, default);

            Math.Abs(generation.PriceOfCost().Kopecks - Math.Max(1, PriceTerms.Default.Price(spent).Kopecks)).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Test]
    public void What_the_card_said_stays_beside_what_it_came_to()
    {
        var generation = Ordered(new Money(4714), credits: 30);
        generation.Succeed([], 10, default);

        (generation.CreditsExpected, generation.CreditsSpent, generation.IsAtMost).ShouldBe((30, 10, true));
    }

    private static Generation Ordered(Money price, decimal credits)
    {
        var generation = Generation.Start(
            new GenerationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new UserId(1), new ModelId("m"),
            new Dictionary<string, InputValue>(), price, null, new Cid("c"), DateTimeOffset.UnixEpoch);
        generation.PriceBy(PriceUnit.Generation, new Quote(price, "default", credits, 1) { IsAtMost = true });
        generation.Submit(default);
        generation.Accept("task");
        return generation;
    }
}
