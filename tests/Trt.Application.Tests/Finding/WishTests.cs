using Trt.Application.Drafts;
using Trt.Application.Finding;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Finding;

/// <summary>What people say and send outside an order: heard, kept, taken; never ordered by itself.</summary>
public sealed class WishTests : ShopTest
{
    private static readonly ModelId Free = new("z-image");

    private UserId _user;

    [SetUp]
    public async Task Arrive() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task A_sentence_is_answered_with_three_models_at_most_the_free_one_first_and_nothing_is_ordered()
    {
        var heard = await Proposed("нарисуй кота в очках");
        heard.Proposals.Count.ShouldBeInRange(2, 3);
        heard.Proposals[0].Offer.Card.Id.ShouldBe(Free);
        heard.Proposals[0].Offer.IsFreeNow.ShouldBeTrue();
        heard.HasChoice.ShouldBeTrue();
        (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Nothing>();
        Shop.Provider.Orders.ShouldBeEmpty();
    }

    [Test]
    public async Task A_tap_leads_to_the_price_with_the_words_filled_in_and_a_second_tap_to_the_same()
    {
        var heard = await Proposed("нарисуй кота в очках, вертикально");
        for (var tap = 0; tap < 2; tap++)
        {
            var confirm = (await Shop.Send(new TakeWish(_user, heard.Kept.Number, Free))).ShouldBeOfType<WizardView.Confirm>();
            confirm.Draft.Values["prompt"].ShouldBe(new TextValue("нарисуй кота в очках, вертикально"));
            confirm.Draft.Values["aspect_ratio"].ShouldBe(new TextValue("9:16"));
            confirm.Quote.Price.ShouldBe(Money.Zero);
        }
    }

    [Test]
    public async Task What_was_never_said_cannot_be_taken_and_neither_can_what_another_said()
    {
        var heard = await Proposed("нарисуй кота в очках");
        (await Shop.Send(new TakeWish(_user, heard.Kept.Number + 1, Free))).ShouldBeOfType<WizardView.Nothing>();
        (await Shop.Send(new TakeWish(await Shop.NewCustomer(), heard.Kept.Number, Free))).ShouldBeOfType<WizardView.Nothing>();
    }

    [Test]
    public async Task A_photo_and_the_words_after_it_are_one_wish()
    {
        var photo = await Shop.Send(new HearWish(_user, null, Photo("photo")));
        photo.ShouldBeOfType<HeardView.Proposed>().Proposals.Select(proposal => proposal.Job).ShouldContain(Job.AnimateImage);

        var heard = await Proposed("сделай фон космосом");
        heard.Proposals.ShouldAllBe(proposal => proposal.Job == Job.EditImage);
        heard.Kept.Files.ShouldHaveSingleItem().Item.FileId.ShouldBe("photo");
    }

    [Test]
    public async Task Words_that_ask_for_something_new_leave_the_photo_before_them_alone()
    {
        await Shop.Send(new HearWish(_user, null, Photo("photo")));
        var heard = await Proposed("напиши песню про лето и море");
        heard.Proposals[0].Job.ShouldBe(Job.MakeSong);
        heard.Kept.Files.ShouldBeEmpty();
    }

    [Test]
    public async Task An_album_is_one_wish()
    {
        await Shop.Send(new HearWish(_user, null, Photo("one"), "album"));
        var heard = (await Shop.Send(new HearWish(_user, null, Photo("two"), "album"))).ShouldBeOfType<HeardView.Proposed>();
        heard.Kept.Files.Count.ShouldBe(2);
        heard.Proposals.Select(proposal => proposal.Job).ShouldContain(Job.FilmBetweenFrames);
    }

    [Test]
    public async Task A_file_that_is_too_large_is_told_at_once_and_not_kept()
    {
        var large = Photo("large") with { Item = Photo("large").Item with { Bytes = AddFile.BytesMax + 1 } };
        (await Shop.Send(new HearWish(_user, "оживи", large))).ShouldBeOfType<HeardView.TooLarge>();
        (await Proposed("нарисуй кота в очках")).Kept.Number.ShouldBe(1);
    }

    [TestCase("kling")]
    [TestCase("какие есть модели для видео?")]
    public async Task Who_looks_for_a_model_is_led_to_the_search(string words) =>
        (await Shop.Send(new HearWish(_user, words))).ShouldBeOfType<HeardView.Found>().Models.Offers.ShouldNotBeEmpty();

    [TestCase("спасибо", Talk.Thanks)]
    [TestCase("где мой заказ", Talk.Orders)]
    [TestCase("сколько у меня денег", Talk.Balance)]
    public async Task What_is_said_to_the_shop_begins_no_order(string words, Talk meant) =>
        (await Shop.Send(new HearWish(_user, words))).ShouldBeOfType<HeardView.Said>().Talk.ShouldBe(meant);

    [Test]
    public async Task A_model_that_is_named_comes_first_and_one_that_alone_can_do_it_leaves_no_choice()
    {
        (await Proposed("сделай видео с котом в клинг 3")).Proposals[0].Offer.Card.Title.En.ShouldStartWith("Kling 3");
        (await Proposed("убери вокал из песни", new GivenFile(Photo("song").Item with { Kind = MediaKind.Audio, MimeType = "audio/mpeg" }, IsPhoto: false)))
            .HasChoice.ShouldBeFalse();
    }

    private async Task<HeardView.Proposed> Proposed(string words, GivenFile? file = null) =>
        (await Shop.Send(new HearWish(_user, words, file))).ShouldBeOfType<HeardView.Proposed>();

    private static GivenFile Photo(string name) => new(
        new MediaItem { FileId = name, FileUniqueId = name, Kind = MediaKind.Image, MimeType = "image/jpeg", Bytes = 1000 }, IsPhoto: true);
}
