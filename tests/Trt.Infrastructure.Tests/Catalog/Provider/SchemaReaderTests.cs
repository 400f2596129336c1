using System.Text;
using System.Text.Json;
using Trt.Infrastructure.Catalog.Provider;

namespace Trt.Infrastructure.Tests.Catalog.Provider;

public sealed class SchemaReaderTests
{
    [Test]
    public void Inputs_are_read_with_their_kinds_limits_choices_and_defaults()
    {
        var contract = Contract("""
            { "type": "object", "required": ["prompt", "image_urls"], "properties": {
                "prompt": { "type": "string", "minLength": 3, "maxLength": 5000 },
                "image_urls": { "type": "array", "items": { "type": "string", "format": "uri" }, "minItems": 1, "maxItems": 8 },
                "first_frame_url": { "type": "string" },
                "video": { "type": "string", "format": "uri" },
                "voice_url": { "type": "string", "format": "uri" },
                "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 5 },
                "elements": { "type": "array", "items": { "type": "object" } },
                "duration": { "type": "integer", "enum": [5, 10], "default": 5 },
                "mode": { "type": "string", "enum": ["std", "pro"], "default": "std" },
                "strength": { "type": "number", "minimum": 0, "maximum": 1, "multipleOf": 0.1, "default": 0.5 },
                "seed": { "type": ["integer", "null"] },
                "sound": { "type": "boolean", "default": false } } }
            """);

        contract.Door.ShouldBe("jobs/createTask");
        contract.SentAs.ShouldBe("maker/model");
        Facts(contract).ShouldBe(
        [
            "duration: choice", "duration.choices: 10 | 5", "duration.default: 5", "duration.required: no", "duration.travels: as numbers",
            "elements: objects", "elements.required: no", "first_frame_url: image", "first_frame_url.required: no", "image_urls: images",
            "image_urls.max: 8", "image_urls.required: yes", "mode: choice", "mode.choices: pro | std", "mode.default: std", "mode.required: no",
            "prompt: text", "prompt.max: 5000", "prompt.min: 3", "prompt.required: yes", "seed: integer", "seed.required: no", "sound: flag",
            "sound.default: false", "sound.required: no", "strength: number", "strength.default: 0.5", "strength.max: 1", "strength.min: 0",
            "strength.required: no", "strength.step: 0.1", "tags: texts", "tags.max: 5", "tags.required: no", "video: video", "video.required: no",
            "voice_url: audio", "voice_url.required: no",
        ]);
    }

    [Test]
    public void References_are_followed_whose_names_hold_percent_signs_and_blanks()
    {
        var contract = Contract(
            """{ "$ref": "#/components/schemas/the%20input " }""",
            """{ "the%20input ": { "properties": { "prompt": { "$ref": "#/components/schemas/A text" } } }, "A text": { "type": "string", "maxLength": 7 } }""");

        Facts(contract).ShouldBe(["prompt: text", "prompt.max: 7", "prompt.required: no"]);
    }

    [Test]
    public void Of_modes_that_exclude_each_other_only_what_all_of_them_demand_is_required()
    {
        var contract = Contract("""
            { "oneOf": [
              { "type": "object", "required": ["prompt", "frame_url"], "properties": { "prompt": { "type": "string" }, "frame_url": { "type": "string" } } },
              { "type": "object", "required": ["prompt", "clip_url"], "properties": { "prompt": { "type": "string" }, "clip_url": { "type": "string" } } } ] }
            """);

        contract.Asks.Where(input => input.IsRequired).Select(input => input.Name).ShouldBe(["prompt"]);
        contract.OneOf.ShouldBe(["frame_url", "clip_url"]);
    }

    [Test]
    public void A_value_may_be_one_of_several_or_nothing()
    {
        var contract = Contract("""
            { "properties": { "size": { "anyOf": [{ "type": "null" }, { "type": "string", "enum": ["1K", "2K"] }], "default": "1K" },
                              "pace": { "allOf": [{ "type": "integer", "minimum": 2 }] } } }
            """);

        Facts(contract).ShouldBe(
            ["pace: integer", "pace.min: 2", "pace.required: no", "size: choice", "size.choices: 1K | 2K", "size.default: 1K", "size.required: no"]);
    }

    [Test]
    public void A_door_of_its_own_takes_its_inputs_flat()
    {
        var reading = Read(Document(
            """{ "type": "object", "required": ["prompt"], "properties": { "prompt": { "type": "string" }, "callBackUrl": { "type": "string" } } }""", "{}", "/api/v1/veo/generate"));

        reading.Contract!.Door.ShouldBe("veo/generate");
        reading.Contract.SentAs.ShouldBeNull();
        reading.Contract.Asks.Select(input => input.Name).ShouldBe(["prompt"]);
    }

