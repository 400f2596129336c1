using System.Net;
using System.Net.Http.Headers;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.Tests.Http;

internal sealed class WaitingTests
{
    [Test]
    public void A_wish_to_wait_is_read_as_seconds_and_as_a_date_and_a_date_that_is_over_is_none()
    {
        var now = TimeProvider.System.GetUtcNow();

        Asked(new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))).ShouldBe(TimeSpan.FromSeconds(7));
        Asked(new RetryConditionHeaderValue(now.AddHours(1))).ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromMinutes(50));
        Asked(new RetryConditionHeaderValue(now.AddHours(-1))).ShouldBeNull();
        Asked(null).ShouldBeNull();
    }

    [Test]
    public void Foreign_text_becomes_one_short_line() =>
        OneLine.Of($"\r\n two\nlines\t{new string('x', 1000)}").ShouldBe($"two lines {new string('x', 287)}");

    private static TimeSpan? Asked(RetryConditionHeaderValue? header) =>
        new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = header } }.RetryAfter(TimeProvider.System);
}
