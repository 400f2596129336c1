using System.Text.RegularExpressions;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Keys are changed while the shop is open: both are taken for as long as both are set, and no other.</summary>
public sealed partial class SecretStories
{
    [Test]
    public async Task While_the_provider_s_key_is_changed_callbacks_under_both_count_and_under_no_other()
    {
        await using var shop = await RunningShop.Open(("KIE_WEBHOOK_HMAC_KEY", "the-old-key,the-new-key"));
        foreach (var key in new[] { "the-old-key", "the-new-key" })
        {
            var before = await Count(shop, "Noted");
            await Orders(shop, key);
            await Eventually.Holds($"a callback signed with {key} is noted", async () => await Count(shop, "Noted") > before);
        }

        (await Count(shop, "Forged")).ShouldBe(0);
        var noted = await Count(shop, "Noted");
        await Orders(shop, "somebody-elses-key");
        await Eventually.Holds("a foreign signature is seen", async () => await Count(shop, "Forged") > 0);
        (await Count(shop, "Noted")).ShouldBe(noted);
    }

    /// <summary>Its result comes in any case: the record is read, whoever calls.</summary>
    private static async Task Orders(RunningShop shop, string key)
    {
        await shop.Provider(new { duration_ms = 200, rate_limit = false, hmac_key = key });
        var customer = await shop.Arrives();
        await customer.OrdersPicture();
        await customer.Receives("photo");
    }

    private static async Task<double> Count(RunningShop shop, string outcome) => Line()
        .Matches(await shop.Http.GetStringAsync("/metrics"))
        .Where(line => line.Groups["labels"].Value.Contains($"\"{outcome}\"", StringComparison.OrdinalIgnoreCase))
        .Sum(line => double.Parse(line.Groups["value"].Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^trt_provider_callbacks\w*\{(?<labels>[^}]*)\} (?<value>\S+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
