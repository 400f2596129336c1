using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Testing;
using Trt.Testing.Shop;
using static Trt.Application.Tests.Drafts.TestCards;

namespace Trt.Application.Tests.Drafts;

/// <summary>An order that begins with a result of an earlier one.</summary>
public sealed class GoOnTests : ShopTest
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(20);

    private static readonly ModelCard Picture = Card("picture", Prompt());

    private static readonly ModelCard Film = Card("film", Images("first_frame", 1) with { IsRequired = true }, Prompt()) with
    {
        Type = GenerationType.ImageToVideo,
        Output = OutputKind.Video,
    };

    private static readonly ModelCard Picky = Card("picky", Images("image", 1) with { IsRequired = true, BytesMax = 10 }) with
    {
        Type = GenerationType.ImageUpscale,
    };

    private static readonly ModelCard Other = Card("other", Images("photos", 2), new TextField { Name = "text", Label = Label, IsRequired = true, LengthMax = 1000 });

    private UserId _user;

    protected override Task<TestShop> OpenShop() => TestShop.Open(catalog: Catalog(Picture, Film, Picky, Other));

    [SetUp]
    public async Task Come() => _user = await Shop.NewCustomer(1000);

    [Test]
    public async Task The_result_is_filled_in_and_leaves_with_the_order()
    {
        var made = await Made();
        (await Go(made, Film)).ShouldBeOfType<WizardView.Ask>().Field.Name.ShouldBe("prompt");
        var confirm = (await Shop.Send(new AnswerField(_user, null, "it waves"))).ShouldBeOfType<WizardView.Confirm>();
        await Shop.Confirm(_user, confirm.Draft.Id);
        await Shop.RunDue(Lane.Submit);
        var order = Shop.Provider.Orders.Last();
        var file = order.Inputs["first_frame"].ShouldBeOfType<MediaValue>().Items.ShouldHaveSingleItem();
        (file.Made, file.Width, file.MimeType).ShouldBe((new MadeFile(made, 0), 64, "image/png"));
        order.Uploads.ShouldContainKey(file.FileId);
    }

    [Test]
    public async Task When_it_is_gone_where_it_was_made_the_copy_in_the_chat_is_taken()
    {
        var made = await Made();
        Shop.Probe.Content = null;
        Shop.Provider.UsualReading = new TaskReading.Missing("404");
        Shop.Files.Contents["file"] = Pictures.Png(80, 60);
        await Go(made, Film);
        var confirm = (await Shop.Send(new AnswerField(_user, null, "it waves"))).ShouldBeOfType<WizardView.Confirm>();
        ((MediaValue)confirm.Draft.Values["first_frame"]).Items[0].Width.ShouldBe(80);
    }

    [Test]
    public async Task When_nothing_is_left_of_it_it_is_asked_for_with_why()
    {
        var made = await Made();
        Shop.Probe.Content = null;
        Shop.Provider.UsualReading = new TaskReading.Missing("404");
        Shop.Files.Lost.Add("file");
        var ask = (await Go(made, Film)).ShouldBeOfType<WizardView.Ask>();
        (ask.Field.Name, ask.Problems.ShouldHaveSingleItem().Code).ShouldBe(("first_frame", ProblemCode.FileNotReached));
    }

    [Test]
    public async Task What_the_model_does_not_take_is_said_at_once()
    {
        var ask = (await Go(await Made(), Picky)).ShouldBeOfType<WizardView.Ask>();
        (ask.Field.Name, ask.Problems.ShouldHaveSingleItem().Code).ShouldBe(("image", ProblemCode.FileTooLarge));
    }

    [Test]
    public async Task A_strangers_result_a_deleted_one_and_a_piece_that_is_not_there_begin_nothing()
    {
        var made = await Made();
        (await Shop.Send(new GoOn(await Shop.NewCustomer(), made, 1, Film.Id.Key))).ShouldBeOfType<WizardView.Nothing>();
        (await Shop.Send(new GoOn(_user, made, 2, Film.Id.Key))).ShouldBeOfType<WizardView.Nothing>();
        (await Shop.Send(new GoOn(_user, made, 1, "no such"))).ShouldBeOfType<WizardView.Nothing>();
        await Shop.Send(new DeleteWork(_user, made));
        (await Go(made, Film)).ShouldBeOfType<WizardView.Nothing>();
    }

    [Test]
    public async Task Another_model_takes_the_words_and_the_files_by_what_they_are()
    {
        var made = await Made();
        await Go(made, Film);
        var confirm = (await Shop.Send(new AnswerField(_user, null, "it waves"))).ShouldBeOfType<WizardView.Confirm>();
        await Shop.Confirm(_user, confirm.Draft.Id);
        var taken = (await Shop.Send(new OrderElsewhere(_user, confirm.Draft.Id, Other.Id.Key))).ShouldBeOfType<WizardView.Confirm>();
        taken.Draft.Values["text"].ShouldBe(new TextValue("it waves"));
        ((MediaValue)taken.Draft.Values["photos"]).Items.ShouldHaveSingleItem().Made.ShouldBe(new MadeFile(made, 0));
    }

    [Test]
    public async Task Other_words_are_asked_and_the_old_ones_stay_until_they_come()
    {
        var made = await Made();
        var ask = (await Shop.Send(new RewordGeneration(_user, made))).ShouldBeOfType<WizardView.Ask>();
        (ask.Field.Name, ask.IsEditing).ShouldBe(("prompt", true));
        var back = (await Shop.Send(new StepBack(_user))).ShouldBeOfType<WizardView.Confirm>();
        back.Draft.Values["prompt"].ShouldBe(new TextValue("a lighthouse"));
    }

    [Test]
    public void The_steps_follow_from_the_cards()
    {
        var steps = NextSteps.After(Shop.Catalog.Current, Picture, OutputKind.Image);
        steps.Select(step => (step.Type, step.First.Id)).ShouldBe([(GenerationType.ImageToVideo, Film.Id), (GenerationType.ImageUpscale, Picky.Id)]);
        NextSteps.After(Shop.Catalog.Current, Picky, OutputKind.Image).ShouldNotContain(step => step.Type == GenerationType.ImageUpscale);
        NextSteps.After(Catalog(Picture, Film with { Status = ModelStatus.Paused }), Picture, OutputKind.Image).ShouldBeEmpty();
    }

    private Task<WizardView> Go(GenerationId made, ModelCard next) => Shop.Send(new GoOn(_user, made, 1, next.Id.Key));

    private async Task<GenerationId> Made()
    {
        var view = await Shop.Draft(_user, "picture", ("prompt", "a lighthouse"));
        await Shop.Confirm(_user, view.Draft.Id);
        await Shop.Pass(AMoment);
        (await Shop.Generation(view.Draft.Id)).Status.ShouldBe(GenerationStatus.Delivered);
        return view.Draft.Id;
    }
}
