using System.Text.Json;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>The JSON Schema helps in the editor; it must not promise other words than the loader takes.</summary>
public sealed class CardSchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(CatalogLoader.DefaultFolder, "card.schema.json"))).RootElement;

    [Test]
    public void The_words_of_the_schema_are_the_words_of_the_loader()
    {
        Words("properties", "family").ShouldBe(CardWords.Families.Keys, ignoreOrder: true);
        Words("properties", "type").ShouldBe(CardWords.Types.Keys, ignoreOrder: true);
        Words("properties", "output").ShouldBe(CardWords.Outputs.Keys, ignoreOrder: true);
        Words("properties", "blocked", "properties", "status").ShouldBe(CardWords.Blocks.Keys, ignoreOrder: true);
        Words("properties", "refusalCharged").ShouldBe(CardWords.Charges.Keys, ignoreOrder: true);
        Words("$defs", "field", "properties", "kind").ShouldBe(CardWords.Kinds.Keys, ignoreOrder: true);
        Words("$defs", "field", "properties", "wire").ShouldBe(CardWords.Wires.Keys, ignoreOrder: true);
        Words("$defs", "price", "properties", "unit").ShouldBe(CardWords.Units.Keys, ignoreOrder: true);
    }

    [Test]
    public void Every_property_the_cards_use_is_in_the_schema()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        foreach (var path in Directory.EnumerateFiles(CatalogLoader.DefaultFolder, "*.json", SearchOption.AllDirectories).Where(IsCard))
        {
            using var card = JsonDocument.Parse(File.ReadAllBytes(path), options);

            Names(card.RootElement).Except(Properties(Schema)).ShouldBeEmpty(path);
            card.RootElement.GetProperty("$schema").GetString().ShouldBe("../card.schema.json");
            foreach (var field in card.RootElement.GetProperty("fields").EnumerateArray())
            {
                Names(field).Except(Properties(At("$defs", "field"))).ShouldBeEmpty(path);
            }

            if (card.RootElement.GetProperty("price") is { ValueKind: JsonValueKind.Object } price)
            {
                Names(price).Except(Properties(At("$defs", "price"))).ShouldBeEmpty(path);
                var line = At("$defs", "price", "properties", "skus", "items");
                Lines(price, "skus").SelectMany(Names).Except(Properties(line)).ShouldBeEmpty(path);
                var extra = At("$defs", "price", "properties", "extras", "items");
                Lines(price, "extras").SelectMany(Names).Except(Properties(extra)).ShouldBeEmpty(path);
            }
        }
    }

    private static bool IsCard(string path) => Path.GetDirectoryName(path) != Path.GetFullPath(CatalogLoader.DefaultFolder);

    private static List<JsonElement> Lines(JsonElement price, string name) =>
        price.TryGetProperty(name, out var lines) ? [.. lines.EnumerateArray()] : [];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string> Properties(JsonElement schema) => Names(schema.GetProperty("properties"));

    private static IEnumerable<string> Words(params string[] path) =>
        At(path).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    private static JsonElement At(params string[] path) => path.Aggregate(Schema, (element, name) => element.GetProperty(name));
}
