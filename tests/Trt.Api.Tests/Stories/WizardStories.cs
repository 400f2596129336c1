using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Filling in an order: files, albums, many choices, settings that collide.</summary>
public sealed class WizardStories
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

    [Test]
    public async Task A_number_that_is_typed_has_its_price_beside_it_and_so_has_the_usual_one()
    {
        var anna = await _shop.Arrives();
        await anna.Chooses("elevenlabs/sound-effect-v2");
        await anna.Sees("Описание");
        await anna.Say("Дождь по крыше");
        (await anna.Sees("Напишите число от 0,5 до 22")).Text.ShouldContain("0,19 ₽ за секунду");
        await anna.Press("· 0,94 ₽");
        (await anna.Sees("всё готово")).Text.ShouldContain("0,94 ₽");
    }

    [Test]
    public async Task The_price_follows_the_measured_length_whatever_the_sender_claims()
    {
        await Begin("elevenlabs/audio-isolation");
        await _shop.Post("media", new { chat_id = _anna.Id, kind = "audio", base64 = Convert.ToBase64String(Sounds.Wav(90)), file_name = "talk.wav", mime = "audio/wav", duration = 5 });
        await _anna.Sees("Цена: 14,14 ₽");
    }

    [Test]
    [Property("Case", 5)]
    public async Task A_recording_whose_length_nobody_can_tell_is_refused_instead_of_sold()
    {
        await Begin("elevenlabs/audio-isolation");
        await _shop.Post("media", new { chat_id = _anna.Id, kind = "voice", base64 = Convert.ToBase64String("OggS and nothing else"u8), duration = 30 });
        await _anna.Sees("Не удалось определить длительность");
    }

    [Test]
    public async Task A_picture_under_a_wrong_name_is_taken_and_a_page_under_a_pictures_name_is_refused()
    {
        await Begin("nano-banana-pro");
        await _anna.SendFile("document", "<!doctype html><title>x</title>"u8.ToArray(), "cat.png", "image/png");
        await _anna.Sees("Этот файл не открывается");
        await _anna.SendFile("document", Pictures.Png(64, 64), "cat.jpg", "application/octet-stream");
        await _anna.Sees("Файл добавлен");
    }

    [Test]
    public async Task Of_an_album_that_is_too_large_the_first_are_taken_and_that_is_said_once()
    {
        await Begin("nano-banana-pro");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Photo(number, album: $"{_anna.Id}", caption: null)));
        await _anna.Sees("Взяли первые 8 из 10");
        await _anna.Sees("Шаг 1/3");
        await _anna.Say("Сделай коллаж");
        await _anna.Sees("Шаг 3/3");
        (await _anna.FromBot()).ShouldAllBe(message => !message.Text.Contains("Сейчас нужен текст", StringComparison.Ordinal));
    }

    [Test]
    public async Task An_album_with_words_under_it_answers_both_questions()
    {
        await Begin("nano-banana-pro");
        await Photo(0, album: $"{_anna.Id}", caption: "Сделай из этого открытку");
        await Photo(1, album: $"{_anna.Id}", caption: null);
        await _anna.Sees("Получено: 2 из 8");
        await _anna.Press("Готово");
        await _anna.Press("1K · 14,14 ₽");
        await _anna.Sees("Сделай из этого открытку");
        await _anna.Sees("2 файла");
    }

    [Test]
    public async Task An_album_that_arrives_all_at_once_keeps_the_words_under_one_of_its_photos()
    {
        await Begin("nano-banana-pro");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Photo(number, album: $"{_anna.Id}", caption: number == 3 ? "Собери коллаж" : null)));
        await _anna.Sees("Получено: 5 из 8");
        await _anna.Press("Готово");
        await _anna.Press("1K · 14,14 ₽");
        var confirm = await _anna.Sees("Собери коллаж");
        confirm.Text.ShouldContain("5 файлов");
    }

    [Test]
    public async Task Words_under_a_photo_that_comes_too_late_are_offered_in_place_of_the_text()
    {
        await Begin("nano-banana-pro");
        await _anna.Say("Маяк");
        await _anna.Press("Только текст");
        await _anna.Sees("Шаг 3/3");
        await Photo(0, album: $"{_anna.Id}", caption: "Лучше так: закат");
        (await _anna.Sees("Заменить «Описание»")).Text.ShouldContain("Выберите действие кнопкой ниже");
        await _anna.Press("1K · 14,14 ₽");
        await _anna.Sees("Лучше так: закат");
        await _anna.Press("Заменить");
        await Eventually.Holds("the caption is the text", async () =>
            (await _anna.FromBot())[^1].Text is var text && text.Contains("Лучше так: закат", StringComparison.Ordinal) && !text.Contains("Маяк", StringComparison.Ordinal));
    }

    [Test]
    public async Task Five_kinds_of_files_are_one_step_after_the_text_and_what_is_answered_has_no_buttons_any_more()
    {
        await Begin("bytedance/seedance-2-5");
        var first = (await _anna.FromBot())[^1];
        await _anna.Say("Корабль выходит из гавани");
        var files = await _anna.Sees("Добавить файлы?");
        files.Buttons.Count(button => button.Label.StartsWith('+')).ShouldBe(5);
        await Eventually.Holds("the question before has lost its buttons", async () =>
            !(await _anna.FromBot()).Single(message => message.Id == first.Id).Buttons.Any());

        await _anna.Press("+ Первый кадр");
        await _anna.Sees("изменяем");
        await _anna.SendPhoto(Pictures.Png(640, 360));
        await _anna.Sees("Добавить файлы?");
        (await _anna.FromBot())[^1].Buttons.Select(button => button.Label).ShouldBe(
            ["✓ Первый кадр · 1", "+ Последний кадр", "Дальше ›", "‹ Назад", "✕ Отмена"],
            "references do not go together with a first frame");
        await _anna.Press("Дальше");
        await _anna.Press("720p");
    }

    [Test]
    public async Task A_song_of_ones_own_is_asked_for_its_style_and_title_step_by_step()
    {
        await Begin("V5");
        await _anna.Sees("Своя песня");
        await _anna.Press("Да");
        await _anna.Sees("Шаг 2/5");
        await _anna.Say("Ля-ля-ля");
        await _anna.Sees("Шаг 3/5");
        await _anna.Say("Рок");
        await _anna.Sees("Шаг 4/5");
        (await _anna.FromBot())[^1].Buttons.ShouldNotContain(button => button.Data.StartsWith("skip_param", StringComparison.Ordinal));
        await _anna.Say("Моя");
        await _anna.Sees("Шаг 5/5");
        await _anna.Press("Нет");
        await _anna.Sees("всё готово");
    }

    [Test]
    public async Task The_simple_song_says_its_shorter_limit_before_and_after_the_text()
    {
        await Begin("V5");
        await _anna.Press("Нет");
        await _anna.Sees("до 500 символов");
        await _anna.Say(new string('я', 501));
        await _anna.Sees("можно до 500 символов");
    }

    [Test]
    public async Task A_voice_among_many_is_found_by_its_name()
    {
        await Begin("elevenlabs/text-to-speech-turbo-2-5");
        await _anna.Say("Добрый вечер.");
        await _anna.Sees("напишите название");
        await _anna.Say("такого голоса нет");
        await _anna.Sees("Ничего не нашлось");
        await _anna.Say("a");
        await _anna.Sees("🔎 Подходит");
        await _anna.Say("james");
        await _anna.Sees("всё готово");
    }

    [Test]
    public async Task Many_voices_are_turned_page_by_page_and_the_chosen_one_is_on_the_order()
    {
        await Begin("elevenlabs/text-to-speech-turbo-2-5");
        await _anna.Say("Добрый вечер.");
        var first = await _anna.Sees("напишите название");
        first.Buttons.ShouldContain(button => button.Label.StartsWith("1 /", StringComparison.Ordinal));
        await _anna.Press("›");
        await Eventually.Holds("the second page", async () => (await _anna.FromBot())[^1].Buttons.Any(button => button.Label.StartsWith("2 /", StringComparison.Ordinal)));
        var second = (await _anna.FromBot())[^1];
        var voice = second.Buttons.First(button => button.Data.StartsWith("set_param:voice:", StringComparison.Ordinal));
        first.Buttons.ShouldNotContain(voice);
        await _anna.Click(second.Id, voice.Data);
        await _anna.Sees("всё готово");
        (await _anna.FromBot())[^1].Text.ShouldContain(voice.Label);
    }

    [Test]
    public async Task A_small_range_of_numbers_stands_on_buttons_with_their_prices_and_may_be_typed_as_well()
    {
        await Begin("wan/2-7-image-pro");
        await _anna.Say("Маяк");
        await _anna.Press("Только текст");
        await Eventually.Holds("the buttons of the numbers", async () => (await _anna.FromBot())[^1].Buttons.Any(button => button.Data == "set_param:n:12" && button.Label.Contains('₽', StringComparison.Ordinal)));
        await _anna.Say("13");
        await _anna.Sees("не больше 12, у вас 13");
        await _anna.Say("٢");
        (await _anna.Sees("всё готово")).Text.ShouldContain("Сколько картинок: 2");
    }

    [Test]
    public async Task Settings_that_do_not_go_together_are_named_and_both_can_be_changed()
    {
        await Begin("runway/gen-4");
        await AnswerUntilTheEnd(("duration", "10"));
        var ready = await _anna.Sees("всё готово");
        ready.Text.ShouldContain("720p", Case.Sensitive, "it is the only one left, so nobody is asked");
        await _anna.Click(ready.Id, "edit_param:quality");
        await _anna.Sees("изменяем");
        await _anna.Click(ready.Id, "set_param:quality:1080p");
        var collision = await _anna.Sees("Вместе не работают");
        collision.Text.ShouldContain("1080p");
        collision.Buttons.Select(button => button.Data).ShouldContain("edit_param:quality");
        collision.Buttons.Select(button => button.Data).ShouldContain("edit_param:duration");
        await _anna.Click(collision.Id, "edit_param:duration");
        await _anna.Sees("изменяем");
        await _anna.Click(collision.Id, "set_param:duration:5");
        await _anna.Sees("всё готово");
    }

    /// <summary>Chooses what is named, skips or writes everything else.</summary>
    private async Task AnswerUntilTheEnd(params (string Field, string Token)[] choices)
    {
        for (var step = 0; step < 8; step++)
        {
            var question = (await _anna.FromBot())[^1];
            if (!question.Text.Contains("Шаг", StringComparison.Ordinal))
            {
                return;
            }

            var wanted = choices.Select(choice => $"set_param:{choice.Field}:{choice.Token}").ToList();
            var data = question.Buttons.Select(button => button.Data).FirstOrDefault(wanted.Contains)
                ?? question.Buttons.Select(button => button.Data).FirstOrDefault(found => found.StartsWith("skip_param", StringComparison.Ordinal) || found.StartsWith("set_param", StringComparison.Ordinal));
            await (data is null ? _anna.Say("Волны бьются о скалы") : _anna.Click(question.Id, data));
            await Eventually.Holds("the next step", async () => (await _anna.FromBot())[^1].Text != question.Text);
        }
    }

    private Task<System.Text.Json.JsonElement> Photo(int number, string album, string? caption) => _shop.Post("photo", new
    {
        chat_id = _anna.Id,
        base64 = Convert.ToBase64String(Pictures.Png(64 + number, 64)),
        media_group_id = album,
        caption,
    });

    private async Task Begin(string model)
    {
        await _anna.Click((await _anna.FromBot())[^1].Id, $"select_model:{model}");
        await _anna.Sees("Шаг 1/");
    }
}
