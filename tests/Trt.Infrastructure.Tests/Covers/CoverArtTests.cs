using SkiaSharp;
using Trt.Infrastructure.Covers;

namespace Trt.Infrastructure.Tests.Covers;

/// <summary>What a player shows beside a song.</summary>
public sealed class CoverArtTests
{
    private static readonly Guid Order = new("0193a2b4-5c6d-7e8f-9011-223344556677");

    [Test]
    public void A_cover_is_a_jpeg_that_the_messenger_takes()
    {
        var cover = CoverArt.For(Order);
        cover.Length.ShouldBeInRange(1000, CoverArt.BytesMax);
        using var codec = SKCodec.Create(new MemoryStream(cover));
        (codec.EncodedFormat, codec.Info.Width, codec.Info.Height).ShouldBe((SKEncodedImageFormat.Jpeg, CoverArt.Side, CoverArt.Side));
    }

    [Test]
    public void The_same_order_has_the_same_cover_and_another_has_another()
    {
        CoverArt.For(Order).ShouldBe(CoverArt.For(Order));
        CoverArt.For(Order).ShouldNotBe(CoverArt.For(new Guid("0193a2b4-5c6d-7e8f-9011-223344556678")));
    }
}
