using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Crawl;

/// <summary>
/// Everything the bot says in a group, in both languages and for everybody it concerns: who can be reached, who cannot, who is poor, and the
/// friend whose card it is not. Each phrase is said and each button under its card pressed, down to the end of the order.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrawlAmongFriends
{
    private const string Me = "@trt_sandbox_bot";

    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private static readonly string[] Phrases =
        ["cat nano banana pro", "cat", "cat kling 3.0", "kling", "", "@thanks", "@money", "/help", "/balance"];

    [TestCase("ru")]
    [TestCase("en")]
    public async Task Every_button_of_a_card_is_pressed_by_everybody(string code)
    {
        await using var shop = await RunningShop.Open(("ADMIN_IDS", "77"));
        await shop.Post("settings", new { callback_window_ms = 86_400_000 });
        await shop.ByHand.WidensThePace();
        var language = code == "ru" ? Language.Russian : Language.English;
        var reader = new Reader(language, Catalog, isCustomer: true);
        var (anna, friend, stranger) = (await Arrives(shop, "Anna", code), await Arrives(shop, "Boris", code), shop.NewCustomer("Vera", code));
        var group = await shop.NewGroup(anna, friend, stranger);
        await group.LetsBotIn();
        await Heard(group, reader, () => Task.CompletedTask, "let in");
        var presses = 0;
        foreach (var asker in new[] { anna, stranger })
        {
            foreach (var phrase in Phrases)
            {
                presses += await Walk(group, shop, reader, asker, friend, Of(phrase, language));
            }
        }

        reader.Complaints.ShouldBeEmpty();
        (await shop.Books.PutAside()).ShouldBe(0);
        presses.ShouldBeGreaterThan(20);
    }

    private static async Task<Customer> Arrives(RunningShop shop, string name, string code)
    {
        var customer = shop.NewCustomer(name, code);
        await customer.Say("/start");
        await customer.Receives("reply_markup");
        return customer;
    }

    private static async Task<int> Walk(FriendGroup group, RunningShop shop, Reader reader, Customer asker, Customer friend, string words)
    {
        var presses = 0;
        var card = await Heard(group, reader, () => group.Says(asker, words), words);
        for (var index = 0; index < card.Buttons.Count(); index++)
        {
            card = index == 0 ? card : await Heard(group, reader, () => group.Says(asker, words), words);
            // Down from this button: always the first one below it, which is the way to the order.
            for (var (shown, at) = (card, index); shown.Buttons.ElementAtOrDefault(at) is { Data.Length: > 0, Label: var label } button; at = 0)
            {
                var step = new Step(new Act.Press(label, button.Data, shown.Id), [], []);
                var foreign = await group.AnswerTo(friend, await group.Clicks(friend, shown.Id, button.Data));
                reader.Hear(step, foreign.Word.ShouldNotBeNull("somebody else's press is told whose it is"));
                var (word, address) = await group.AnswerTo(asker, await group.Clicks(asker, shown.Id, button.Data));
                presses += 2;
                if (word is not null)
                {
                    reader.Hear(step, word);
                }

                var before = shown;
                shown = await Eventually.Get($"an answer to [{label}] of «{words}»", async () =>
                    (await group.FromBot()).FirstOrDefault(message => message.Id == before.Id) is { } now
                    && (now.Text != before.Text || address is not null) ? now : null);
                reader.Read(step, shown);
            }
        }

        await Eventually.Holds("every order is done", async () => await shop.Books.OpenOrders() == 0);
        foreach (var message in await group.FromBot())
        {
            reader.Read(new Step(new Act.Words(words), [], []), message);
        }

        return presses;
    }

    /// <summary>What the bot says to it.</summary>
    private static async Task<ChatMessage> Heard(FriendGroup group, Reader reader, Func<Task> say, string words)
    {
        var before = (await group.FromBot()).Select(message => message.Id).ToHashSet();
        await say();
        var answer = words == "let in"
            ? await group.Reads(Me)
            : await Eventually.Get($"an answer to «{words}»", async () =>
                (await group.FromBot()).LastOrDefault(message => !before.Contains(message.Id) && !message.Json.TryGetProperty("photo", out _)));
        reader.Read(new Step(new Act.Words(words), [], []), answer);
        return answer;
    }

    private static string Of(string phrase, Language language) => phrase switch
    {
        "/help" or "/balance" => $"{phrase}{Me}",
        "@thanks" => $"{Me} {(language == Language.Russian ? "спасибо" : "thank you")}",
        "@money" => $"{Me} {(language == Language.Russian ? "сколько у меня денег" : "what is my balance")}",
        _ when language == Language.Russian => $"{Me} {phrase.Replace("cat", "кот в очках", StringComparison.Ordinal).Replace("nano banana pro", "нано банана про", StringComparison.Ordinal)}".TrimEnd(),
        _ => $"{Me} {phrase.Replace("cat", "a cat in glasses", StringComparison.Ordinal)}".TrimEnd(),
    };
}
