using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories;

/// <summary>Models that are not sold: their old buttons still hang in chats, their shelves do not.</summary>
public sealed class HiddenModelStories
{
    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private RunningShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await Shop.Running;

    [TestCase("model")]
    [TestCase("select_model")]
    public async Task An_old_button_of_a_hidden_model_leads_to_models_that_do_the_same(string route)
    {
        var hidden = Catalog.Cards.First(card => card is { Status: ModelStatus.AbsentUpstream, Type: GenerationType.TextToVideo });
        var anna = _shop.NewCustomer();
        await anna.Say("/start");
        var menu = await anna.Reads("добро пожаловать");
        await anna.Click(menu.Id, $"{route}:{hidden.Id}");
        var answer = await anna.Sees("недоступна");
        var alternatives = answer.Buttons.Where(button => button.Data.StartsWith("model:", StringComparison.Ordinal)).ToList();
        alternatives.Count.ShouldBe(4);
        alternatives.Select(button => Catalog.Find(new ModelId(button.Data.Split(':', 2)[1]))!.Type).Distinct().ShouldBe([GenerationType.TextToVideo]);

        await anna.Press(alternatives[0].Label);
        await anna.Press("🚀 Создать");
        await anna.Sees("Шаг 1/");
    }

    [Test]
    public async Task The_menu_shows_only_shelves_with_something_on_them()
    {
        var boris = _shop.NewCustomer("Борис");
        await boris.Say("/start");
        var menu = await boris.Reads("добро пожаловать");
        var empty = Enum.GetValues<GenerationType>().Except(Catalog.OfferedTypes).ToList();
        empty.ShouldContain(GenerationType.SpeechToText);
        List<string> shelves = [];
        foreach (var intent in new[] { "image", "video", "audio", "music", "enhance" })
        {
            await boris.Click(menu.Id, $"cat:{intent}");
            await boris.Sees("Число рядом");
            await boris.PressesAreAnswered();
            shelves.AddRange((await boris.FromBot())[^1].Buttons.Where(button => button.Data.StartsWith("gen_type:", StringComparison.Ordinal)).Select(button => button.Data.Split(':')[1]));
            await boris.Click(menu.Id, "main_menu");
            await boris.Sees("Что создаём?");
        }

        shelves.Count.ShouldBe(Catalog.OfferedTypes.Count);
        shelves.ShouldNotContain("speech-to-text");

        await boris.Click(menu.Id, "gen_type:speech-to-text:1");
        (await boris.Sees("Витрина обновляется")).Buttons.ShouldContain(button => button.Data == "main_menu");
    }
}
