using System.Text;
using Trt.Api.Bot.Routes;
using Trt.Application.Generations;
using Trt.Application.Payments.Transfers;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Domain.Growth;
using Trt.Domain.Payments;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Api.Tests.Bot;

public sealed class RouteTests
{
    private static readonly GenerationId Id = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private static readonly HistoryPlace Place = new(1000, new HistoryFilter(IsFavourites: true, IsSearch: true));

    private static IEnumerable<Route> Every() =>
    [
        new BeginWaitingRoute(new ModelId("google/nano-banana")), new TakeAskRoute(new UserId((1L << 52) - 1), 9_999_999, new ModelId(new string('m', 41))), new TakeAskRoute(new UserId(7), 1, new ModelId("google/nano-banana")), new ConfirmAskRoute(new UserId((1L << 52) - 1), Id, new Money(long.MaxValue)), new DropAskRoute(new UserId(7)), new DropAskRoute(new UserId(7), Id),
        new SeekRoute(), new HeardRoute(Id), new FoundRoute(7, 2), .. Enum.GetValues<Lean>().Select(lean => new WishRoute(9_999_999, lean)), new MainMenuRoute(), new MineRoute(), .. Enumerable.Range(1, 4).Select(page => new TutorialRoute(page)), new BeginAgainRoute(), .. Enum.GetValues<Intent>().Select(intent => new IntentRoute(intent)), new ComeInRoute(StartParameter.InvitationBy(new UserId(7))), new ComeInRoute($"utm_{new string('a', 57)}"), new FreeModelsRoute(2), new AllModelsRoute(3), new SkipRoute(), new SkipRoute("prompt"), new TakeCaptionRoute(), new PickEarlierRoute("task_id", Id, 2), new FilesDoneRoute(), new FilesDoneRoute("prompt"), new FilesAnewRoute(), new FilesAnewRoute("prompt"),
        new StepBackRoute(), new MoreSettingsRoute(), new ShowDraftRoute(), new ConfirmRoute(Id), new ConfirmRoute(Id, Money.Zero), new ConfirmRoute(Id, new Money(long.MaxValue)), new WaitRoute(Id), new WaitRoute(Id, new Money(long.MaxValue)), new CancelDraftRoute(), new CancelGenerationRoute(Id),
        new StatusRoute(Id), new RepeatRoute(Id), new HistoryRoute(), new HistoryRoute(Place), new GenerationRoute(Id), new GenerationRoute(Id, Place), new WorkRoute(Id, Place), new SearchHistoryRoute(),
        new FavouriteRoute(Id, true), new FavouriteRoute(Id, false, Place), new DeleteRoute(Id, false, Place), new DeleteRoute(Id, true, Place), new MoreRoute(Id), new RewordRoute(Id), new VaryRoute(Id, 4), new NewsRoute(), new NewsRoute(true), new NewsRoute(false), new ZonesRoute(), new ZoneRoute(-11), new ZoneRoute(12),
        .. Enum.GetValues<GenerationType>().Select(type => new NextModelsRoute(Id, type)), .. Catalog.Cards.SelectMany(card => (Route[])[new GoOnRoute(Id, 0, card.Id.Key), new GoOnRoute(Id, 50, card.Id.Key), new ElsewhereRoute(Id, card.Id.Key)]),
        new ResendRoute(Id), new OriginalsRoute(Id), new ReceiptRoute(Id), new ReceiptsRoute(2), new BalanceRoute(), new HelpRoute(),
        new TopUpRoute(), new TopUpAmountRoute(50), new TopUpAmountRoute(50_000), new TopUpCustomRoute(), new PayStarsRoute(150), new PayInvoiceRoute(150),
        new CancelPaymentRoute(new PaymentId(Id.Value)), new PayBankCardRoute(150), new PayTransferRoute(150),
        new TransferSentRoute(new PaymentId(Id.Value)), new ApproveRoute(new PaymentId(Id.Value)), new OtherAmountRoute(new PaymentId(Id.Value)),
        new RejectRoute(new PaymentId(Id.Value)), new RejectForRoute(new PaymentId(Id.Value), null), new ShowCaseRoute(new PaymentId(Id.Value)),
        .. Enum.GetValues<TransferRefusal>().Select(reason => new RejectForRoute(new PaymentId(Id.Value), reason)),
        new InviteRoute(), new PromoRoute(), new GiftRoute(),
        new LanguageRoute(Language.Russian), new LanguageRoute(Language.English), new NowhereRoute(),
        new DuelRoute(), new DuelPageRoute(4), new DuelOverRoute(), new DuelOfResultRoute(Id), new WinnerRoute(Id), .. Enum.GetValues<Lean>().Select(lean => new DuelOfWishRoute(9_999_999, lean)),
        .. Enum.GetValues<GenerationType>().Select(type => new DuelOfTypeRoute(type)), .. Catalog.Cards.SelectMany(card => (Route[])[new EntrantRoute(card.Id.Key, true, 99), new EntrantRoute(card.Id.Key, false, 1), new GoOnRecipeRoute(Id, 50, card.Id.Key)]),
        new RecipesRoute(), new OwnRecipesRoute(7), new RecipeCardRoute(new string('-', 40)), new StartRecipeRoute(new string('_', 40)), new TakeExampleRoute(9_999_999, 19), new QuitRecipeRoute(), new GoOnRecipeRoute(Id, 1), new StepModelsRoute(Id), new RetryStepRoute(Id), new StopRecipeRoute(Id),
        new SaveRecipeRoute(Id), new KeepRecipeRoute(Id, true), new KeepRecipeRoute(Id, false), new NameRecipeRoute(9_999_999), new ShareRecipeRoute(9_999_999), .. Enum.GetValues<RecipeSharing>().Select(sharing => new ShareRecipeRoute(9_999_999, sharing)), new DropRecipeRoute(7, true), new DropRecipeRoute(7, false),
        .. AdminRoutes.Every(),
        .. Catalog.Cards.Select(card => new BeginWaitingRoute(card.Id)),
        new MyDataRoute(), new VanishRoute(true), new VanishRoute(false), new ArchiveRoute(), new EraseRoute(), new EraseSureRoute(), new EraseGoRoute(Money.Zero), new EraseGoRoute(new Money(long.MaxValue)), new ForgetRoute(Id, Place),
        .. Enum.GetValues<GenerationType>().Select(type => new ModelsOfTypeRoute(type, 2)),
        .. Catalog.Cards.SelectMany(card => (Route[])[new ModelRoute(card.Id), .. Enum.GetValues<ModelShelf>().Select(shelf => new ModelRoute(card.Id, new ShelfPlace(shelf, 99))), new ModelRoute(card.Id, new ShelfPlace(ModelShelf.All, 999, 9_999_999)), new TakeWishRoute(9_999_999, card.Id), new BeginRoute(card.Id), new FirstPictureRoute(card.Id)]),
        .. Catalog.Cards.SelectMany(card => card.Inputs.Fields.Where(field => !field.IsHidden).SelectMany(field => new Route[] { new EditRoute(field.Name), new ChoicesRoute(field.Name, 2), new SkipRoute(field.Name), new FilesDoneRoute(field.Name) })),
        .. Catalog.Cards.SelectMany(card => card.Inputs.Fields.OfType<DialogueField>().SelectMany(field => field.Voices.Select(voice => new ChooseRoute(field.Name, voice.Token)))),
        .. Catalog.Cards.SelectMany(card => card.Inputs.Fields.OfType<ChoiceField>().SelectMany(field => field.Choices.Select(choice => new ChooseRoute(field.Name, choice.Token)))),
    ];

