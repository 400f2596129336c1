using System.Text;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Endpoints;

/// <summary>Anybody can write to the address of the notifications; all they get is a 200.</summary>
public sealed class BankCardNotificationTests
{
    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    private static IEnumerable<TestCaseData> Junk()
    {
        yield return Case("nothing", "");
        yield return Case("no JSON", "<xml/>");
        yield return Case("a number", "7");
        yield return Case("an array", "[]");
        yield return Case("null", "null");
        yield return Case("an object of nothing", "{}");
        yield return Case("no object", """{"type":"notification","event":"payment.succeeded"}""");
        yield return Case("an object that is a text", """{"type":"notification","event":"payment.succeeded","object":"2f5a"}""");
        yield return Case("an id that is a number", """{"type":"notification","event":"payment.succeeded","object":{"id":5}}""");
        yield return Case("an id that is a way", """{"type":"notification","event":"payment.succeeded","object":{"id":"../../v3/refunds?x=1"}}""");
        yield return Case("an id that is SQL", """{"type":"notification","event":"payment.succeeded","object":{"id":"' OR 1=1 --"}}""");
        yield return Case("a very long id", $$$"""{"type":"notification","event":"payment.succeeded","object":{"id":"{{{new string('a', 5000)}}}"}}""");
        yield return Case("half a surrogate", """{"type":"notification","event":"payment.succeeded","object":{"id":"\ud800"}}""");
        yield return Case("the same name twice", """{"type":"notification","event":"payment.succeeded","object":{"id":"a","id":"b"}}""");
        yield return Case("ten thousand levels", new string('[', 10_000) + new string(']', 10_000));
        yield return Case("another event", """{"type":"notification","event":"payout.succeeded","object":{"id":"2f5a0c1e-000f-5000-8000-000000000001"}}""");
        yield return Case("nobody's payment", """{"type":"notification","event":"payment.succeeded","object":{"id":"2f5a0c1e-000f-5000-8000-000000000001"}}""");
        yield return Case("nobody's refund", """{"type":"notification","event":"refund.succeeded","object":{"id":"a","payment_id":"2f5a0c1e-000f-5000-8000-000000000001"}}""");
        yield return Case("nobody's name of ours", """{"type":"notification","event":"payment.succeeded","object":{"id":"a","metadata":{"payment_id":"0123456789abcdef0123456789abcdef"}}}""");
    }

    [TestCaseSource(nameof(Junk))]
    public async Task Junk_is_answered_with_200_and_leaves_nothing_behind(string body)
    {
        (await Post(body)).ShouldBe(200);
        (await _shop.Books.Waiting("payment.card")).ShouldBe(0);
    }

    [Test]
    public async Task Two_megabytes_are_answered_and_the_shop_lives_on()
    {
        (await Post(new string(' ', 2_000_000))).ShouldBe(200);
        (await _shop.Http.GetAsync("/health")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [TestCase("GET")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Another_verb_is_refused(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/payments/yookassa");
        ((int)(await _shop.Http.SendAsync(request)).StatusCode).ShouldBe(405);
    }

    private async Task<int> Post(string body) =>
        (int)(await _shop.Http.PostAsync("/payments/yookassa", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode;

    private static TestCaseData Case(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
}
