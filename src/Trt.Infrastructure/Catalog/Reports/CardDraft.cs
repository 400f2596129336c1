using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Catalog.Prose;
using Trt.Infrastructure.Catalog.Provider;
using Trt.Infrastructure.Kie;

namespace Trt.Infrastructure.Catalog.Reports;

/// <summary>
/// A proposal of a card for a model that the provider has and the shop has not. It loads; what only a person can know is marked in the way
/// of <c>./trt new model</c>, and without a price nothing is sold.
/// </summary>
public static class CardDraft
{
    private const int IdBytesMax = 51;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="unread">What of the schema was not understood.</param>
    /// <param name="priceText">The provider's text about the price; null when there is none.</param>
    public static string Of(ProviderContract contract, IReadOnlyList<string> unread, string? priceText)
    {
        var text = new StringBuilder("{\n");
        var id = contract.Model.Length > IdBytesMax ? contract.Model[..IdBytesMax] : contract.Model;
        Line($"\"$schema\": \"../card.schema.json\",");
        foreach (var note in unread)
        {
            Mark($"the schema was not understood where {note}.");
        }

        Mark("what the shop calls the model. Buttons carry it, so it never changes.");
        Line($"\"id\": {Json(id)},");
        if (contract.SentAs != id)
        {
            Line($"\"sendAs\": {Json(contract.SentAs)},");
        }

        Mark($"which endpoints serve it; the schema names {OneLine(contract.Door)}.");
        Line($"\"family\": {Json(CardWords.Families.First(word => word.Value == Doors.FamilyOf(contract.Door)).Key)},");
        Mark("what customers read.");
        Line($"\"title\": {Json(id)},");
        Line($"\"benefit\": {{ \"ru\": {Json(id)}, \"en\": {Json(id)} }},");
        Line($"\"maker\": {Json(id.Split('/')[0])},");
        var (type, output) = Kind(contract);
        Mark("the menu it appears in, and what it gives.");
        Line($"\"type\": {Json(type.Word())},");
        Line($"\"output\": {Json(output.Word())},");
        Mark("the order of the questions, and their words. Whatever changes the price is required.");
        Line($"\"fields\": [");
        var fields = contract.Asks.Select(CardDraftField.Of).ToList();
        foreach (var field in fields)
        {
            field.Marks.ForEach(mark => text.Append("    // To decide: ").Append(OneLine(mark)).Append('\n'));
            if (field.Members.Count > 0)
            {
                var members = field.Members.Select(member => $"\"{member.Name}\": {Json(member.Value)}");
                text.Append("    { ").AppendJoin(", ", members).Append(" },\n");
            }
        }

        if (fields.TrueForAll(field => field.Members.Count == 0))
        {
            text.Append("    { \"name\": \"prompt\", \"kind\": \"text\", \"required\": true, \"max\": 1000 },\n");
        }

        Line($"],");
        var known = contract.OneOf.Where(name => fields.Exists(field => field.Members is [{ Value: var asked }, ..] && name.Equals(asked)))
            .ToList();
        if (known.Count > 1)
        {
            Line($"\"rules\": [{{ \"oneOf\": {Json(known)} }}],");
        }

        Price(contract, priceText).ForEach(line => text.Append("  ").Append(line).Append('\n'));
        return text.Append('}').ToString();

        void Line(FormattableString line) => text.Append("  ").Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        void Mark(string what) => text.Append("  // To decide: ").Append(OneLine(what)).Append('\n');
    }

    private static List<string> Price(ProviderContract contract, string? text)
    {
        if (text is null)
        {
            return ["// To decide: what it costs. Without a price the model is in the catalog and not on sale.", "\"price\": null"];
        }

        var says = $"// To decide: what it costs. The provider says: {OneLine(text)}";
        var words = ProseWords.Of([contract.Model, contract.SentAs], contract.Asks.SelectMany(input => input.Choices));
        return PriceProse.Read(text, words) switch
        {
            ProseReading.Understood { Tiers: [var tier] } when IsForOneOrder(tier) =>
            [
                says,
                $"\"price\": {{ \"unit\": \"generation\", \"credits\": {Numbers.Text(tier.Credits)}, \"source\": \"The provider's text\" }}",
            ],
            ProseReading.Understood understood =>
                [says, .. understood.Tiers.Select(tier => $"// It reads as {OneLine(tier.ToString())}."), "\"price\": null"],
            ProseReading.NotUnderstood not => [says, $"// It was not understood: {OneLine(not.Why)}", "\"price\": null"],
            var other => throw new InvalidOperationException($"No rule for {other}"),
        };
    }

    private static bool IsForOneOrder(PriceTier tier) =>
        tier is { Tags.Count: 0, Credits: > 0, Until: null, Unit: TierUnit.Unsaid or TierUnit.Image or TierUnit.Video or TierUnit.Order };

    /// <summary>A guess by what goes in and what the name says.</summary>
    private static (GenerationType Type, OutputKind Output) Kind(ProviderContract contract)
    {
        var (hasImage, hasVideo) = (Has(InputTypes.Image, InputTypes.Images), Has(InputTypes.Video, InputTypes.Videos));
        return (Named("tts", "speech"), Named("music", "song", "audio", "sound"), Named("video") || hasVideo || Asks("duration")) switch
        {
            (true, _, _) => (GenerationType.TextToSpeech, OutputKind.Audio),
            (_, true, _) => (GenerationType.TextToSound, OutputKind.Audio),
            (_, _, true) when hasVideo => (GenerationType.VideoToVideo, OutputKind.Video),
            (_, _, true) => (hasImage ? GenerationType.ImageToVideo : GenerationType.TextToVideo, OutputKind.Video),
            _ => (hasImage ? GenerationType.ImageToImage : GenerationType.TextToImage, OutputKind.Image),
        };

        bool Has(string one, string several) => contract.Asks.Any(input => input.Type == one || input.Type == several);

        bool Asks(string name) => contract.Asks.Any(input => input.Name == name);

        bool Named(params IEnumerable<string> words) =>
            words.Any(word => contract.Model.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value, Readable);

    /// <summary>A foreign text must not end the comment it stands in.</summary>
    private static string OneLine(string text) => Http.OneLine.Of(text);
}
