using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using static Trt.Domain.Tests.Catalog.Some;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>Words under a file are never lost, whenever the text is asked.</summary>
public sealed class DraftCaptionTests
{
    private static readonly MediaField Photos = Images("photos") with { IsRequired = true, ItemsMin = 2 };
    private static readonly ChoiceField Size = Choice("size", "S", "L") with { IsRequired = true };
    private static readonly ModelCard Card = CardWith(Photos, Prompt(max: 50), Size);

    [Test]
    public void A_caption_waits_until_the_album_has_its_minimum()
    {
        var draft = Begin(Card);
        Send(draft, Photos, "make it a postcard");
        (draft.Asking, draft.Caption).ShouldBe(("photos", "make it a postcard"));

        Send(draft, Photos, null);
        (draft.Asking, draft.Values["prompt"], draft.Caption).ShouldBe(("size", Text("make it a postcard"), null));
    }

    [Test]
    public void A_caption_waits_while_another_file_is_due_before_the_text()
    {
        var film = Recording("film") with { IsRequired = true, DurationSecondsMin = null };
        var card = CardWith(Images("photo", max: 1) with { IsRequired = true }, film, Prompt());
        var draft = Begin(card);
        draft.Hear(card, "dance");
        draft.AddMedia(card, (MediaField)card.Inputs.Find("photo")!, Photo()).ShouldBeEmpty();
        draft.PlaceCaption(card);
        (draft.Asking, draft.Caption).ShouldBe(("film", "dance"));

        draft.AddMedia(card, film, Voice()).ShouldBeEmpty();
        (draft.Asking, draft.Values["prompt"]).ShouldBe((null, Text("dance")));
    }

    [Test]
    public void A_caption_of_a_refused_file_answers_the_text_after_the_next_file()
    {
        var draft = Begin(Card);
        draft.Hear(Card, "make it a postcard");
        draft.AddMedia(Card, Photos, Photo(mime: "image/tiff")).ShouldNotBeEmpty();
        Send(draft, Photos, null);
        Send(draft, Photos, null);
        draft.Values["prompt"].ShouldBe(Text("make it a postcard"));
    }

    [Test]
    public void A_caption_for_a_text_that_is_not_asked_is_taken_at_once()
    {
        var card = CardWith(Photos, Prompt() with { IsRequired = false }, Size);
        var draft = Begin(card);
        draft.Hear(card, "slow motion");
        draft.AddMedia(card, Photos, Photo());
        draft.PlaceCaption(card);
        (draft.Asking, draft.Values["prompt"]).ShouldBe(("photos", Text("slow motion")));
    }

    [Test]
    public void A_caption_that_is_too_long_stays_with_its_problem_and_the_text_is_asked()
    {
        var draft = Begin(Card);
        Send(draft, Photos, new string('a', 51));
        Send(draft, Photos, null);
        (draft.Asking, draft.CaptionProblems(Card)[0].Code).ShouldBe(("prompt", ProblemCode.TooLong));
        draft.TakeCaption(Card).ShouldBeFalse();
    }

    [Test]
    public void A_typed_text_is_meant_instead_of_the_kept_caption()
    {
        var card = CardWith(Photos with { IsRequired = false }, Prompt(), Size);
        var draft = Begin(card);
        draft.Hear(card, "under the file");
        draft.AnswerByText(card, draft.OpenForText(card), Text("typed"), "typed", Now).ShouldBeEmpty();
        (draft.Asking, draft.Values["prompt"], draft.Caption).ShouldBe(("size", Text("typed"), null));
    }

    [Test]
    public void A_new_photo_with_words_from_the_confirm_screen_offers_them_in_place_of_the_old_text()
    {
        var draft = Filled();
        draft.Edit(Photos);
        Send(draft, Photos, "a new idea");
        draft.FinishMedia(Card, Photos).ShouldBeEmpty();
        (draft.Asking, draft.Values["prompt"], draft.Caption).ShouldBe((null, Text("old"), "a new idea"));

        draft.TakeCaption(Card).ShouldBeTrue();
        (draft.Values["prompt"], draft.Caption, draft.Quote).ShouldBe((Text("a new idea"), null, null));
    }

    [Test]
    public void A_photo_where_the_text_is_due_leaves_its_words_to_be_taken()
    {
        var card = CardWith(Prompt(), Size);
        var draft = Begin(card);
        draft.Hear(card, "a lighthouse");
        draft.TakeCaption(card).ShouldBeTrue();
        (draft.Asking, draft.Values["prompt"]).ShouldBe(("size", Text("a lighthouse")));
        draft.TakeCaption(card).ShouldBeFalse();
    }

    [Test]
    public void Words_under_several_files_belong_together()
    {
        var draft = Begin(Card);
        Send(draft, Photos, "first");
        Send(draft, Photos, "second");
        draft.Values["prompt"].ShouldBe(Text("first\nsecond"));
    }

    [Test]
    public void A_blank_caption_is_none()
    {
        var draft = Begin(Card);
        draft.Hear(Card, " \n ");
        draft.Caption.ShouldBeNull();
    }

    private static Draft Filled()
    {
        var draft = Begin(Card);
        Send(draft, Photos, null);
        Send(draft, Photos, null);
        draft.FinishMedia(Card, Photos);
        draft.Give(Card, "old");
        draft.Give(Card, "S");
        return draft;
    }

    private static void Send(Draft draft, MediaField field, string? caption)
    {
        draft.Hear(Card, caption);
        draft.AddMedia(Card, field, Photo()).ShouldBeEmpty();
        draft.PlaceCaption(Card);
    }
}
