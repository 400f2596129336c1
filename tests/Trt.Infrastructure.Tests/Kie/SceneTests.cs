using System.Text.Json.Nodes;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>A spoken text where the voices stand in an input of their own.</summary>
internal sealed class SceneTests
{
    [TestCase(null)]
    [TestCase("Neutral")]
    public void The_speakers_are_listed_once_and_the_lines_name_them(string? accent)
    {
        var input = Input(accent, ("Good evening", "Kore"), ("Come in", "Puck"), ("Thank you", "Kore"));

        var speakers = input["speakers"]!.AsArray();
        speakers.Select(speaker => $"{speaker!["speaker_id"]} {speaker["voice_name"]}").ShouldBe(["Speaker 1 Kore", "Speaker 2 Puck"]);
        speakers.ShouldAllBe(speaker => (string?)speaker!["accent"] == accent);
        input["dialogue_turns"]!.AsArray().Select(turn => $"{turn!["speaker_id"]}: {turn["text"]}").ShouldBe(
            ["Speaker 1: Good evening", "Speaker 2: Come in", "Speaker 1: Thank you"]);
    }

    private static JsonNode Input(string? accent, params (string Text, string Voice)[] lines)
    {
        var any = new LocalText("…", "…");
        var card = Cards.Of("google/gemini-3-1-flash-tts", OutputKind.Audio, new DialogueField
        {
            Name = "dialogue_turns",
            Label = any,
            ItemsMax = 3,
            LengthMax = 100,
            Voices = [new Choice("Kore", any), new Choice("Puck", any)],
            SpeakersAs = "speakers",
            Accent = accent,
        });
        var said = new DialogueValue([.. lines.Select(line => new DialogueLine(line.Text, line.Voice))]);
        var order = OrderBody.Nested(new ProviderOrder(
            card, new Dictionary<string, InputValue> { ["dialogue_turns"] = said }, new Dictionary<string, Uri>(), null));
        return JsonNode.Parse(order.Json.Span)!["input"]!;
    }
}
