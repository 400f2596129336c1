using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Payments;

public sealed class StarsRateTests
{
    [TestCase(10_000, 160)]
    [TestCase(1, 1)]
    [TestCase(10_001, 161)]
    public void A_star_begun_is_asked_for(long kopecks, long stars) => new StarsRate(1.6m).For(new Money(kopecks)).ShouldBe(stars);

    [TestCase(160, 10_000)]
    [TestCase(1, 62)]
    [TestCase(0, 0)]
    public void A_kopeck_begun_is_not_given(long stars, long kopecks) => new StarsRate(1.6m).Of(stars).ShouldBe(new Money(kopecks));

    [TestCase(1.6, true)]
    [TestCase(0, false)]
    [TestCase(-1, false)]
    public void Without_a_rate_there_are_no_Stars(decimal perRuble, bool isSet) => new StarsRate(perRuble).IsSet.ShouldBe(isSet);
}
