using System.Globalization;
using System.Text.Json;
using Trt.Domain.Catalog;

namespace Trt.Api.Tests.Stories.Filling;

/// <summary>What was ordered is what was given, and nothing besides.</summary>
internal static class OrderAssertions
{
    private const string CommonEndpoint = "/api/v1/jobs/createTask";

    public static void ShouldMatch(this JsonElement order, FilledOrder filled)
    {
        var id = filled.Card.Id.Value;
        var facts = ProviderBook.Model(id);
        order.GetProperty("model").GetString().ShouldBe(id);
        order.GetProperty("endpoint").GetString().ShouldBe(facts.TryGetProperty("endpoint", out var own) ? own.GetString() : CommonEndpoint);

        var inputs = order.GetProperty("input").EnumerateObject()
            .Where(input => input.Name != "callBackUrl" && (input.Name != "model" || IsAsked(filled.Card, input.Name)))
            .ToDictionary(input => input.Name, input => input.Value);
        var voices = TakeSpeakers(filled.Card, inputs);
        var expected = Expected(filled);
        inputs.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var (name, answer) in expected)
        {
            facts.GetProperty("inputs").TryGetProperty(name, out var fact).ShouldBeTrue($"the provider knows no {name}");
            inputs[name].ShouldBeOfKind(fact.GetProperty("type").GetString()!, name);
            Given(inputs[name], voices).ShouldBe(answer, name);
        }
    }

    /// <summary>Who speaks, by the name that the lines use; where each line carries its voice nobody is named.</summary>
    private static Dictionary<string, string> TakeSpeakers(ModelCard card, Dictionary<string, JsonElement> inputs) =>
        card.Inputs.Fields.OfType<DialogueField>().FirstOrDefault()?.SpeakersAs is { } name && inputs.Remove(name, out var speakers)
            ? speakers.EnumerateArray().ToDictionary(
                speaker => speaker.GetProperty("speaker_id").GetString()!, speaker => speaker.GetProperty("voice_name").GetString()!)
            : [];

    private static bool IsAsked(ModelCard card, string input) =>
        card.Inputs.Find(input) is not null || card.Inputs.Fields.OfType<EarlierField>().Any(field => field.Sends.Contains(input));

    /// <summary>The answers, and the defaults of what was left alone.</summary>
    private static Dictionary<string, string> Expected(FilledOrder filled)
    {
        var expected = filled.Given.Where(pair => pair.Value is not Answer.Earlier).ToDictionary(pair => pair.Key, pair => pair.Value switch
        {
            Answer.Words words => words.Text,
            Answer.Lines lines => string.Join('\n', lines.Texts),
            Answer.Files files => FilesText(files.Count),
            _ => throw new InvalidOperationException($"No text for {pair.Value}"),
        });
        foreach (var (name, text) in filled.Given.Values.OfType<Answer.Earlier>().SelectMany(earlier => earlier.Inputs))
        {
            expected[name] = text;
        }

        foreach (var field in filled.Card.Inputs.Fields.Where(field => field.Default is not null))
        {
            expected.TryAdd(field.Name, field.Default switch
            {
                TextValue text => text.Text,
                NumberValue number => Numbers.Text(number.Number),
                FlagValue flag => flag.Flag ? "true" : "false",
                var other => throw new InvalidOperationException($"No text for {other}"),
            });
        }

        return expected;
    }

    private static void ShouldBeOfKind(this JsonElement value, string type, string name)
    {
        var isList = type.EndsWith("[]", StringComparison.Ordinal);
        (value.ValueKind == JsonValueKind.Array).ShouldBe(isList, name);
        var items = isList ? value.EnumerateArray().ToList() : [value];
        foreach (var item in items)
        {
            _ = type.TrimEnd('[', ']') switch
            {
                "boolean" => item.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "integer" => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out _),
                "number" => item.ValueKind == JsonValueKind.Number,
                "enum" => item.ValueKind is JsonValueKind.String or JsonValueKind.Number,
                "image" or "video" or "audio" => IsUpload(item),
                "object" => item.ValueKind == JsonValueKind.Object,
                _ => item.ValueKind == JsonValueKind.String,
            }
                ? true
                : throw new ShouldAssertException($"{name}: {item.GetRawText()} is no {type}");
        }
    }

    private static string Given(JsonElement value, Dictionary<string, string> voices) => value.ValueKind switch
    {
        JsonValueKind.Array when value.EnumerateArray().All(IsUpload) => FilesText(value.GetArrayLength()),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(item => Given(item, voices))),
        JsonValueKind.Object => $"{VoiceOf(value, voices)}: {value.GetProperty("text").GetString()}",
        JsonValueKind.String when IsUpload(value) => FilesText(1),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static string? VoiceOf(JsonElement line, Dictionary<string, string> voices) => line.TryGetProperty("speaker_id", out var speaker)
        ? voices[speaker.GetString()!]
        : line.GetProperty("voice").GetString();

    /// <summary>Files travel as addresses at the provider, never as addresses in the chat.</summary>
    private static bool IsUpload(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.AbsolutePath.StartsWith("/kie/files/", StringComparison.Ordinal);

    private static string FilesText(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} files");
}
