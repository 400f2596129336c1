using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Keys are changed while the shop is open: both are taken for as long as both are set, and no other.</summary>
public sealed class SecretStories
{
    private const int Ok = 200;

    [Test]
    public async Task While_the_provider_s_key_is_changed_callbacks_under_both_count_and_under_no_other()
    {
        await using var shop = await RunningShop.Open(("KIE_WEBHOOK_HMAC_KEY", "the-old-key,the-new-key"));
        (await KeptCalls(shop, "the-old-key")).ShouldBe(1);
        (await KeptCalls(shop, "the-new-key")).ShouldBe(1);
        (await KeptCalls(shop, "somebody-elses-key")).ShouldBe(0);
    }

    /// <summary>Its result comes in any case: the record is read, whoever calls. And every call is answered the same.</summary>
    private static async Task<long> KeptCalls(RunningShop shop, string key)
    {
        await shop.Provider(new { duration_ms = 200, rate_limit = false, hmac_key = key });
        var customer = await shop.Arrives();
        await customer.OrdersPicture();
        await customer.Receives("photo");
        await Eventually.Holds($"the provider has called with {key}", async () =>
            (await shop.Get("kie/tasks")).GetProperty("tasks").EnumerateArray().Last().GetProperty("callbacks").EnumerateArray()
            .Any(call => call.GetProperty("status").GetInt32() == Ok));
        return await shop.Books.ProviderCalls(customer);
    }
}
