using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using Trt.Testing;
using static Trt.Application.Tests.Drafts.TestCards;

namespace Trt.Application.Tests.Drafts;

/// <summary>Filling in an order, question by question, as the use cases see it.</summary>
public sealed class WizardTests : ShopTest
{
    private UserId _user;

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(100);

    [TestCase("7", "7")]
    [TestCase(" 07 ", "7")]
    [TestCase("７", "7")]
    [TestCase("٧", "7")]
    public async Task A_number_is_understood_in_any_script(string typed, string value)
    {
        await Begin(Count(1, 40), Prompt());
        await Say("a cat");
        (await Say(typed)).ShouldBeOfType<WizardView.Confirm>().Draft.Values["count"].ShouldBe(new NumberValue(decimal.Parse(value)));
    }

    [TestCase("NaN", ProblemCode.NotANumber)]
    [TestCase("1e308", ProblemCode.NotANumber)]
    [TestCase("∞", ProblemCode.NotANumber)]
    [TestCase("-5", ProblemCode.TooSmall)]
    [TestCase("0", ProblemCode.TooSmall)]
    [TestCase("41", ProblemCode.TooLarge)]
    [TestCase("1.5", ProblemCode.NotWhole)]
    [TestCase("79228162514264337593543950336", ProblemCode.NotANumber)]
    public async Task A_number_that_does_not_fit_is_asked_again_and_the_rest_is_kept(string typed, ProblemCode code)
    {
        await Begin(Count(1, 40), Prompt());
        await Say("a cat");
        var ask = (await Say(typed)).ShouldBeOfType<WizardView.Ask>();
        (ask.Field.Name, ask.Problems.ShouldHaveSingleItem().Code).ShouldBe(("count", code));
        (await Say("3")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["prompt"].ShouldBe(new TextValue("a cat"));
    }

    [Test]
    public async Task A_few_numbers_are_pressed_or_typed_alike()
    {
        var few = Count(2, 8) with { Step = 2 };
        FewNumbers.Of(few).ShouldBe([2, 4, 6, 8]);
        await Begin(few, Prompt());
        await Say("a cat");
        (await Press("count", "3")).ShouldBeOfType<WizardView.Ask>().Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCode.OffStep);
        (await Press("count", "4")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["count"].ShouldBe(new NumberValue(4));
    }

    [Test]
    public async Task A_list_grows_line_by_line_until_done()
    {
        await Begin(Lines());
        (await Say("one\n\n two ")).ShouldBeOfType<WizardView.Ask>().Texts.ShouldBe(["one", "two"]);
        (await Say(new string('x', 21))).ShouldBeOfType<WizardView.Ask>().Problems.ShouldHaveSingleItem().ShouldBe(new InputProblem("lines", ProblemCode.TooLong, "20", "21"));
        (await Say("three")).ShouldBeOfType<WizardView.Ask>().Texts.ShouldBe(["one", "two", "three"]);
        (await Done("lines")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["lines"].ShouldBe(new TextListValue(["one", "two", "three"]));
    }

    [Test]
    public async Task A_list_takes_no_more_than_it_holds_and_says_how_many_there_were()
    {
        await Begin(Lines());
        await Say("one\ntwo");
        var ask = (await Say("three\nfour\nfive")).ShouldBeOfType<WizardView.Ask>();
        ask.Problems.ShouldHaveSingleItem().ShouldBe(new InputProblem("lines", ProblemCode.TooManyItems, "4", "5"));
        ask.Texts.ShouldBe(["one", "two"]);
        (await Say("three\nfour")).ShouldBeOfType<WizardView.Confirm>();
    }

    [Test]
    public async Task A_list_may_be_started_over_and_an_empty_one_is_not_done()
    {
        await Begin(Lines());
        await Say("one");
        (await Shop.Send(new FinishFiles(_user, StartOver: true, "lines"))).ShouldBeOfType<WizardView.Ask>().Texts.ShouldBeEmpty();
        (await Done("lines")).Remark.ShouldBe(WizardRemark.TextIsDue);
    }

    [Test]
    public async Task A_conversation_is_written_line_by_line_and_each_line_gets_its_voice()
    {
        await Begin(Dialogue());
        (await Done("dialogue")).Remark.ShouldBe(WizardRemark.TextIsDue);
        (await Say("Good evening: all")).ShouldBeOfType<WizardView.Ask>().Lines.ShouldHaveSingleItem().Voice.ShouldBeNull();
        (await Done("dialogue")).Remark.ShouldBe(WizardRemark.ButtonIsDue);
        (await Say("nobody")).Remark.ShouldBe(WizardRemark.NothingFound);
        await Press("dialogue", "v1");
        (await Press("dialogue", "v2")).Remark.ShouldBe(WizardRemark.OldButton);
        await Say("Hello!");
        await Say("sarah");
        var confirm = (await Done("dialogue")).ShouldBeOfType<WizardView.Confirm>();
        confirm.Draft.Values["dialogue"].ShouldBe(new DialogueValue([new("Good evening: all", "v1"), new("Hello!", "v2")]));
    }

    [Test]
    public async Task A_conversation_may_be_pasted_and_ends_by_itself_when_it_is_full()
    {
        await Begin(Dialogue());
        (await Say("James: one\nSarah: two")).ShouldBeOfType<WizardView.Ask>().Lines.Count.ShouldBe(2);
        var problem = (await Say("James: three\nJames: four")).ShouldBeOfType<WizardView.Ask>().Problems.ShouldHaveSingleItem();
        problem.ShouldBe(new InputProblem("dialogue", ProblemCode.TooManyItems, "3", "4"));
        (await Say(new string('x', 95))).ShouldBeOfType<WizardView.Ask>().Problems.ShouldHaveSingleItem()
            .ShouldBe(new InputProblem("dialogue", ProblemCode.TooLong, "100", "101"));
        (await Say("James: three")).ShouldBeOfType<WizardView.Confirm>();
    }

    [Test]
    public async Task Of_a_group_the_last_chance_cannot_be_skipped_and_names_the_group()
    {
        var card = Card("group", Images("first", 1), Images("second", 1));
        await Begin(card with { Inputs = card.Inputs with { Rules = [new OneOfRequired(["first", "second"])] } });
        var second = (await Shop.Send(new SkipField(_user, "first"))).ShouldBeOfType<WizardView.Ask>();
        (second.Field.Name, second.CanSkip).ShouldBe(("second", false));
        var again = (await Shop.Send(new SkipField(_user, "second"))).ShouldBeOfType<WizardView.Ask>();
        again.Problems.ShouldHaveSingleItem().ShouldBe(new InputProblem("second", ProblemCode.OneOfRequired, "first, second"));
        (await Send(Photo())).ShouldBeOfType<WizardView.Confirm>();
    }

    [Test]
    public async Task A_file_replaced_from_the_confirm_screen_stays_when_the_new_one_is_refused()
    {
        await Begin(Images("photo", 1) with { IsRequired = true });
        await Send(Photo("old"));
        await Shop.Send(new EditField(_user, "photo"));
        Shop.Files.Contents["film"] = "not a picture"u8.ToArray();
        (await Send(Photo("film"), isPhoto: false)).ShouldBeOfType<WizardView.Ask>().Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCode.NotMedia);
        var confirm = (await Shop.Send(new StepBack(_user))).ShouldBeOfType<WizardView.Confirm>();
        confirm.Draft.Values["photo"].ShouldBeOfType<MediaValue>().Items.ShouldHaveSingleItem().FileId.ShouldBe("old");

        await Shop.Send(new EditField(_user, "photo"));
        (await Send(Photo("new"))).ShouldBeOfType<WizardView.Confirm>().Draft.Values["photo"]
            .ShouldBeOfType<MediaValue>().Items.ShouldHaveSingleItem().FileId.ShouldBe("new");
    }

    [Test]
    public async Task A_recording_where_a_photo_is_due_is_refused_by_what_it_is()
    {
        await Begin(Images("photo", 1) with { IsRequired = true });
        Shop.Files.Contents["voice"] = Sounds.Wav(3);
        var problem = (await Send(Photo("voice"), isPhoto: false)).ShouldBeOfType<WizardView.Ask>().Problems.ShouldHaveSingleItem();
        problem.ShouldBe(new InputProblem("photo", ProblemCode.WrongMediaType, "image/jpeg, image/png"));
    }

    [Test]
    public async Task Files_before_the_description_are_kept_up_to_the_last_place()
    {
        await Begin(Images("photos", 2), Prompt());
        var first = (await Send(Photo("1"))).ShouldBeOfType<WizardView.Ask>();
        (first.Field.Name, first.Remark).ShouldBe(("prompt", WizardRemark.FileAdded));
        await Send(Photo("2"));
        var third = (await Send(Photo("3"))).ShouldBeOfType<WizardView.Ask>();
        third.Problems.ShouldHaveSingleItem().ShouldBe(new InputProblem("photos", ProblemCode.TooManyItems, "2", "3"));
        (await Say("a cat")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["photos"].ShouldBeOfType<MediaValue>().Items.Count.ShouldBe(2);
    }

    [Test]
    public async Task Several_kinds_of_files_are_one_step_after_the_text_that_may_be_left_at_once()
    {
        await Begin(Images("first", 1), Images("photos", 3), Prompt(), Choice("size", "S", "L"));
        var text = await Shop.Send(new ShowDraft(_user));
        text.ShouldBeOfType<WizardView.Ask>().Steps.ShouldBe(3);
        var files = (await Say("a cat")).ShouldBeOfType<WizardView.Ask>();
        (files.Step, files.IsExtra).ShouldBe((2, true));
        files.Extras.Select(extra => (extra.Field.Name, extra.Count)).ShouldBe([("first", 0), ("photos", 0)]);

        (await Shop.Send(new EditField(_user, "photos"))).ShouldBeOfType<WizardView.Ask>().IsEditing.ShouldBeTrue();
        await Send(Photo("1"));
        (await Done("photos")).ShouldBeOfType<WizardView.Ask>().Extras.Select(extra => extra.Count).ShouldBe([0, 1]);
        (await Shop.Send(new SkipField(_user, "first"))).ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("size");
        (await Shop.Send(new SkipField(_user, "first"))).Remark.ShouldBe(WizardRemark.OldButton);
        (await Press("size", "S")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["photos"].ShouldBeOfType<MediaValue>().Items.Count.ShouldBe(1);
    }

    [Test]
    public async Task Words_typed_at_the_price_change_the_description_only_when_the_customer_says_so()
    {
        await Begin(Prompt());
        await Say("a cat");
        var offered = (await Say("a dog")).ShouldBeOfType<WizardView.Confirm>();
        (offered.Draft.Values["prompt"], offered.Caption?.Words, offered.Caption?.Replace).ShouldBe((new TextValue("a cat"), "a dog", true));
        var taken = (await Shop.Send(new TakeCaption(_user))).ShouldBeOfType<WizardView.Confirm>();
        (taken.Draft.Values["prompt"], taken.Caption).ShouldBe((new TextValue("a dog"), null));
    }

    [Test]
    public async Task A_choice_among_many_is_found_by_a_part_of_its_name()
    {
        await Begin(Choice("voice", [.. Enumerable.Range(1, 30).Select(number => $"voice-{number}")]));
        (await Say("нет такого")).Remark.ShouldBe(WizardRemark.NothingFound);
        (await Say("voice-1")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["voice"].ShouldBe(new TextValue("voice-1"));
        await Shop.Send(new StepBack(_user));
        (await Say("-2")).ShouldBeOfType<WizardView.Ask>().Found!.Count.ShouldBe(11);
    }

    [Test]
    public async Task A_second_press_of_an_earlier_button_does_not_answer_the_next_question()
    {
        await Begin(Choice("size", "S", "L"), Choice("style", "S", "L"));
        await Press("size", "S");
        var again = (await Press("size", "L")).ShouldBeOfType<WizardView.Ask>();
        (again.Field.Name, again.Remark).ShouldBe(("style", WizardRemark.OldButton));
        var confirm = (await Press("style", "S")).ShouldBeOfType<WizardView.Confirm>();
        confirm.Draft.Values["size"].ShouldBe(new TextValue("S"));
        (await Press("style", "L")).Remark.ShouldBe(WizardRemark.OldButton);
    }

    [Test]
    public async Task A_second_press_of_skip_or_done_does_not_pass_over_the_next_question()
    {
        await Begin(Images("first", 2) with { IsRequired = true }, Prompt(), Images("second", 2), Choice("size", "S", "L"));
        await Send(Photo());
        await Done("first");
        var prompt = (await Done("first")).ShouldBeOfType<WizardView.Ask>();
        (prompt.Field.Name, prompt.Remark).ShouldBe(("prompt", WizardRemark.OldButton));
        await Say("a cat");
        await Shop.Send(new SkipField(_user, "second"));
        var size = (await Shop.Send(new SkipField(_user, "second"))).ShouldBeOfType<WizardView.Ask>();
        (size.Field.Name, size.Remark).ShouldBe(("size", WizardRemark.OldButton));
    }

    [Test]
    public async Task A_model_hidden_while_it_is_filled_in_is_answered_with_others_and_nothing_is_lost()
    {
        var (card, other) = (Card("one", Prompt(), Choice("size", "S", "L")), Card("two", Prompt()));
        await Begin(card, other);
        await Say("a cat");
        Shop.Catalog.Current = Catalog(card with { Status = ModelStatus.HiddenByOperator }, other);
        (await Press("size", "S")).ShouldBeOfType<WizardView.Unavailable>().Alternatives.ShouldHaveSingleItem().Id.ShouldBe(other.Id);

        Shop.Catalog.Current = Catalog(card, other);
        (await Press("size", "S")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["prompt"].ShouldBe(new TextValue("a cat"));
    }

    [Test]
    public async Task A_model_hidden_at_the_last_moment_is_not_charged()
    {
        var (card, other) = (Card("one", Prompt()), Card("two", Prompt()));
        await Begin(card, other);
        var confirm = (await Say("a cat")).ShouldBeOfType<WizardView.Confirm>();
        Shop.Catalog.Current = Catalog(card with { Status = ModelStatus.HiddenByOperator }, other);
        (await Shop.Confirm(_user, confirm.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>().Reason.ShouldBe(ConfirmRefusal.ModelUnavailable);
        (await Shop.Balance(_user)).Available.ShouldBe(Money.Rubles(100));
        await Shop.MoneyAgrees();
    }

    [Test]
    public async Task A_model_that_changes_while_it_is_filled_in_keeps_what_still_fits_and_asks_what_is_new()
    {
        await Begin(Card("one", Prompt(), Choice("size", "S", "L"), Choice("old", "a", "b")));
        await Say("a cat");
        await Press("size", "L");
        Shop.Catalog.Current = Catalog(Card("one", Prompt(), Choice("size", "S", "L"), Choice("tone", "warm", "cold")));
        var view = (await Press("old", "a")).ShouldBeOfType<WizardView.Ask>();
        (view.Field.Name, view.Remark).ShouldBe(("tone", WizardRemark.OldButton));
        var confirm = (await Press("tone", "warm")).ShouldBeOfType<WizardView.Confirm>();
        (confirm.Draft.Values["prompt"], confirm.Draft.Values["size"]).ShouldBe((new TextValue("a cat"), new TextValue("L")));
    }

    [Test]
    public async Task A_choice_that_is_gone_is_asked_again_and_the_rest_is_kept()
    {
        await Begin(Card("one", Prompt(), Choice("size", "S", "L")));
        await Say("a cat");
        var confirm = (await Press("size", "L")).ShouldBeOfType<WizardView.Confirm>();
        Shop.Catalog.Current = Catalog(Card("one", Prompt(), Choice("size", "S", "M")));
        var refused = (await Shop.Confirm(_user, confirm.Draft.Id)).ShouldBeOfType<ConfirmResult.Refused>();
        (refused.Reason, (await Shop.Send(new ShowDraft(_user))).ShouldBeOfType<WizardView.Ask>().Field.Name).ShouldBe((ConfirmRefusal.InputsIncomplete, "size"));
        (await Press("size", "M")).ShouldBeOfType<WizardView.Confirm>().Draft.Values["prompt"].ShouldBe(new TextValue("a cat"));
    }

    private static NumberField Count(int min, int max) =>
        new() { Name = "count", Label = Label, IsRequired = true, IsInteger = true, Min = min, Max = max };

    private static DialogueField Dialogue() => new()
    {
        Name = "dialogue",
        Label = Label,
        IsRequired = true,
        ItemsMax = 3,
        LengthMax = 100,
        Voices = [new Choice("v1", new LocalText("James", "James")), new Choice("v2", new LocalText("Sarah", "Sarah"))],
    };

    private static TextListField Lines() => new() { Name = "lines", Label = Label, IsRequired = true, ItemsMax = 4, LengthMax = 20 };

    private Task<WizardView> Begin(params Field[] fields) => Begin(Card("test", fields));

    private Task<WizardView> Begin(params ModelCard[] cards)
    {
        Shop.Catalog.Current = Catalog(cards);
        return Shop.Send(new BeginDraft(_user, cards[0].Id));
    }

    private Task<WizardView> Say(string text) => Shop.Send(new AnswerField(_user, null, text));

    private Task<WizardView> Press(string field, string token) => Shop.Send(new AnswerField(_user, field, token));

    private Task<WizardView> Send(MediaItem item, bool isPhoto = true) => Shop.Send(new AddFile(_user, item, isPhoto));

    private Task<WizardView> Done(string field) => Shop.Send(new FinishFiles(_user, StartOver: false, field));
}