    [TestCase("{}", "names no path")]
    [TestCase("""{ "paths": [] }""", "names no path")]
    [TestCase("""{ "paths": { "/claude/v1/messages": { "post": {} } } }""", "answers at once")]
    [TestCase("""{ "paths": { "/api/v1/jobs/createTask": { "post": { "requestBody": 7 } } } }""", "says nothing of the body")]
    public void A_document_that_orders_cannot_go_by_says_why(string document, string why)
    {
        var reading = Read(document);

        reading.Contract.ShouldBeNull();
        reading.Unread.ShouldContain(note => note.Contains(why));
    }

    [Test]
    public void Circles_and_unknown_types_are_told_and_come_to_an_end()
    {
        var reading = Read(Document(
            Nested("""{ "$ref": "#/components/schemas/a" }"""),
            """
            { "a": { "properties": { "odd": { "type": "matrix" }, "self": { "$ref": "#/components/schemas/b" }, "gone": { "$ref": "#/components/schemas/none" },
                                     "away": { "$ref": "https://example.com/x" } }, "allOf": [{ "$ref": "#/components/schemas/a" }, { "$ref": "#/components/schemas/a" }] },
              "b": { "$ref": "#/components/schemas/b" } }
            """));

        reading.Contract!.Asks.Select(input => input.Name).ShouldBe(["odd", "self", "gone", "away"]);
        string.Join('\n', reading.Unread).ShouldSatisfyAllConditions(
            notes => notes.ShouldContain("matrix"),
            notes => notes.ShouldContain("back to itself"),
            notes => notes.ShouldContain("no end"),
            notes => notes.ShouldContain("leads nowhere"),
            notes => notes.ShouldContain("out of the document"));
    }

    [Test]
    public void No_document_made_of_anything_breaks_the_reader([Values(1, 2, 3, 4)] int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 2_500; round++)
        {
            using var document = JsonDocument.Parse(Anything(chance, 0).ToString());
            Should.NotThrow(() => SchemaReader.Read("maker/model", document.RootElement));
        }
    }

    /// <summary>Any JSON, of the words that schemas are made of.</summary>
    private static StringBuilder Anything(Random chance, int depth)
    {
        string[] words =
        [
            "paths", "/api/v1/jobs/createTask", "post", "requestBody", "content", "application/json", "schema", "properties", "input", "model", "required", "enum",
            "oneOf", "anyOf", "allOf", "$ref", "#/paths", "#/", "type", "string", "array", "items", "format", "uri", "default", "minimum", "maxItems", "a",
        ];
        var text = new StringBuilder();
        switch (depth > 9 ? chance.Next(3) : chance.Next(8))
        {
            case 0:
                return text.Append('"').Append(words[chance.Next(words.Length)]).Append('"');
            case 1:
                return text.Append(chance.Next(2) == 0 ? "null" : chance.Next(-5, 100_000).ToString(System.Globalization.CultureInfo.InvariantCulture));
            case 2:
                return text.Append("true");
            case 3:
                return text.Append('[').AppendJoin(',', Enumerable.Range(0, chance.Next(4)).Select(_ => Anything(chance, depth + 1))).Append(']');
            default:
                // The way down to the inputs is taken often enough to get there.
                var names = depth < 9 && chance.Next(3) > 0 ? [words[depth % words.Length]] : words.OrderBy(_ => chance.Next()).Take(chance.Next(5)).ToArray();
                return text.Append('{').AppendJoin(',', names.Select(name => $"\"{name}\":{Anything(chance, depth + 1)}")).Append('}');
        }
    }

    private static List<string> Facts(ProviderContract contract) =>
        [.. ContractFacts.Of(contract).Where(fact => !fact.Key.Contains(' ')).Select(fact => $"{fact.Key}: {fact.Value}")];

    private static ProviderContract Contract(string input, string components = "{}")
    {
        var reading = Read(Document(Nested(input), components));
        reading.Unread.ShouldBeEmpty();
        return reading.Contract.ShouldNotBeNull();
    }

    private static string Nested(string input) => $$"""
        { "type": "object", "required": ["model"], "properties": { "model": { "const": "maker/model" }, "callBackUrl": { "type": "string" }, "input": {{input}} } }
        """;

    private static string Document(string body, string components, string path = "/api/v1/jobs/createTask") => $$"""
        { "openapi": "3.1.0", "paths": { "{{path}}": { "post": { "requestBody": { "content": { "application/json": { "schema": {{body}} } } } } } },
          "components": { "schemas": {{components}} } }
        """;

    private static SchemaReading Read(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return SchemaReader.Read("maker/model", parsed.RootElement);
    }
}
