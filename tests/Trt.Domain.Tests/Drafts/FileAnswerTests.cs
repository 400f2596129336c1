using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
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
        wizard.Give("a lighthouse");
        var field = (MediaField)wizard.Field("photos");
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Asking().ShouldBe("photos");
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Asking().ShouldBe("resolution");
        wizard.Draft.MediaOf(field).Count.ShouldBe(3);
    }

    [Test]
    public void An_album_goes_on_filling_its_field_and_what_finds_no_place_is_counted()
    {
        var wizard = Begin(Picture);
        wizard.Give("a lighthouse");
        var field = (MediaField)wizard.Field("photos");
        for (var photo = 0; photo < 5; photo++)
        {
            wizard.Files.FieldFor("album", MediaKind.Image).ShouldBe(field);
            wizard.Files.Add(field, Photo(), "album").ShouldBeEmpty();
        }

        (wizard.Asking(), wizard.Draft.MediaOf(field).Count, wizard.Files.ExtraOf("album")).ShouldBe(("resolution", 3, 2));
        (wizard.Files.FieldFor("another", MediaKind.Image), wizard.Files.ExtraOf("another"), wizard.Files.ExtraOf(null)).ShouldBe((wizard.Open, 0, 0));
    }

    [Test]
    public void Several_kinds_of_files_are_one_step_and_each_finds_its_place()
    {
        var (photos, frame, voice) = (Images("photos", max: 2), Images("frame", max: 1), Recording("voice"));
        var wizard = Begin(CardWith(photos, frame, voice, Prompt()));
        wizard.Extras.ShouldBeEmpty();
        wizard.Give("a lighthouse");
        wizard.Extras.ShouldBe([photos, frame, voice]);

        Send(wizard, Voice());
        Send(wizard, Photo());
        Send(wizard, Photo());
        Send(wizard, Photo());
        (wizard.Draft.MediaOf(photos).Count, wizard.Draft.MediaOf(frame).Count, wizard.Draft.MediaOf(voice).Count).ShouldBe((2, 1, 1));
        wizard.Asking().ShouldBeNull("there is room for nothing more");
    }

    [Test]
    public void A_kind_of_files_may_be_chosen_and_leads_back_to_the_step()
    {
        var (photos, frame) = (Images("photos") with { ItemsMin = 2 }, Images("frame", max: 1));
        var wizard = Begin(CardWith(photos, frame, Prompt()));
        wizard.Give("a lighthouse");
        wizard.Edit(frame);
        wizard.Extras.ShouldBeEmpty();
        Send(wizard, Photo());
        wizard.Extras.Count.ShouldBe(2);

        Send(wizard, Photo());
        wizard.Files.FinishExtras().ShouldHaveSingleItem().ShouldBe(new InputProblem("photos", ProblemCode.TooFewItems, "2", "1"));
        Send(wizard, Photo());
        wizard.Files.FinishExtras().ShouldBeEmpty();
        wizard.Asking().ShouldBeNull();

        wizard.Back().ShouldBeTrue();
        (wizard.Extras.Count, wizard.Draft.MediaOf(photos).Count, wizard.Draft.MediaOf(frame).Count).ShouldBe((2, 2, 1));
    }

    [Test]
    public void Nothing_has_to_be_added()
    {
        var wizard = Begin(CardWith(Images("photos"), Images("frame"), Prompt()));
        wizard.Give("a lighthouse");
        wizard.Files.FinishExtras().ShouldBeEmpty();
        wizard.Asking().ShouldBeNull();
    }

    private static void Send(Wizard wizard, MediaItem item) =>
        wizard.Files.Add(wizard.Files.FieldFor(null, item.Kind).ShouldBeOfType<MediaField>(), item).ShouldBeEmpty();
}
