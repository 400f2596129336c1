using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>What people write and send without choosing anything before, and how they find a model by a word.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FindStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await Shop.Running;

    [TestCase("ru", "кот в космосе 9:16", "Z-Image · бесплатно", "Создать бесплатно")]
    [TestCase("en", "a cat in space 9:16", "Z-Image · free", "Create for free")]
    public async Task A_sentence_and_one_tap_lead_to_the_price_card_with_everything_in(string language, string sentence, string first, string create)
    {
        var anna = await Known(language);
        await anna.Say(sentence);
        var card = await anna.Sees(language == "ru" ? $"«{sentence}»" : $"“{sentence}”");
        card.Buttons.First().Label.ShouldContain(first);
        card.Buttons.Count(button => button.Data.StartsWith("take:", StringComparison.Ordinal)).ShouldBe(3);
        await anna.Press(first);
        var price = await anna.Sees("9:16");
        price.Text.ShouldContain(sentence);
        await anna.Press(create);
        await anna.Receives("photo");
    }

    [Test]
    public async Task A_photo_alone_is_kept_and_the_words_that_follow_say_what_to_do_with_it()
    {
        var boris = await Known("ru");
        await boris.SendPhoto(Pictures.Png(640, 640));
        (await boris.Sees("Что с этим сделать?")).Buttons.Count(button => button.Data.StartsWith("take:", StringComparison.Ordinal)).ShouldBe(3);
        await boris.Say("убери фон");
        await boris.Sees("«убери фон»");
        await boris.Press("Recraft");
        (await boris.Sees("Цена: ")).Buttons.ShouldContain(button => button.Data.StartsWith("confirm_generate:", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_photo_with_words_under_it_is_never_asked_for_again()
    {
        var vera = await Known("ru");
        await vera.SendPhoto(Pictures.Png(640, 640), "оживи, 10 секунд");
        await vera.Sees("«оживи, 10 секунд»");
        await vera.Press("Kling 2.6");
        var price = await vera.Sees("Цена: ");
        price.Text.ShouldContain("10");
    }

    [Test]
    public async Task The_sentence_may_come_before_its_photo()
    {
        var gleb = await Known("ru");
        await gleb.Say("оживи фото");
        await gleb.Sees("Пришлите фото");
        await gleb.SendPhoto(Pictures.Png(640, 640));
        (await gleb.Sees("📎 1")).Text.ShouldContain("«оживи фото»");
    }

    [Test]
    public async Task The_photos_of_an_album_are_one_wish()
    {
        var dana = await Known("en");
        foreach (var name in new[] { "a.png", "b.png" })
        {
            await dana.SendFile("photo", Pictures.Png(640, 640), name, "image/png", album: "frames");
        }

        var card = await dana.Sees("📎 2");
        card.Buttons.First().Label.ShouldContain("Video between frames");
        await dana.Click(card.Id, card.Buttons.First().Data);
        await Eventually.Holds("only the words are asked", async () => !(await dana.FromBot())[^1].Text.Contains("📎 2", StringComparison.Ordinal));
        await dana.Say("a slow morning");
        (await dana.Sees("Price: ")).Text.ShouldContain("a slow morning");
    }

    [Test]
    public async Task A_voice_message_is_answered_with_what_to_do_while_nobody_can_listen()
    {
        var egor = await Known("ru");
        await egor.SendFile("voice", Sounds.Wav(2), "", "audio/ogg");
        (await egor.Sees("Голосовое получил")).Buttons.ShouldNotBeEmpty();
    }

    [Test]
    public async Task A_voice_message_is_written_down_for_its_price_and_then_taken_as_words()
    {
        using var cards = CardFolder.Unblocking("elevenlabs/elevenlabs-speech-to-text.json");
        await using var shop = await RunningShop.Open(("CATALOG_DIR", cards.Path));
        var fedor = shop.NewCustomer();
        await fedor.Say("/start");
        await fedor.Reads("добро пожаловать");
        await fedor.SendFile("voice", Sounds.Wav(2), "", "audio/wav");
        (await fedor.Sees("Расшифруйте голосовое")).Buttons.First().Label.ShouldContain("₽");
        await fedor.Press("ElevenLabs Scribe");
        await fedor.Sees("Цена: ");
        await fedor.Press("Создать за");
        await fedor.Press("Создать по этим словам");
        await fedor.Sees("«This is the sandbox");
    }

    [TestCase("ru", "/find клингг", "Kling")]
    [TestCase("ru", "клинг", "Kling")]
    [TestCase("en", "kling", "Kling")]
    [TestCase("ru", "/find нано банана", "Nano Banana")]
    public async Task A_model_is_found_by_its_name_however_it_is_typed(string language, string typed, string title)
    {
        var zoya = await Known(language);
        await zoya.Say(typed);
        (await zoya.Sees("🔎")).Buttons.First().Label.ShouldStartWith(title);
    }

    [Test]
    public async Task What_was_found_is_leafed_through_and_the_card_leads_back_to_the_same_page()
    {
        var ilya = await Known("ru");
        await ilya.Press("🔎 Найти");
        await ilya.Sees("Что ищем?");
        await ilya.Say("kling");
        var first = await ilya.Sees("🔎");
        var second = first.Buttons.Single(button => button.Label == "›").Data;
        await ilya.Click(first.Id, second);
        var card = await Eventually.Get("the second page", async () => (await ilya.FromBot())[^1] is { } last
            && last.Buttons.Any(button => button.Label == "‹") ? last.Buttons.First().Data : null);
        await ilya.Click(first.Id, card);
        await Eventually.Holds("the way back", async () => (await ilya.FromBot())[^1].Buttons.Any(button => button.Data == second));
    }

    [Test]
    public async Task What_nobody_sells_is_told_shortly_with_the_way_on()
    {
        var kira = await Known("ru");
        await kira.Say("/find ыыыыыыы");
        (await kira.Sees("ничего нет")).Buttons.Select(button => button.Data).ShouldContain("show_all_models_list:1");
    }

    [Test]
    public async Task Cheaper_and_better_change_the_choice_and_keep_the_wish()
    {
        var lev = await Known("ru");
        await lev.Say("видео: волны, 10 секунд");
        var fitting = (await lev.Sees("«видео: волны, 10 секунд»")).Buttons.First().Data;
        await lev.Press("Лучше");
        var better = await lev.Sees("Старшие модели");
        better.Text.ShouldContain("«видео: волны, 10 секунд»");
        better.Buttons.First().Data.ShouldNotBe(fitting);
        await lev.Press("Дешевле");
        await lev.Sees("Самые доступные");
    }

    [TestCase("спасибо!", "Всегда рады")]
    [TestCase("привет", "Здравствуйте")]
    [TestCase("???", "Напишите, что создать")]
    [TestCase("где мои деньги", "за неудачу возвращаются")]
    [TestCase("как пополнить", "Пополнить можно")]
    public async Task What_is_only_said_is_answered_shortly_and_orders_nothing(string said, string answer)
    {
        var maya = await Known("ru");
        await maya.Say(said);
        var screen = await maya.Sees(answer);
        screen.Buttons.Count().ShouldBeLessThanOrEqualTo(4);
        screen.Buttons.ShouldNotContain(button => button.Data.StartsWith("take:", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_file_that_is_too_large_is_told_at_once()
    {
        var nina = await Known("ru");
        await nina.SendFile("video", new byte[21 * 1024 * 1024], "long.mp4", "video/mp4");
        await nina.Sees("больше 20 МБ");
    }

    [Test]
    public async Task A_proposal_outlives_a_restart_and_may_be_pressed_twice()
    {
        await using var shop = await RunningShop.Open();
        var olga = shop.NewCustomer();
        await olga.Say("/start");
        await olga.Reads("добро пожаловать");
        await olga.Say("маяк в тумане");
        await olga.Sees("«маяк в тумане»");
        var (message, data) = await olga.Button("Z-Image");
        await shop.Restart();
        await olga.Click(message, data);
        await olga.Sees("Цена: ");
        await olga.Click(message, data);
        await olga.PressesAreAnswered();
        await olga.Press("Создать бесплатно");
        await olga.Receives("photo");
    }

    private async Task<Customer> Known(string language)
    {
        var customer = _shop.NewCustomer(language: language);
        await customer.Say("/start");
        await customer.Reads(language == "ru" ? "добро пожаловать" : "welcome");
        await customer.Say("/menu");
        await customer.Sees(language == "ru" ? "Что создаём?" : "What shall we create?");
        return customer;
    }
}
