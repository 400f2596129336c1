using System.Text;
using Trt.Infrastructure.Media;

namespace Trt.Infrastructure.Tests.Media;

internal sealed class MediaTypeTests
{
    [TestCase("89504E470D0A1A0A0000", "image/png")]
    [TestCase("FFD8FFE000104A46", "image/jpeg")]
    [TestCase("474946383961", "image/gif")]
    [TestCase("524946460000000057454250", "image/webp")]
    [TestCase("524946460000000057415645", "audio/wav")]
    [TestCase("00000018667479706D703432", "video/mp4")]
    [TestCase("000000186674797069736F6D", "video/mp4")]
    [TestCase("00000018667479704D344120", "audio/mp4")]
    [TestCase("000000186674797071742020", "video/quicktime")]
    [TestCase("1A45DFA39F4286810142F7810142F2810442F381084282847765626D", "video/webm")]
    [TestCase("4F67675300", "audio/ogg")]
    [TestCase("664C6143", "audio/flac")]
    [TestCase("49443303000000", "audio/mpeg")]
    [TestCase("FFFB9064", "audio/mpeg")]
    [TestCase("FFF344C4", "audio/mpeg")]
    [TestCase("FFF15080", "audio/aac")]
    public void A_file_is_known_by_its_first_bytes(string start, string mime) => MediaType.Of(Convert.FromHexString(start))!.Mime.ShouldBe(mime);

    [TestCase("<!doctype html><html>")]
    [TestCase("<html>")]
    [TestCase("{\"code\":404}")]
    [TestCase("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">")]
    [TestCase("%PDF-1.7")]
    [TestCase("PK\u0003\u0004")]
    [TestCase("RIFF")]
    [TestCase("RIFF....AVI ")]
    [TestCase("....ftypheic")]
    [TestCase("")]
    [TestCase("a")]
    public void Anything_else_is_no_media(string start) => MediaType.Of(Encoding.Latin1.GetBytes(start)).ShouldBeNull();

    [TestCase("FFFFFFFF")]
    [TestCase("FFE00000")]
    [TestCase("FFFBF064")]
    [TestCase("1A45DFA3A342868101")]
    public void What_only_looks_like_a_sound_or_a_film_is_none(string start) => MediaType.Of(Convert.FromHexString(start)).ShouldBeNull();
}
