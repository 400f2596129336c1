using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Payments;

public sealed class TransferPictureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static PictureLook Look(byte brightness = 100, int? oddField = null, byte oddOne = 0)
    {
        var fields = new byte[PictureLook.Fields];
        Array.Fill(fields, brightness);
        if (oddField is { } field)
        {
            fields[field] = oddOne;
        }

        return new PictureLook(fields);
    }

    [Test]
    public void A_look_has_48_times_48_fields_and_keeps_them()
    {
        Look(7).ToBytes().ShouldBe(Enumerable.Repeat((byte)7, 48 * 48));
        Look(7).Brightness.ToArray().ShouldBe(Look(7).ToBytes());
        Should.Throw<ArgumentException>(() => new PictureLook(new byte[10])).Message.ShouldContain("2304 fields, not 10");
    }

    [TestCase(130, true)]
    [TestCase(131, false)]
    [TestCase(70, true)]
    [TestCase(69, false)]
    public void One_field_that_differs_much_makes_another_picture(byte other, bool resembles)
    {
        foreach (var field in new[] { 0, 1, PictureLook.Fields - 1 })
        {
            Look().Resembles(Look(oddField: field, oddOne: other)).ShouldBe(resembles, $"field {field}");
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
        (picture.ContentHash, picture.Look).ShouldBe((null, null));

        var look = Look();
        picture.Learn("hash", look);
        (picture.ContentHash, picture.Look).ShouldBe(("hash", look));
    }
}
