using System.Globalization;
using System.Text.RegularExpressions;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>What belongs to the whole shop, on the page of whichever instance is read.</summary>
public sealed class ShopGaugesTests
{
    private const int HoursAgo = 100;

    [Test]
    public async Task The_age_of_the_newest_copy_of_the_database_and_that_there_is_none_at_all_can_be_read()
    {
        await using var shop = await RunningShop.Open();
        await Eventually.Holds("there is none", async () => await Value(shop, "trt_backup_kept") == 0);
        (await Value(shop, "trt_backup_old_after_seconds")).ShouldBe(TimeSpan.FromHours(48).TotalSeconds);

        await shop.ByHand.NotesCopy(HoursAgo);
        await shop.Restart();
        // Other shops of this process write the number of copies into the same gauge; of an age only this one knows.
        await Eventually.Holds("it is old", async () => await Value(shop, "trt_backup_age_seconds") is >= HoursAgo * 3600d and < (HoursAgo + 1) * 3600d);
    }

    private static async Task<double?> Value(RunningShop shop, string name) =>
        Regex.Match(await shop.Http.GetStringAsync("/metrics"), $@"^{name}(?:\{{[^}}]*\}})? (?<value>\S+)", RegexOptions.Multiline) is { Success: true } found
            ? double.Parse(found.Groups["value"].Value, CultureInfo.InvariantCulture)
            : null;
}
