using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Catalog.Reports;

namespace Trt.Infrastructure.Tests.Catalog.Reports;

public sealed class CardDraftTests
{
    private static readonly ProviderContract Model = new()
    {
        Model = "maker/new-video-model",
        SentAs = "maker/new-video-model",
        Asks =
        [
            new AskedInput("prompt", InputTypes.Text) { IsRequired = true },
            new AskedInput("frames_urls", InputTypes.Images) { Limits = new Dictionary<string, string> { ["max"] = "2" } },
            new AskedInput("mode", InputTypes.Choice) { Choices = ["std", "1080p"], Default = "std" },
            new AskedInput("duration", InputTypes.Choice) { Choices = ["5", "10"], HasNumbers = true, Default = "5" },
            new AskedInput("strength", InputTypes.Number),
            new AskedInput("nsfw_checker", InputTypes.Flag) { Default = "false" },
            new AskedInput("scenes", InputTypes.Objects) { IsRequired = true },
        ],
        OneOf = ["prompt", "frames_urls"],
    };

    [TestCase(null, "\"price\": null")]
    [TestCase("4 credits ($0.02)", "\"credits\": 4,")]
    [TestCase("8 credits ($0.04) for 1 K, 12 credits ($0.06) for 2 K", "It reads as 12 per")]
    [TestCase("As much as it takes, dear friend", "It was not understood")]
    public void A_draft_loads_is_as_the_schema_of_cards_says_and_marks_what_is_to_be_decided(string? price, string about)
    {
        var draft = CardDraft.Of(Model, ["size is of the type matrix"], price);

        draft.ShouldContain(about);
        draft.ShouldContain("// To decide: max of prompt; the schema names none.");
        draft.ShouldContain("// To decide: the input scenes takes objects, and is required: no question asks for them.");
        draft.ShouldContain("// To decide: the schema was not understood where size is of the type matrix.");
        var card = Load(draft);
        card.Inputs.Find("nsfw_checker").ShouldBeOfType<FlagField>().ShouldSatisfyAllConditions(
            field => field.IsHidden.ShouldBeTrue(), field => field.Default.ShouldBe(new FlagValue(true)));
        card.Inputs.Find("duration").ShouldBeOfType<ChoiceField>().Wire.ShouldBe(ChoiceWire.Number);
        card.Inputs.Rules.ShouldHaveSingleItem().ShouldBeOfType<OneOfRequired>();
        card.Type.ShouldBe(GenerationType.ImageToVideo);
        CardSchema.Complaints(draft).ShouldBeEmpty();
    }

    /// <summary>Every contract that is delivered makes a draft that loads, whatever it asks for.</summary>
    [Test]
    public void Any_contract_makes_a_draft_that_loads()
    {
        foreach (var contract in ProviderContracts.Read(ProviderContracts.DefaultFolder))
        {
            var draft = CardDraft.Of(contract, [], null);

            Load(draft).Id.Value.ShouldNotBeEmpty(contract.Model);
            CardSchema.Complaints(draft).ShouldBeEmpty(contract.Model);
        }
    }

    [Test]
    public void A_foreign_text_does_not_end_the_comment_it_stands_in() =>
        Load(CardDraft.Of(Model, [], "one\n\"price\": { \"unit\": \"image\" }\r\u2028 two")).Prices.Skus.ShouldBeEmpty();

    private static ModelCard Load(string draft)
    {
        using var folder = new CardFolder()
            .With("vocabulary.json", File.ReadAllText(Path.Combine(CatalogLoader.DefaultFolder, "vocabulary.json")))
            .With("maker/model.json", draft);
        var reading = new CatalogLoader().Load(folder.Path);
        return reading.ShouldBeOfType<CatalogReading.Loaded>($"{reading}\n{draft}").Catalog.Cards.Single();
    }
}

/// <summary>As much of JSON Schema as card.schema.json uses.</summary>
internal static class CardSchema
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(CatalogLoader.DefaultFolder, "card.schema.json"))).RootElement;

    public static List<string> Complaints(string card)
    {
        using var document = JsonDocument.Parse(card, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return [.. Complaints(Root, document.RootElement, "card")];
    }

    private static IEnumerable<string> Complaints(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Complaints(reference.GetString()!.Split('/')[1..].Aggregate(Root, (node, name) => node.GetProperty(name)), value, at);
        }

        if (schema.TryGetProperty("oneOf", out var modes))
        {
            return modes.EnumerateArray().Count(mode => !Complaints(mode, value, at).Any()) == 1 ? [] : [$"{at}: none of the forms, or several"];
        }

        return Own(schema, value, at);
    }

    private static IEnumerable<string> Own(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(word => Is(word, value)))
        {
            yield return $"{at}: not {type}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            yield return $"{at}: {value} is none of {words}";
        }

        if (schema.TryGetProperty("const", out var one) && !JsonElement.DeepEquals(one, value))
        {
            yield return $"{at}: {value} is not {one}";
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var complaint in value.EnumerateArray().SelectMany(item => Complaints(items, item, $"{at}[]")))
            {
                yield return complaint;
            }
        }

        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{at}.{name}: missing";
            }
        }

        foreach (var property in value.EnumerateObject())
        {
            foreach (var complaint in properties.TryGetProperty(property.Name, out var inner) ? Complaints(inner, property.Value, $"{at}.{property.Name}") : [$"{at}.{property.Name}: unknown"])
            {
                yield return complaint;
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(word => word.GetString()!) : [type.GetString()!];

    private static bool Is(string word, JsonElement value) => (word, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
