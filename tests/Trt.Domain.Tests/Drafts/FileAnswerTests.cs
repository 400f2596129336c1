using Trt.Domain.Catalog;
using static Trt.Domain.Tests.Catalog.Some;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>Files gather in a field, alone or as an album.</summary>
public sealed class FileAnswerTests
{
    [Test]
    public void Photos_gather_until_the_field_is_full()
    {
        var wizard = Begin(Picture);
        var field = (MediaField)wizard.Field("photos");
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Asking().ShouldBe("photos");
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Asking().ShouldBe("prompt");
        wizard.Draft.MediaOf(field).Count.ShouldBe(3);
    }

    [Test]
    public void An_album_goes_on_filling_its_field_and_what_finds_no_place_is_counted()
    {
        var wizard = Begin(Picture);
        var field = (MediaField)wizard.Field("photos");
        for (var photo = 0; photo < 5; photo++)
        {
            wizard.Files.FieldFor("album").ShouldBe(field);
            wizard.Files.Add(field, Photo(), "album").ShouldBeEmpty();
        }

        (wizard.Asking(), wizard.Draft.MediaOf(field).Count, wizard.Files.ExtraOf("album")).ShouldBe(("prompt", 3, 2));
        (wizard.Files.FieldFor("another"), wizard.Files.ExtraOf("another"), wizard.Files.ExtraOf(null)).ShouldBe((wizard.Open, 0, 0));
    }
}
