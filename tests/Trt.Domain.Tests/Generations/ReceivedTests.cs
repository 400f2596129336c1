using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Generations;

/// <summary>A result that is smaller than what was ordered costs its share, and nothing ever costs more than agreed.</summary>
public sealed class ReceivedTests
{
    [TestCase(3, 3001)]
    [TestCase(5, 5001)]
    [TestCase(6, 5001)]
    [TestCase(0, 5001)]
    public void The_price_follows_what_is_there(int received, long kopecks)
    {
        var generation = Ordered(5001, PriceUnit.Second, 5);
        generation.Receive(received).ShouldBe(new Money(kopecks));
        generation.ReceivedQuantity.ShouldBe(kopecks == 5001 ? 5 : received);
    }

    [Test]
    public void An_order_from_before_quantities_were_kept_costs_what_was_agreed()
    {
        var generation = Ordered(1414);
        generation.Receive(1).ShouldBe(new Money(1414));
        generation.ReceivedQuantity.ShouldBeNull();
    }

    [TestCase(-1)]
    [TestCase(0)]
    public void A_measure_that_is_no_measure_costs_what_was_agreed(decimal received)
    {
        var generation = Ordered(5001, PriceUnit.Second, 5);
        generation.Receive(received).ShouldBe(new Money(5001));
        generation.ReceivedQuantity.ShouldBe(5);
    }

    [Test]
    public void A_free_order_that_is_whole_costs_nothing()
    {
        var free = Generation.Start(
            GenerationId.New(DateTimeOffset.UnixEpoch), new UserId(1), new ModelId("m"), new Dictionary<string, InputValue>(), Money.Zero,
            new FreeTicket(FreeSource.Day, new DateOnly(2026, 1, 1)), new Cid("c"), DateTimeOffset.UnixEpoch);
        free.PriceBy(PriceUnit.Second, new Quote(Money.Zero, "default", 1, 5));
        free.Receive(5).ShouldBe(Money.Zero);
    }

    [Test]
    public void Something_never_costs_nothing() => Ordered(1, PriceUnit.Image, 100).Receive(1).ShouldBe(new Money(1));

    [Test]
    public void The_price_never_falls_when_more_is_there_and_never_passes_what_was_agreed()
    {
        for (var kopecks = 1L; kopecks < 3000; kopecks += 37)
        {
            var generation = Ordered(kopecks, PriceUnit.Second, 12);
            var prices = Enumerable.Range(1, 14).Select(seconds => generation.Receive(seconds)).ToList();
            prices.ShouldBe(prices.Order());
            prices.ShouldAllBe(price => price > Money.Zero && price.Kopecks <= kopecks);
        }
    }

    [Test]
    public void A_share_in_the_customers_favour_counts_any_kopeck_begun()
    {
        new Money(1414).ShareUp(1, 3).ShouldBe(new Money(472));
        new Money(1414).ShareUp(3, 3).ShouldBe(new Money(1414));
        new Money(1414).Share(1, 3).ShouldBe(new Money(471));
    }

    private static Generation Ordered(long kopecks, PriceUnit? unit = null, decimal quantity = 0)
    {
        var generation = Generation.Start(
            new GenerationId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new UserId(1), new ModelId("m"),
            new Dictionary<string, InputValue>(), new Money(kopecks), null, new Cid("c"), DateTimeOffset.UnixEpoch);
        if (unit is { } priced)
        {
            generation.PriceBy(priced, new Quote(generation.Price, "default", 1, quantity));
        }

        return generation;
    }
}
