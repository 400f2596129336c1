using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Whatever people send, they get an answer that says what to do, and nothing is lost.</summary>
public sealed class BadInputStories
{
    private RunningShop _shop = null!;
    private Customer _anna = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.Running;
        _anna = _shop.NewCustomer();
        await _anna.Say("/start");
        await _anna.Reads("добро пожаловать");
    }

    [TearDown]
    public Task NoPressWaits() => _anna.PressesAreAnswered();

    [TestCase("garbage")]
    [TestCase("model:no/such-model")]
    [TestCase("select_model:no/such-model")]
    [TestCase("confirm_generate:AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("confirm_generate:-1")]
    [TestCase("set_param:prompt")]
    [TestCase("gen_type:text-to-nothing")]
    [TestCase("gen_view:AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("cancel:AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("my_generations:99999999999999999999")]
    [TestCase(":::")]
    [TestCase("'; DROP TABLE wallets; --")]
    [Property("Case", 80)]
    public async Task Any_button_is_answered(string data)
    {
        var before = (await _anna.FromBot())[^1];
        await _anna.Click(before.Id, data);
        await Eventually.Holds("an answer or another screen", async () =>
            await _anna.UnansweredPresses() == 0 && (await _anna.FromBot()).Count > 0);
    }

    [Test]
    public async Task An_unknown_button_gets_a_word_and_a_fresh_menu()
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, "button_of_2019");
        await _anna.Reads("Что создаём?");
        await Eventually.Holds("a word to the press", async () =>
            (await _anna.Chat()).GetProperty("presses").EnumerateArray().Last().TryGetProperty("text", out var text)
            && text.GetString() == "Не понял нажатие, обновил меню.");
    }

    [Test]
    [Property("Case", 70)]
    public async Task A_photo_where_a_text_is_due_and_a_text_where_a_button_is_due_are_explained()
    {
        await Begin("z-image");
        await _anna.SendPhoto(Pictures.Png(10, 10));
        await _anna.Reads("Сейчас нужен текст");
        await _anna.Say("Маяк");
        await _anna.Sees("Шаг 2/2");
        await _anna.Say("квадрат");
        await _anna.Reads("Выберите один из предложенных вариантов");
        await _anna.Press("1:1");
        await _anna.Sees("всё готово");
        await _anna.Say("ещё что-то");
        await _anna.Reads("Заменить «Описание» на новое? ещё что-то");
    }

    [Test]
    [Property("Case", 75)]
    public async Task A_text_of_fifty_kilobytes_is_refused_with_the_limit_and_the_step_stays()
    {
        await Begin("z-image");
        await _anna.Say(new string('я', 25_000));
        await _anna.Reads("Слишком длинно: можно до 1000 символов, у вас 25000.");
        await Eventually.Holds("the question is open", async () => (await _anna.FromBot())[^1].Text.Contains("Шаг 1/2", StringComparison.Ordinal));
    }

    [Test]
    [Property("Case", 76)]
    public async Task A_file_of_thirty_megabytes_is_refused_with_the_true_limit()
    {
        await Begin("nano-banana-pro");
        await _anna.SendFile("document", new byte[30 * 1024 * 1024], "huge.png", "image/png");
        await _anna.Reads("Файл слишком большой: можно до 20 МБ, у вас 30 МБ.");
    }

    [Test]
    public async Task A_document_of_an_unusable_kind_is_explained()
    {
        await Begin("nano-banana-pro");
        await _anna.SendFile("document", [1, 2, 3], "plan.pdf", "application/pdf");
        await _anna.Sees("Шаг 1/3");
        await _anna.SendFile("document", [.. "II*\0"u8, 8, 0, 0, 0], "photo.tiff", "image/tiff");
        await _anna.Reads("Этот файл не открывается");
    }

    [Test]
    [Property("Case", 68)]
    public async Task Stickers_contacts_and_places_get_a_hint_and_the_step_stays()
    {
        await Begin("z-image");
        await _anna.SendFile("sticker", Pictures.Png(10, 10), "x", "image/webp");
        await _anna.Sees("здесь не нужны");
        await _shop.Post("media", new { chat_id = _anna.Id, kind = "contact", phone_number = "+70000000000" });
        await _anna.Sees("здесь не нужны");
        await _shop.Post("media", new { chat_id = _anna.Id, kind = "location", latitude = 55.75, longitude = 37.6 });
        await _anna.Sees("здесь не нужны");

        await _anna.Say("Маяк");
        await _anna.Sees("Шаг 2/2");
    }

    [Test]
    public async Task A_command_inside_the_wizard_is_a_command()
    {
        await Begin("z-image");
        await _anna.Say("/balance");
        await _anna.Reads("Баланс: 300 ₽");
        await _anna.Say("/cancel");
        await _anna.Reads("Отменили");
        await _anna.Say("/cancel");
        await _anna.Reads("Нет начатого заказа");
        await _anna.Say("/nonsense");
        await _anna.Reads("Такой команды нет");
    }

    [Test]
    public async Task Two_presses_of_confirm_at_once_make_one_order()
    {
        await Begin("z-image");
        await _anna.Say("Маяк");
        await _anna.Press("1:1");
        var (messageId, data) = await _anna.Button("Создать бесплатно");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _anna.Click(messageId, data)));
        await _anna.Receives("photo");
        await _anna.Reads("Осталось сегодня: 4");
        (await _shop.Books.Orders(_anna)).ShouldBe(1);
    }

    [Test]
    [Property("Case", 69)]
    public async Task A_name_full_of_markup_is_shown_as_it_is()
    {
        var eve = _shop.NewCustomer("<a href=\"https://evil\">Ева</a> & ‮olleh 👩‍👩‍👧");
        await eve.Say("/start");
        var welcome = await eve.Reads("<a href=\"https://evil\">Ева</a> &");
        welcome.Json.GetProperty("entities").EnumerateArray().ShouldAllBe(entity => entity.GetProperty("type").GetString() != "text_link");
    }

    [Test]
    public async Task English_speakers_are_spoken_to_in_English_and_may_change_it()
    {
        var john = _shop.NewCustomer("John", "en");
        await john.Say("/start");
        await john.Reads("welcome");
        await john.Press("Mine");
        await john.Press("Русский");
        await john.Reads("Что создаём?");
        await john.Say("/language");
        await john.Reads("Язык · Language");
        await john.Say("/balance");
        await john.Reads("Баланс");
    }

    private async Task Begin(string model)
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, $"select_model:{model}");
        await _anna.Sees("Шаг 1/");
    }
}
