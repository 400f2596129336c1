using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Groups;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Groups;

public sealed class AskedInTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly GroupPlace Place = new(-5, 17);

    [Test]
    public void What_was_said_in_a_group_stands_for_itself()
    {
        var file = new GivenFile(new MediaItem { FileId = "a", FileUniqueId = "b", Kind = MediaKind.Image, MimeType = "image/png" }, IsPhoto: true);
        var asked = KeptWish.Asked(new UserId(7), 1, text: null, [file], Place, Now);
        asked.AskedIn.ShouldBe(Place);
        asked.Goes("оживи", file: null, albumId: null, Now).ShouldBeFalse("words in the private chat are not about it");
        KeptWish.Of(new UserId(7), 2, Now).AskedIn.ShouldBeNull();
    }
}