    [Test]
    [Property("Case", 63)]
    public void Every_button_of_every_model_fits_and_leads_back_to_its_route()
    {
        foreach (var route in Every())
        {
            Encoding.UTF8.GetByteCount(route.Data).ShouldBeLessThanOrEqualTo(Route.DataBytesMax);
            RouteTable.Read(route.Data).ShouldBe(route, route.Data);
        }
    }

    [Test]
    public void Every_name_in_the_table_has_a_route_that_makes_it() =>
        Every().Select(route => route.Name).Distinct().ShouldBe(RouteTable.Names, ignoreOrder: true);

    [Test]
    public void Every_kind_of_route_is_in_this_inventory() =>
        Every().Select(route => route.GetType()).Distinct().ShouldBe(
            typeof(Route).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Route))), ignoreOrder: true);

    [Test]
    [Property("Case", 67)]
    public void Choices_that_differ_have_buttons_that_differ()
    {
        foreach (var card in Catalog.Cards)
        {
            foreach (var field in card.Inputs.Fields.OfType<ChoiceField>())
            {
                field.Choices.Select(choice => choice.Token).ShouldBeUnique($"{card.Id} {field.Name}");
            }
        }
    }

    [Test]
    [Property("Case", 37)]
    public void No_two_models_of_a_shelf_are_called_alike()
    {
        foreach (var shelf in Catalog.Cards.Where(card => card.IsOffered).GroupBy(card => card.Type).Append(Catalog.OfferedFree.GroupBy(_ => default(GenerationType)).Single()))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                shelf.Select(card => card.Title.In(language)).ShouldBeUnique($"{shelf.Key} in {language}");
            }
        }
    }

    /// <summary>The buttons that the shop's former life left in people's chats.</summary>
    [TestCase("add_audio", "add_image", "admin_add", "admin_back_to_admin", "admin_broadcast", "admin_broadcast_stats", "admin_config_check",
        "admin_create_broadcast", "admin_payments_back", "admin_promocodes", "admin_search", "admin_set_currency_rate", "admin_settings", "admin_stats",
        "admin_test_ocr", "admin_user_mode", "admin_view_generations", "all_models", "back_to_confirmation", "back_to_menu", "back_to_previous_step",
        "cancel", "check_balance", "claim_gift", "confirm_generate", "copy_bot", "free_tools", "generate_again", "help_menu", "image_done",
        "my_generations", "other_models", "referral_info", "reset_step", "show_all_models_list", "show_models", "show_parameters", "skip_audio",
        "skip_image", "support_contact", "topup_balance", "topup_custom", "tutorial_complete", "tutorial_start", "tutorial_step1", "tutorial_step2",
        "tutorial_step3", "tutorial_step4", "view_payment_screenshots", "payment_screenshot_nav:next", "payment_screenshot_nav:prev",
        "set_language:en", "set_language:ru", "topup_amount:50", "topup_amount:100", "topup_amount:150")]
    public void The_fifty_six_old_buttons_still_lead_somewhere(params string[] old)
    {
        old.Length.ShouldBe(56);
        foreach (var data in old)
        {
            RouteTable.Read(data).ShouldNotBeNull(data);
        }
    }

    /// <summary>What the ancestor wrote before a value, and its buttons for whole shelves: each leads to what took over its purpose.</summary>
    [TestCase("m:z-image", "model:z-image")]
    [TestCase("info:z-image", "model:z-image")]
    [TestCase("example:z-image", "model:z-image")]
    [TestCase("sel:z-image", "select_model:z-image")]
    [TestCase("start:z-image", "select_model:z-image")]
    [TestCase("select_mode:wan/2-7-image:1", "select_model:wan/2-7-image")]
    [TestCase("gen:z-image", "select_model:z-image")]
    [TestCase("retry_generate:z-image", "select_model:z-image")]
    [TestCase("retry_delivery:0123456789abcdef", "my_generations:1")]
    [TestCase("gen_history:7:next", "my_generations:1")]
    [TestCase("confirm_param:aspect_ratio:16:9", "set_param:aspect_ratio:16:9")]
    [TestCase("type_header:text-to-video", "gen_type:text-to-video:1")]
    [TestCase("type_header:other", "noop")]
    [TestCase("category:video", "cat:video")]
    [TestCase("category:nobody-knows", "show_all_models_list:1")]
    [TestCase("sku:z-image", "free_tools:1")]
    [TestCase("cat:enhance", "cat:enhance")]
    [TestCase("cat:avatar", "cat:video")]
    [TestCase("fast_tools", "free_tools:1")]
    [TestCase("special_tools", "cat:enhance")]
    [TestCase("generate_again", "generate_again")]
    [TestCase("tutorial_start", "tutorial:1")]
    [TestCase("tutorial_step3", "tutorial:3")]
    [TestCase("show_models", "show_all_models_list:1")]
    [TestCase("back_to_models", "show_all_models_list:1")]
    [TestCase("menu:balance", "check_balance")]
    [TestCase("history:main", "my_generations:1")]
    [TestCase("admin_settings", "admin_set")]
    [TestCase("admin_moved:Settings", "admin_set")]
    [TestCase("admin_broadcast", "admin_bc:1")]
    [TestCase("admin_broadcast_stats", "admin_bc:1")]
    [TestCase("admin_moved:Broadcasts", "admin_bc:1")]
    [TestCase("admin_create_broadcast", "admin_bc_draft")]
    [TestCase("admin_promocodes", "admin_promos:1")]
    [TestCase("admin_moved:PromoCodes", "admin_promos:1")]
    [TestCase("admin_config_check", "admin_moved:Checks")]
    [TestCase("admin_set_currency_rate", "admin_prices:1")]
    [TestCase("admin_test_ocr", "admin_transfers")]
    [TestCase("admin_payments_back", "admin_menu")]
    [TestCase("admin_user_mode", "main_menu")]
    [Property("Case", 60)]
    public void An_old_name_leads_to_its_purpose(string old, string now) => RouteTable.Read(old).ShouldNotBeNull().Data.ShouldBe(now);

    /// <summary>Nobody's button can name an amount that is no amount.</summary>
    [TestCase("topup_amount:-50")]
    [TestCase("topup_amount:٥٠")]
    [TestCase("topup_amount:1e9")]
    [TestCase("topup_amount:99999999999")]
    [TestCase("topup_amount")]
    [TestCase("pay_stars:NaN")]
    [TestCase("pay_stars:50.5")]
    [TestCase("pay_sbp:100")]
    [TestCase("pay_card:сто")]
    public void An_amount_that_cannot_be_read_leads_to_where_one_is_chosen(string data) => RouteTable.Read(data).ShouldBe(new TopUpRoute());

    [Test]
    public void Junk_of_up_to_sixty_four_bytes_is_read_as_something_harmless_or_as_nothing()
    {
        var random = new Random(4711);
        var names = RouteTable.Names.ToArray();
        for (var attempt = 0; attempt < 100_000; attempt++)
        {
            var junk = new byte[random.Next(Route.DataBytesMax)];
            random.NextBytes(junk);
            var data = random.Next(2) == 0
                ? Encoding.UTF8.GetString(junk)
                : string.Join(':', [names[random.Next(names.Length)], .. Encoding.Latin1.GetString(junk).Chunk(random.Next(2) == 0 ? 22 : 9).Select(piece => new string(piece))]);
            Should.NotThrow(() => RouteTable.Read(data), data);
        }
    }

    [TestCase("confirm_generate:{0}:-1")]
    [TestCase("confirm_generate:{0}:1e308")]
    [TestCase("confirm_generate:{0}:99999999999999999999")]
    [TestCase("confirm_generate:{0}:١٤١٤")]
    [TestCase("confirm_generate:{0}:0.01")]
    public void A_price_that_we_never_wrote_is_no_price(string data) =>
        RouteTable.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, data, new ConfirmRoute(Id).Data.Split(':')[1])).ShouldBe(new ConfirmRoute(Id));

    [TestCase("pay_cancel")]
    [TestCase("pay_cancel:short")]
    [TestCase("")]
    [TestCase("nothing")]
    [TestCase("model:")]
    [TestCase("gen_type:unknown")]
    [TestCase("status:short")]
    [TestCase("status:!!!!!!!!!!!!!!!!!!!!!!")]
    [TestCase("status:ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ")]
    [TestCase("cancel:======================")]
    [TestCase("gen_view:                      ")]
    [TestCase("set_language:xx")]
    public void What_we_never_wrote_leads_nowhere(string data) => RouteTable.Read(data).ShouldBeNull();
}
