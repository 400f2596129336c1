using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Tests.Catalog;

public sealed class CatalogLoaderTests
{
    [Test]
    public void A_sound_card_is_read_with_comments_and_trailing_commas()
    {
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound);

        var card = Catalog(folder).Find(new ModelId("maker/model"))!;

        card.SendAs.ShouldBe("maker/model");
        card.Status.ShouldBe(ModelStatus.Ready);
        card.Inputs.Fields.Select(field => field.Name).ShouldBe(["prompt", "size"]);
        card.Prices.Skus.Select(sku => sku.Key).ShouldBe(["size=1K", "size=2K"]);
    }

    [Test]
    public void A_half_written_card_is_reported_with_file_and_line()
    {
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound[..200]);

        var error = Errors(folder).Single();

        error.File.ShouldBe("maker/model.json");
        error.Line.ShouldBe(CardFolder.Sound[..200].Count(letter => letter == '\n') + 1);
        error.What.ShouldStartWith("not readable as JSON");
    }

    [Test]
    public void All_errors_of_all_cards_are_reported_at_once()
    {
        using var folder = new CardFolder()
            .With("a/broken.json", "{")
            .With("b/wrong.json", CardFolder.Sound
                .Replace("\"default\": \"1K\"", "\"default\": \"8K\"")
                .Replace("\"output\": \"image\"", "\"output\": \"smell\", \"colour\": 1"))
            .With("c/right.json", CardFolder.Sound);

        Errors(folder).Select(error => $"{error.File}({error.Line})").ShouldBe(
            ["a/broken.json(1)", "b/wrong.json(8)", "b/wrong.json(11)", "b/wrong.json(8)"],
            ignoreOrder: true);
    }

    [TestCase("\"id\": \"maker/model\"", "\"id\": \"a-name-so-long-that-no-button-of-a-chat-can-carry-it-1234\"", 2, "does not fit a button")]
    [TestCase("\"id\": \"maker/model\"", "\"id\": \"модель\"", 2, "characters that buttons and addresses do not carry")]
    [TestCase("\"family\": \"jobs\"", "\"family\": \"job\"", 3, "\"family\" is \"job\"")]
    [TestCase(", \"en\": \"Model\"", "", 4, "has no \"en\"")]
    [TestCase("\"benefit\"", "\"benefits\"", 5, "\"benefits\" is not known here")]
    [TestCase("\"benefit\"", "\"benefits\"", 1, "\"benefit\" is missing")]
    [TestCase("\"maker\": \"Maker\"", "\"maker\": 5", 6, "\"maker\" is not a text")]
    [TestCase("\"max\": 100", "\"max\": 1.5", 10, "\"max\" is 1.5")]
    [TestCase("\"max\": 100", "\"most\": 100", 10, "\"prompt\" has no \"max\"")]
    [TestCase("\"required\": true", "\"required\": \"yes\"", 10, "not true or false")]
    [TestCase("\"label\": { \"ru\": \"Описание\", \"en\": \"Description\" },", "", 10, "\"prompt\" has no label")]
    [TestCase("\"name\": \"size\"", "\"name\": \"prompt\"", 11, "\"prompt\" stands here twice")]
    [TestCase("\"default\": \"1K\"", "\"default\": \"3K\"", 11, "the default of \"size\" is not allowed")]
    [TestCase("[\"1K\", \"2K\"], \"default\"", "[\"1K\", \"1k\"], \"default\"", 11, "two choices of \"size\"")]
    [TestCase("\"choices\": [\"1K\", \"2K\"]", "\"choices\": [\"1K\", \"big\"]", 11, "choice \"big\" of \"size\" has no label")]
    [TestCase("\"default\": \"1K\"", "\"hidden\": true", 11, "hidden field \"size\" has no default")]
    [TestCase("\"kind\": \"choice\"", "\"kind\": \"select\"", 11, "\"kind\" is \"select\"")]
    [TestCase("\"size\": [\"1K\", \"2K\"]", "\"size\": [\"1K\", \"8K\"]", 14, "\"size\" can never be \"8K\"")]
    [TestCase("\"size\": [\"1K\", \"2K\"]", "\"colour\": \"red\"", 14, "\"colour\", which is no field of this card")]
    [TestCase("\"size\": [\"1K\", \"2K\"]", "\"size\": \"1K\"", 14, "no price for size=2K")]
    [TestCase("\"size\": [\"1K\", \"2K\"]", "\"size\": [\"1K\", \"2K\", \"2K\"]", 14, "two lines have the same conditions")]
    [TestCase("\"credits\": 1", "\"credits\": 0", 14, "not between 0 and")]
    [TestCase("\"unit\": \"generation\"", "\"unit\": \"second\"", 14, "this unit needs a \"quantity\"")]
    [TestCase("\"unit\": \"generation\"", "\"unit\": \"image\", \"quantity\": { \"valueOf\": \"prompt\" }", 14, "cannot be measured on \"prompt\"")]
    [TestCase(", \"source\": \"a list of 2026\"", "", 14, "no \"source\"")]
    [TestCase("\"price\": {", "\"rules\": [{ \"notTogether\": { \"size\": \"9K\" } }], \"price\": {", 14, "can never be \"9K\"")]
    [TestCase("\"price\": {", "\"rules\": [{ \"oneOf\": [\"prompt\", \"photo\"] }], \"price\": {", 14, "speaks about \"photo\"")]
    [TestCase("\"price\": {", "\"rules\": [{ \"notTogether\": { \"size\": \"1K\" } }], \"price\": {", 14, "the defaults do not go together")]
    [TestCase("\"price\": {", "\"rules\": [{ \"text\": \"size\", \"max\": 3 }], \"price\": {", 14, "measures a field of another kind")]
    [TestCase("\"price\": {", "\"rules\": [{ \"whatever\": 1 }], \"price\": {", 14, "no known form")]
    [TestCase("\"price\": {", "\"family\": \"jobs\", \"price\": {", 14, "\"family\" stands here twice")]
    public void A_mistake_is_reported_where_it_stands(string sound, string wrong, int line, string what)
    {
        CardFolder.Sound.ShouldContain(sound);
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound.Replace(sound, wrong));

        Errors(folder).ShouldContain(error => error.Line == line && error.What.Contains(what) && error.Advice.Length > 0);
    }

    [TestCase("{ \"when\": { \"n\": 1 }, \"credits\": 1 }, { \"when\": { \"n\": 4 }, \"credits\": 3 }", null)]
    [TestCase("{ \"when\": { \"n\": 1 }, \"credits\": 1 }, { \"when\": { \"n\": 2 }, \"credits\": 2 }", "no price for n=4")]
    public void Lines_may_speak_about_numbers(string skus, string? error)
    {
        var card = WithPrice($"{{ \"unit\": \"generation\", \"skus\": [{skus}], \"source\": \"a list\" }}")
            .Replace(
                "\"fields\": [",
                "\"fields\": [{ \"name\": \"n\", \"kind\": \"integer\", \"label\": \"N\", \"min\": 1, \"max\": 4, \"required\": true },");
        using var folder = new CardFolder().With("maker/model.json", card);

        if (error is null)
        {
            Catalog(folder).Cards.Count.ShouldBe(1);
        }
        else
        {
            Errors(folder).ShouldContain(found => found.What == error);
        }
    }

    [TestCase("\"credits\": 1", "\"credits\": 1, \"until\": \"tomorrow\"", "\"until\" is \"tomorrow\", which is no moment")]
    [TestCase("\"credits\": 1", "\"credits\": 1, \"afterwards\": 2", "has no \"until\"")]
    [TestCase("\"credits\": 1", "\"credits\": 1, \"until\": \"2026-12-31T00:00:00Z\", \"afterwards\": 0", "not between 0 and")]
    [TestCase("\"credits\": 1", "\"credits\": 1, \"atMost\": 5", "not true or false")]
    [TestCase("\"source\"", "\"extras\": [{ \"per\": \"prompt\", \"credits\": 1 }], \"source\"", "a surcharge cannot be counted on \"prompt\"")]
    [TestCase("\"source\"", "\"extras\": [{ \"per\": \"size\", \"each\": 1 }], \"source\"", "\"each\" is not known here")]
    [TestCase("\"size\": [\"1K\", \"2K\"] }", "\"size.colour\": \"red\" }", "does not remember the colour")]
    [TestCase("\"unit\": \"generation\"", "\"unit\": \"second\", \"quantity\": { \"sumOf\": [{ \"valueOf\": \"prompt\" }] }", "cannot be measured on \"prompt\"")]
    [TestCase("\"price\": {", "\"new\": \"soon\", \"price\": {", "\"new\" is \"soon\", which is no day")]
    [TestCase("\"price\": {", "\"refusalCharged\": \"perhaps\", \"price\": {", "\"refusalCharged\" is \"perhaps\"")]
    public void A_mistake_in_the_newer_words_is_reported_in_its_line(string sound, string wrong, string what)
    {
        CardFolder.Sound.ShouldContain(sound);
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound.Replace(sound, wrong));

        Errors(folder).ShouldContain(error => error.Line == 14 && error.What.Contains(what) && error.Advice.Length > 0);
    }

    [Test]
    public void A_former_id_leads_to_one_card_and_a_replacement_has_one()
    {
        using var folder = new CardFolder()
            .With("a/one.json", CardFolder.Sound.Replace("\"maker\":", "\"formerly\": [\"old\"], \"instead\": [\"nobody\"], \"maker\":"))
            .With("b/two.json", CardFolder.Sound.Replace("maker/model", "maker/other").Replace("\"maker\":", "\"formerly\": [\"old\", \"maker/model\"], \"maker\":"));

        Errors(folder).Select(error => error.What).ShouldBe(
            [
                "\"instead\" names \"nobody\", which has no card",
                "the former id \"old\" is taken by a/one.json",
                "the former id \"maker/model\" is taken by a/one.json",
            ]);
    }

    [Test]
    public void A_model_without_a_price_is_blocked_and_not_an_error()
    {
        using var folder = new CardFolder().With("maker/model.json", WithPrice("null"));

        var card = Catalog(folder).Cards.Single();

        card.Status.ShouldBe(ModelStatus.BlockedNoPrice);
        card.StatusReason.ShouldNotBeNullOrEmpty();
        card.IsOffered.ShouldBeFalse();
    }

    [Test]
    public void A_family_that_cannot_be_called_yet_blocks_its_models()
    {
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound.Replace("\"jobs\"", "\"suno\""));

        StatusWhenWeCanCall(ProviderFamily.Jobs).ShouldBe(ModelStatus.Unsupported);
        StatusWhenWeCanCall(ProviderFamily.Suno).ShouldBe(ModelStatus.Ready);

        ModelStatus StatusWhenWeCanCall(ProviderFamily family) => new CatalogLoader(new HashSet<ProviderFamily> { family }).Load(folder.Path)
            .ShouldBeOfType<CatalogReading.Loaded>().Catalog.Cards.Single().Status;
    }

    [Test]
    public void A_person_can_block_a_model_with_a_reason()
    {
        using var folder = new CardFolder().With(
            "maker/model.json",
            CardFolder.Sound.Replace("\"maker\":", "\"blocked\": { \"status\": \"absent\", \"reason\": \"gone\" }, \"maker\":"));

        var card = Catalog(folder).Cards.Single();

        (card.Status, card.StatusReason).ShouldBe((ModelStatus.AbsentUpstream, "gone"));
    }

    [Test]
    public void Two_cards_cannot_share_an_id()
    {
        using var folder = new CardFolder().With("a/one.json", CardFolder.Sound).With("b/two.json", CardFolder.Sound);

        Errors(folder).Single().ToString().ShouldStartWith("b/two.json(1): the id \"maker/model\" is taken by a/one.json");
    }

    [Test]
    public void Labels_come_from_the_vocabulary_and_the_card_has_the_last_word()
    {
        using var folder = new CardFolder()
            .With("vocabulary.json", """{ "fields": { "size": { "label": { "ru": "Общий", "en": "Shared" }, "choices": { "1K": { "ru": "Малый", "en": "Small" } } } } }""")
            .With("maker/model.json", CardFolder.Sound);

        var size = (ChoiceField)Catalog(folder).Cards.Single().Inputs.Find("size")!;

        size.Label.En.ShouldBe("Size");
        size.Choices.Select(choice => choice.Label.En).ShouldBe(["Small", "2K"]);
    }

    [Test]
    public void The_version_follows_the_content_and_nothing_else()
    {
        using var one = new CardFolder().With("maker/model.json", CardFolder.Sound);
        using var same = new CardFolder().With("maker/model.json", CardFolder.Sound);
        using var other = new CardFolder().With("maker/model.json", CardFolder.Sound.Replace("\"credits\": 1", "\"credits\": 2"));

        Catalog(same).Version.ShouldBe(Catalog(one).Version);
        Catalog(other).Version.ShouldNotBe(Catalog(one).Version);
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("\u0000\u0001")]
    [TestCase("{} {}")]
    [TestCase("\"a text\"")]
    public void Whatever_stands_in_a_file_ends_in_an_error_and_never_in_an_exception(string content)
    {
        using var folder = new CardFolder().With("maker/model.json", content);

        Errors(folder).ShouldNotBeEmpty();
    }

    [Test]
    public void Broken_bytes_are_an_error_with_a_line()
    {
        using var folder = new CardFolder().With("maker/model.json", "");
        File.WriteAllBytes(Path.Combine(folder.Path, "maker/model.json"), [.. "{\n\"id\": \""u8, 0xFF, 0xFE, .. "\"}"u8]);

        Errors(folder).ShouldContain(error => error.Line == 2);
    }

    [Test]
    public void A_missing_or_empty_folder_says_what_to_do()
    {
        using var folder = new CardFolder();

        Errors(folder).Single().Advice.ShouldContain("<provider>/<model>.json");
        new CatalogLoader().Load(Path.Combine(folder.Path, "nowhere")).ShouldBeOfType<CatalogReading.Broken>().Errors.Count.ShouldBe(1);
    }

    private static string WithPrice(string price) =>
        CardFolder.Sound[..CardFolder.Sound.IndexOf("\"price\"", StringComparison.Ordinal)] + $"\"price\": {price} }}";

    private static ModelCatalog Catalog(CardFolder folder)
    {
        var reading = new CatalogLoader().Load(folder.Path);
        return reading.ShouldBeOfType<CatalogReading.Loaded>(reading.ToString()).Catalog;
    }

    private static IReadOnlyList<CardError> Errors(CardFolder folder) =>
        new CatalogLoader().Load(folder.Path).ShouldBeOfType<CatalogReading.Broken>().Errors;
}
