using System.Text.Json;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>The bot's name and a few words in any chat: ideas with prices, one's own work, and nothing that costs.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class InlineStories
{
    private RunningShop _shop = null!;

    [OneTimeSetUp]
    public async Task Open() => _shop = await Shop.Running;

    [Test]
    public async Task Words_become_ideas_with_prices_and_the_button_brings_them_into_the_private_chat()
    {
        var anna = await _shop.Arrives();
        var list = await Ask(anna, "кот в очках");
        var ideas = Results(list);
        ideas.Count.ShouldBe(3);
        ideas.ShouldAllBe(idea => idea.GetProperty("type").GetString() == "article");
        ideas[0].GetProperty("description").GetString()!.ShouldContain("₽");
        ideas[0].GetProperty("description").GetString()!.ShouldContain("«кот в очках»");
        list.GetProperty("is_personal").GetBoolean().ShouldBeTrue();
        list.GetProperty("cache_time").GetInt32().ShouldBeInRange(1, 30);
        var start = list.GetProperty("button").GetProperty("start_parameter").GetString()!;
        start.ShouldStartWith("i_");
        start.Length.ShouldBeLessThanOrEqualTo(64);

        await anna.Say($"/start {start}");
        (await anna.Sees("«кот в очках»")).Buttons.First().Label.ShouldContain("Z-Image");
        (await _shop.Books.Orders(anna)).ShouldBe(0, "an idea orders nothing");
    }

    [Test]
    public async Task A_posted_idea_leads_everybody_who_presses_into_their_own_chat()
    {
        await using var shop = await RunningShop.Open();
        var (anna, boris) = (await shop.Arrives(), shop.NewCustomer("Борис"));
        var group = await shop.NewGroup(anna, boris);
        var list = await Ask(anna, "лиса на лыжах", group.Id, shop);
        await Choose(list, 0, shop);
        var posted = await Posted(group.Id, "лиса на лыжах", shop);
        posted.GetProperty("via_bot").GetProperty("username").GetString().ShouldBe("trt_sandbox_bot");
        var link = posted.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("url").GetString()!;
        await Eventually.Holds("the idea is written down", async () => await shop.Books.Ideas("лиса на лыжах") == 1);
        await shop.Restart();
        await boris.Say($"/start {link.Split("start=")[1]}");
        var proposals = await boris.Sees("«лиса на лыжах»");
        proposals.Text.ShouldContain("Уже ваши");
        (await shop.Books.Orders(anna)).ShouldBe(0);
    }

    [Test]
    public async Task Ones_own_work_is_found_by_its_words_and_shown_and_never_that_of_others_or_what_was_deleted()
    {
        var (anna, boris) = (await _shop.Arrives(), await _shop.Arrives());
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Eventually.Holds("it is listed", async () => Results(await Ask(anna, "")).Count(IsPhoto) == 1);

        var list = await Ask(anna, "");
        var piece = Results(list).Single();
        piece.GetProperty("type").GetString().ShouldBe("photo");
        list.GetProperty("button").GetProperty("text").GetString().ShouldBe("🛍 Открыть магазин");
        Results(await Ask(anna, "астронавт")).Count(found => found.GetProperty("type").GetString() == "photo").ShouldBe(1);
        Results(await Ask(anna, "верблюд")).ShouldNotContain(found => IsPhoto(found));
        Results(await Ask(boris, "")).ShouldAllBe(found => IsRecipe(found), "who has nothing of their own yet is shown what can be made");
        Results(await Ask(boris, "астронавт")).ShouldNotContain(found => IsPhoto(found));

        var group = await _shop.NewGroup(anna, boris);
        await Choose(await Ask(anna, "", group.Id), 0);
        var posted = await Posted(group.Id, "Кот-астронавт");
        posted.TryGetProperty("photo", out _).ShouldBeTrue();

        await anna.Say("/history");
        await anna.Press("Кот-астронавт");
        await anna.Press("Удалить");
        var sure = await anna.Reads("Удалить из истории?");
        await anna.Click(sure.Id, sure.Buttons.First(button => button.Data.StartsWith("gen_delete:", StringComparison.Ordinal)).Data);
        await _shop.Post("clock", new { advance_ms = 10_000 });
        await Eventually.Holds("what was deleted is gone here too", async () => !Results(await Ask(anna, "")).Any(IsPhoto));
    }

    [TestCase("логотип кофейни", "Логотип")]
    [TestCase("царапин", "Старое фото оживает")]
    [TestCase("sticker", "Стикер")]
    public async Task A_recipe_is_found_by_what_it_is_about_and_whoever_sees_it_posted_begins_it(string words, string title)
    {
        var (anna, boris) = (await _shop.Arrives(), _shop.NewCustomer("Борис"));
        var group = await _shop.NewGroup(anna, boris);
        var list = await Ask(anna, words, group.Id);
        var recipe = Results(list).FindIndex(IsRecipe);
        Results(list)[recipe].GetProperty("title").GetString()!.ShouldContain(title);
        await Choose(list, recipe);
        var posted = await Posted(group.Id, title);
        var link = posted.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("url").GetString()!;
        await boris.Say($"/start {link.Split("start=")[1]}");
        (await boris.Sees(title)).Buttons.ShouldContain(button => button.Data.StartsWith("recipe_start:", StringComparison.Ordinal));
        (await _shop.Books.Orders(boris)).ShouldBe(0);
    }

    [TestCase("кот в очках")]
    [TestCase("синий кит для мамы")]
    public async Task Words_that_are_about_no_recipe_bring_none(string words) =>
        Results(await Ask(await _shop.Arrives(), words)).ShouldNotContain(found => IsRecipe(found));

    [Test]
    public async Task What_is_posted_into_the_chat_with_the_bot_is_no_wish()
    {
        var anna = await _shop.Arrives();
        await Choose(await Ask(anna, "замок на горе"), 0);
        await Posted(anna.Id, "замок на горе");
        await anna.Say("спасибо");
        await anna.Sees("Всегда рады");
        (await anna.FromBot()).ShouldNotContain(message => message.Text.Contains("«замок на горе»", StringComparison.Ordinal) && message.Buttons.Any(button => button.Data.StartsWith("take:", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_stranger_gets_ideas_and_becomes_nobodys_customer()
    {
        var egor = _shop.NewCustomer("Егор", "en");
        await _shop.Post("groups", new { title = "t", members = new[] { new { id = egor.Id, name = "Egor", language_code = "en" } } });
        var group = (await _shop.Get($"groups?as={egor.Id}")).GetProperty("groups")[0].GetProperty("chat_id").GetInt64();
        var list = await Ask(egor, "a red fox", group);
        Results(list).Count.ShouldBe(3);
        list.GetProperty("button").GetProperty("text").GetString()!.ShouldStartWith("✨ Create");
        (await _shop.Books.Known(egor)).ShouldBe(0);
    }

    [Test]
    public async Task At_typing_speed_every_letter_is_answered_in_order_and_little_is_written()
    {
        await using var shop = await RunningShop.Open();
        var anna = await shop.Arrives();
        const string Sentence = "большой синий кит в облаках";
        var asked = Enumerable.Range(1, Sentence.Length - 1).Select(length => Ask(anna, Sentence[..length], shop: shop)).ToList();
        var lists = await Task.WhenAll(asked);
        lists.ShouldAllBe(list => list.GetProperty("answered").GetBoolean());
        Results(await Ask(anna, Sentence, shop: shop))[0].GetProperty("description").GetString()!.ShouldContain(Sentence);
        var answers = (await shop.Get("log")).GetProperty("calls").EnumerateArray()
            .Where(call => call.GetProperty("method").GetString() == "answerInlineQuery").ToList();
        answers.ShouldAllBe(call => call.GetProperty("status").GetInt32() == 200);
        await Eventually.Holds("the sentence is kept", async () => await shop.Books.Ideas(Sentence) == 1);
        (await shop.Books.Ideas()).ShouldBeLessThan(Sentence.Length / 2);
        (await shop.Books.Orders(anna)).ShouldBe(0);
    }

    [Test]
    public async Task An_unknown_code_says_that_it_is_gone()
    {
        var anna = await _shop.Arrives();
        await anna.Say("/start i_nobody-typed-this");
        await anna.Sees("Это было давно");
    }

    [Test]
    public async Task Long_words_and_signs_of_all_kinds_are_answered()
    {
        var anna = await _shop.Arrives();
        foreach (var words in new[] { new string('я', 256), "<b>&amp;%_\\", "😀😀😀", "   " })
        {
            (await Ask(anna, words)).GetProperty("answered").GetBoolean().ShouldBeTrue(words);
        }
    }

    private async Task<JsonElement> Ask(Customer who, string query, long? chat = null, RunningShop? shop = null) => await (shop ?? _shop).Post(
        "inline", chat is { } group ? new { chat_id = group, from = who.Id, query } : new { chat_id = who.Id, from = who.Id, query });

    private Task<JsonElement> Choose(JsonElement list, int index, RunningShop? shop = null) => (shop ?? _shop).Post("inline/choose", new
    {
        query_id = list.GetProperty("query_id").GetString(),
        result_id = Results(list)[index].GetProperty("id").GetString(),
    });

    private async Task<JsonElement> Posted(long chat, string words, RunningShop? shop = null)
    {
        var found = await Eventually.Get<object>($"«{words}» in the chat", async () =>
            (await (shop ?? _shop).Get($"chats/{chat}")).GetProperty("messages").EnumerateArray()
                .LastOrDefault(message => message.TryGetProperty("via_bot", out _) && new ChatMessage(message).Text.Contains(words, StringComparison.Ordinal))
                is { ValueKind: JsonValueKind.Object } message ? message.Clone() : null);
        return (JsonElement)found;
    }

    private static List<JsonElement> Results(JsonElement list) => [.. list.GetProperty("results").EnumerateArray()];

    private static bool IsRecipe(JsonElement result) => result.GetProperty("id").GetString()!.StartsWith("recipe:", StringComparison.Ordinal);

    private static bool IsPhoto(JsonElement result) => result.GetProperty("type").GetString() == "photo";
}
