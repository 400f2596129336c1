using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Payments;

public sealed class TransferPictureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static PictureFingerprint Print(byte brightness = 100, int? oddField = null, byte oddOne = 0)
    {
        var fields = new byte[PictureFingerprint.Fields];
        Array.Fill(fields, brightness);
        if (oddField is { } field)
        {
            fields[field] = oddOne;
        }

        return new PictureFingerprint(fields);
    }

    [Test]
    public void A_fingerprint_has_48_times_48_fields_and_keeps_them()
    {
        Print(7).ToBytes().ShouldBe(Enumerable.Repeat((byte)7, 48 * 48));
        Should.Throw<ArgumentException>(() => new PictureFingerprint(new byte[10])).Message.ShouldContain("2304 fields, not 10");
    }

    [TestCase(130, true)]
    [TestCase(131, false)]
    [TestCase(70, true)]
    [TestCase(69, false)]
    public void One_field_that_differs_much_makes_another_picture(byte other, bool resembles)
    {
        foreach (var field in new[] { 0, 1, PictureFingerprint.Fields - 1 })
        {
            Print().Resembles(Print(oddField: field, oddOne: other)).ShouldBe(resembles, $"field {field}");
        }
    }

    [Test]
    public void A_picture_knows_its_payment_and_learns_what_it_shows()
    {
        var payment = Payment.Ask(
            PaymentId.New(Now), new UserId(42), PaymentMethod.Transfer, Money.Rubles(100), PaidTotal.InRubles(Money.Rubles(100)), null, Now, TimeSpan.FromHours(1));
        var picture = TransferPicture.Of(payment, 2, "file", "unique", isPhoto: true, Now);
        (picture.UserId, picture.PaymentId, picture.Number, picture.FileId, picture.FileUniqueId, picture.IsPhoto, picture.At)
            .ShouldBe((payment.UserId, payment.Id, 2, "file", "unique", true, Now));
        (picture.ContentHash, picture.Fingerprint).ShouldBe((null, null));

        var print = Print();
        picture.Learn("hash", print);
        (picture.ContentHash, picture.Fingerprint).ShouldBe(("hash", print));
    }
}
