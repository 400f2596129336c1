using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Kie.Orders;

/// <summary>
/// Writes an order from checked values only, in the JSON types of the provider: some models want "5" and some 5, some one address
/// and some a list with one address in it.
/// </summary>
internal static class OrderBody
{
    // Prompts travel as they were written; the body is never put into a page.
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>{model, callBackUrl, input: {…}}</summary>
    public static OrderDraft Nested(ProviderOrder order) => Write(order, (json, order) =>
    {
        json.WriteStartObject("input");
        var problem = WriteInputs(json, order);
        json.WriteEndObject();
        return problem;
    });

    /// <summary>{model, callBackUrl, …inputs}, as the endpoints of their own want it.</summary>
    public static OrderDraft Flat(ProviderOrder order) => Write(order, WriteInputs);

    private static OrderDraft Write(ProviderOrder order, Func<Utf8JsonWriter, ProviderOrder, string?> inputs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, AsWritten);
        json.WriteStartObject();
        if (order.Card.SendAs is { } model)
        {
            json.WriteString("model", model);
        }

        if (order.Callback is { } callback)
        {
            json.WriteString("callBackUrl", callback.AbsoluteUri);
        }

        var problem = inputs(json, order);
        json.WriteEndObject();
        json.Flush();
        return problem is null ? new OrderDraft(buffer.WrittenMemory, null) : new OrderDraft(default, problem);
    }

    private static string? WriteInputs(Utf8JsonWriter json, ProviderOrder order)
    {
        string? problem = null;
        foreach (var field in order.Card.Inputs.Fields)
        {
            if (!order.Inputs.TryGetValue(field.Name, out var value))
            {
                continue;
            }

            if ((field, value) is (EarlierField results, EarlierValue earlier))
            {
                WriteEarlier(json, results, earlier);
                continue;
            }

            if ((field, value) is (DialogueField { SpeakersAs: { } speakers } scene, DialogueValue said))
            {
                WriteScene(json, scene, speakers, said);
                continue;
            }

            json.WritePropertyName(field.Name);
            if (!TryWrite(json, field, value, order.Uploads))
            {
                problem ??= $"{field.Name}: the value does not fit the field";
                json.WriteNullValue();
            }
        }

        return problem;
    }

    /// <summary>One choice, up to three inputs: the task, the piece of its result, the model that made it.</summary>
    private static void WriteEarlier(Utf8JsonWriter json, EarlierField field, EarlierValue earlier)
    {
        if (field.SendsTask)
        {
            json.WriteString(field.Name, earlier.TaskId);
        }

        if (field.PieceAs is { } piece)
        {
            json.WriteString(piece, earlier.Piece);
        }

        if (field.ModelAs is { } model)
        {
            json.WriteString(model, earlier.Model.Value);
        }
    }

    /// <summary>First who speaks, one entry for each voice, then who says what.</summary>
    private static void WriteScene(Utf8JsonWriter json, DialogueField field, string speakersAs, DialogueValue said)
    {
        var voices = said.Lines.Select(line => line.Voice).Distinct().ToList();
        json.WriteStartArray(speakersAs);
        foreach (var voice in voices)
        {
            json.WriteStartObject();
            json.WriteString("speaker_id", Speaker(voice));
            json.WriteString("voice_name", voice);
            if (field.Accent is { } accent)
            {
                json.WriteString("accent", accent);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(field.Name);
        foreach (var line in said.Lines)
        {
            json.WriteStartObject();
            json.WriteString("speaker_id", Speaker(line.Voice));
            json.WriteString("text", line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        string Speaker(string? voice) => string.Create(CultureInfo.InvariantCulture, $"Speaker {voices.IndexOf(voice) + 1}");
    }

    private static bool TryWrite(Utf8JsonWriter json, Field field, InputValue value, IReadOnlyDictionary<string, Uri> uploads)
    {
        switch (field, value)
        {
            case (TextField, TextValue text):
                json.WriteStringValue(text.Text);
                return true;
            case (ChoiceField { Wire: ChoiceWire.Number }, TextValue choice):
                if (!decimal.TryParse(choice.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var chosen))
                {
                    return false;
                }

                json.WriteNumberValue(WithoutTrailingZeros(chosen));
                return true;
            case (ChoiceField, TextValue choice):
                json.WriteStringValue(choice.Text);
                return true;
            case (NumberField, NumberValue number):
                json.WriteNumberValue(WithoutTrailingZeros(number.Number));
                return true;
            case (FlagField, FlagValue flag):
                json.WriteBooleanValue(flag.Flag);
                return true;
            case (TextListField, TextListValue list):
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                return true;
            case (DialogueField, DialogueValue dialogue):
                json.WriteStartArray();
                foreach (var line in dialogue.Lines)
                {
                    json.WriteStartObject();
                    json.WriteString("text", line.Text);
                    json.WriteString("voice", line.Voice);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                return true;
            case (MediaField media, MediaValue files):
                return TryWriteMedia(json, media, files, uploads);
            default:
                return false;
        }
    }

    private static bool TryWriteMedia(Utf8JsonWriter json, MediaField field, MediaValue value, IReadOnlyDictionary<string, Uri> uploads)
    {
        if (!value.Items.All(item => uploads.ContainsKey(item.FileId)))
        {
            return false;
        }

        if (!field.IsList)
        {
            if (value.Items.Count != 1)
            {
                return false;
            }

            json.WriteStringValue(uploads[value.Items[0].FileId].AbsoluteUri);
            return true;
        }

        json.WriteStartArray();
        foreach (var item in value.Items)
        {
            json.WriteStringValue(uploads[item.FileId].AbsoluteUri);
        }

        json.WriteEndArray();
        return true;
    }

    /// <summary>5.00 is written as 5: a provider that wants an integer refuses the other.</summary>
    private static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;
}

/// <param name="Problem">Why there is no body: a value that does not fit its field, or a file without an address.</param>
internal sealed record OrderDraft(ReadOnlyMemory<byte> Json, string? Problem);
