using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Trt.Infrastructure.Kie.Callbacks;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class KieSignatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly KieSignature _signature = new(["new-key", "old-key"], new StandingClock(Now));

    [TestCase("new-key")]
    [TestCase("old-key")]
    public void A_genuine_signature_is_valid_under_the_new_key_and_while_it_lasts_the_old(string key) =>
        Verify("task-1", Now, key).ShouldBe(SignatureVerdict.Valid);

    [Test]
    public void A_signature_for_another_task_or_by_another_key_is_wrong()
    {
        Verify("task-1", Now, "their-key").ShouldBe(SignatureVerdict.Wrong);
        _signature.Verify("task-2", Stamp(Now), Sign("task-1", Stamp(Now), "new-key")).ShouldBe(SignatureVerdict.Wrong);
    }

    [TestCase(-300, SignatureVerdict.Valid)]
    [TestCase(300, SignatureVerdict.Valid)]
    [TestCase(-301, SignatureVerdict.Stale)]
    [TestCase(301, SignatureVerdict.Stale)]
    public void Five_minutes_either_way_are_tolerated(int seconds, SignatureVerdict verdict) =>
        Verify("task-1", Now.AddSeconds(seconds), "new-key").ShouldBe(verdict);

    [TestCase("soon")]
    [TestCase("-1")]
    [TestCase("1.5")]
    [TestCase(" 1782907200")]
    [TestCase("99999999999999999999")]
    [TestCase("9223372036854775807")]
    public void A_time_that_is_no_time_is_stale(string stamp) =>
        _signature.Verify("task-1", stamp, Sign("task-1", stamp, "new-key")).ShouldBe(SignatureVerdict.Stale);

    [TestCase("")]
    [TestCase("not base64 at all")]
    [TestCase("AAAA")]
    public void A_signature_that_is_none_is_not_valid(string signature) =>
        _signature.Verify("task-1", Stamp(Now), signature).ShouldNotBe(SignatureVerdict.Valid);

    [Test]
    public void A_longer_signature_is_wrong_and_does_not_throw() =>
        _signature.Verify("task-1", Stamp(Now), Convert.ToBase64String(new byte[300])).ShouldBe(SignatureVerdict.Wrong);

    [Test]
    public void Missing_or_doubled_headers_and_a_missing_task_are_missing()
    {
        var good = Sign("task-1", Stamp(Now), "new-key");

        _signature.Verify("task-1", StringValues.Empty, good).ShouldBe(SignatureVerdict.Missing);
        _signature.Verify("task-1", Stamp(Now), StringValues.Empty).ShouldBe(SignatureVerdict.Missing);
        _signature.Verify("task-1", Stamp(Now), new StringValues([good, good])).ShouldBe(SignatureVerdict.Missing);
        _signature.Verify("task-1", new StringValues([Stamp(Now), Stamp(Now)]), good).ShouldBe(SignatureVerdict.Missing);
        _signature.Verify(null, Stamp(Now), good).ShouldBe(SignatureVerdict.Missing);
    }

    private SignatureVerdict Verify(string taskId, DateTimeOffset at, string key) => _signature.Verify(taskId, Stamp(at), Sign(taskId, Stamp(at), key));

    private static string Sign(string taskId, string stamp, string key) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{taskId}.{stamp}")));

    private static string Stamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
