using Trt.Domain.Payments;
using Trt.Infrastructure.Media.Fingerprints;

namespace Trt.Infrastructure.Tests.Media.Fingerprints;

/// <summary>The same screenshot is known again however it was saved; another sum on the same form is another picture.</summary>
public sealed class PictureFingerprintTests
{
    [TestCase("receipt-saved-anew.jpg")]
    [TestCase("receipt-low-quality.jpg")]
    [TestCase("receipt-grey.jpg")]
    [TestCase("receipt-smaller.png")]
    [TestCase("receipt-progressive.jpg")]
    public void A_screenshot_that_was_saved_anew_has_the_same_fingerprint(string saved) =>
        Fingerprint(saved).Resembles(Fingerprint("receipt.png")).ShouldBeTrue(Difference(saved));

    [TestCase("receipt-850.jpg")]
    [TestCase("receipt-180.png")]
    public void Another_sum_on_the_same_form_has_another_fingerprint(string other) =>
        Fingerprint(other).Resembles(Fingerprint("receipt.png")).ShouldBeFalse(Difference(other));

    [Test]
    public void What_is_cut_off_or_bent_anywhere_is_no_fingerprint_and_no_exception()
    {
        foreach (var name in new[] { "receipt-saved-anew.jpg", "receipt-progressive.jpg", "receipt-smaller.png" })
        {
            var whole = File.ReadAllBytes(PathOf(name));
            var random = new Random(7);
            for (var round = 0; round < 200; round++)
            {
                var bent = whole[..random.Next(whole.Length)];
                for (var change = 0; change < 4 && bent.Length > 0; change++)
                {
                    bent[random.Next(Math.Min(bent.Length, 700))] = (byte)random.Next(256);
                }

                Should.NotThrow(() => PictureStudy.FingerprintOf(bent), $"{name}, round {round}");
            }
        }
    }

    [Test]
    public async Task Bytes_are_named_by_their_hash_whatever_they_are()
    {
        var traits = await new PictureStudy().Study(new MemoryStream("no picture"u8.ToArray()), CancellationToken.None);
        traits.Fingerprint.ShouldBeNull();
        traits.ContentHash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("no picture"u8)));
    }

    [Test]
    public void A_picture_of_a_terabyte_is_not_opened()
    {
        var bomb = File.ReadAllBytes(PathOf("receipt-smaller.png"));
        bomb.AsSpan(16, 8).Fill(0x7F);
        PictureStudy.FingerprintOf(bomb).ShouldBeNull();
    }

    private static PictureFingerprint Fingerprint(string name) =>
        PictureStudy.FingerprintOf(File.ReadAllBytes(PathOf(name))).ShouldNotBeNull(name);

    private static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "receipts", name);

    private static string Difference(string name)
    {
        var (one, other) = (Fingerprint(name).ToBytes(), Fingerprint("receipt.png").ToBytes());
        return $"the largest difference is {one.Zip(other, (a, b) => Math.Abs(a - b)).Max()}";
    }
}
