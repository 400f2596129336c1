using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using static Trt.Domain.Tests.Catalog.Some;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>Words under a file are never lost, whenever the text is asked.</summary>
public sealed class CaptionTests
{
    private static readonly MediaField Photos = Images("photos") with { IsRequired = true, ItemsMin = 2 };
    private static readonly ChoiceField Size = Choice("size", "S", "L") with { IsRequired = true };
    private static readonly ModelCard Card = CardWith(Photos, Prompt(max: 50), Size);

    [Test]
    public void A_caption_waits_until_the_album_has_its_minimum()
    {
        var wizard = Begin(Card);
        Send(wizard, Photos, "make it a postcard");
        (wizard.Asking(), wizard.Captions.Kept).ShouldBe(("photos", "make it a postcard"));

        Send(wizard, Photos, null);
        (wizard.Asking(), wizard.Draft.Values["prompt"], wizard.Captions.Kept).ShouldBe(("size", Text("make it a postcard"), null));
    }

    [Test]
    public void A_caption_waits_while_another_file_is_due_before_the_text()
    {
        var film = Recording("film") with { IsRequired = true, DurationSecondsMin = null };
        var card = CardWith(Images("photo", max: 1) with { IsRequired = true }, film, Prompt());
        var wizard = Begin(card);
        wizard.Captions.Hear("dance");
        wizard.Files.Add((MediaField)wizard.Field("photo"), Photo()).ShouldBeEmpty();
        wizard.Captions.Place();
        (wizard.Asking(), wizard.Captions.Kept).ShouldBe(("film", "dance"));

        wizard.Files.Add(film, Voice()).ShouldBeEmpty();
        (wizard.Asking(), wizard.Draft.Values["prompt"]).ShouldBe((null, Text("dance")));
    }

    [Test]
    public void A_caption_of_a_refused_file_answers_the_text_after_the_next_file()
    {
        var wizard = Begin(Card);
        wizard.Captions.Hear("make it a postcard");
        wizard.Files.Add(Photos, Photo(mime: "image/tiff")).ShouldNotBeEmpty();
        Send(wizard, Photos, null);
        Send(wizard, Photos, null);
        wizard.Draft.Values["prompt"].ShouldBe(Text("make it a postcard"));
    }

    [Test]
    public void A_caption_for_a_text_that_is_not_asked_is_taken_at_once()
    {
        var card = CardWith(Photos, Prompt() with { IsRequired = false }, Size);
        var wizard = Begin(card);
        wizard.Captions.Hear("slow motion");
        wizard.Files.Add(Photos, Photo());
        wizard.Captions.Place();
        (wizard.Asking(), wizard.Draft.Values["prompt"]).ShouldBe(("photos", Text("slow motion")));
    }

    [Test]
    public void A_caption_that_is_too_long_stays_with_its_problem_and_the_text_is_asked()
    {
        var wizard = Begin(Card);
        Send(wizard, Photos, new string('a', 51));
        Send(wizard, Photos, null);
        (wizard.Asking(), wizard.Captions.Problems[0].Code).ShouldBe(("prompt", ProblemCode.TooLong));
        wizard.Captions.Take().ShouldBeFalse();
    }

    [Test]
    public void A_typed_text_is_meant_instead_of_the_kept_caption()
    {
        var card = CardWith(Photos with { IsRequired = false }, Prompt(), Size);
        var wizard = Begin(card);
        wizard.Captions.Hear("under the file");
        wizard.Texts.Answer(wizard.Texts.Meant()!, "typed", Now).ShouldBeEmpty();
        (wizard.Asking(), wizard.Draft.Values["prompt"], wizard.Captions.Kept).ShouldBe(("photos", Text("typed"), null));
    }

    [Test]
    public void A_new_photo_with_words_from_the_confirm_screen_offers_them_in_place_of_the_old_text()
    {
        var wizard = Filled();
        wizard.Edit(Photos);
        Send(wizard, Photos, "a new idea");
        wizard.Finish(Photos).ShouldBeEmpty();
        (wizard.Asking(), wizard.Draft.Values["prompt"], wizard.Captions.Kept).ShouldBe((null, Text("old"), "a new idea"));

        wizard.Captions.Take().ShouldBeTrue();
        (wizard.Draft.Values["prompt"], wizard.Captions.Kept, wizard.Draft.Quote).ShouldBe((Text("a new idea"), null, null));
    }

    [Test]
    public void Words_typed_where_nothing_is_asked_are_offered_in_place_of_the_text()
    {
        var wizard = Filled();
        wizard.Captions.Offer(new string('a', 51)).ShouldBeFalse("it is too long for the text");
        wizard.Captions.Offer("a new idea").ShouldBeTrue();
        wizard.Captions.Offer("a better idea").ShouldBeTrue();
        (wizard.Draft.Values["prompt"], wizard.Captions.IsTextWritten).ShouldBe((Text("old"), true));
        wizard.Captions.Take().ShouldBeTrue();
        (wizard.Asking(), wizard.Draft.Values["prompt"]).ShouldBe((null, Text("a better idea")));
    }

    [Test]
    public void A_photo_with_words_where_the_text_is_asked_answers_it_and_is_added()
    {
        var photos = Photos with { IsRequired = false, ItemsMin = 1, ItemsMax = 1 };
        var wizard = Begin(CardWith(photos, Prompt(max: 50), Size));
        wizard.Asking().ShouldBe("prompt");
        wizard.Files.FieldFor(null, MediaKind.Image).ShouldBe(photos);
        Send(wizard, photos, "a lighthouse");
        (wizard.Asking(), wizard.Draft.Values["prompt"], wizard.Draft.MediaOf(photos).Count).ShouldBe(("size", Text("a lighthouse"), 1));
    }

    [Test]
    public void A_photo_where_the_text_is_due_leaves_its_words_to_be_taken()
    {
        var card = CardWith(Prompt(), Size);
        var wizard = Begin(card);
        wizard.Captions.Hear("a lighthouse");
        wizard.Captions.Take().ShouldBeTrue();
        (wizard.Asking(), wizard.Draft.Values["prompt"]).ShouldBe(("size", Text("a lighthouse")));
        wizard.Captions.Take().ShouldBeFalse();
    }

    [Test]
    public void Words_under_several_files_belong_together()
    {
        var wizard = Begin(Card);
        Send(wizard, Photos, "first");
        Send(wizard, Photos, "second");
        wizard.Draft.Values["prompt"].ShouldBe(Text("first\nsecond"));
    }

    [Test]
    public void A_blank_caption_is_none()
    {
        var wizard = Begin(Card);
        wizard.Captions.Hear(" \n ");
        wizard.Captions.Kept.ShouldBeNull();
    }

    private static Wizard Filled()
    {
        var wizard = Begin(Card);
        Send(wizard, Photos, null);
        Send(wizard, Photos, null);
        wizard.Finish(Photos);
        wizard.Give("old");
        wizard.Give("S");
        return wizard;
    }

    private static void Send(Wizard wizard, MediaField field, string? caption)
    {
        wizard.Captions.Hear(caption);
        wizard.Files.Add(field, Photo()).ShouldBeEmpty();
        wizard.Captions.Place();
    }
}
