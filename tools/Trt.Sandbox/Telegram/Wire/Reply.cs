using System.Buffers;
using System.Text.Json;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>A result that comes with a remark, as setWebhook's does.</summary>
internal sealed record Described(object Result, string Description);

/// <summary>Results that are JSON already: queued updates are written once, when they are made.</summary>
internal sealed record RawArray(IReadOnlyList<byte[]> Items);

/// <summary>What goes back over HTTP.</summary>
internal sealed record Reply(int Status, byte[] Body, string? Description = null, int? RetryAfter = null, string ContentType = Reply.Json)
{
    private const string Json = "application/json";

    public static Reply Ok(object result)
    {
        var description = (result as Described)?.Description;
        return new Reply(200, Write(writer =>
        {
            writer.WriteBoolean("ok", true);
            writer.WritePropertyName("result");
            WriteResult(writer, result is Described described ? described.Result : result);
            if (description is not null)
            {
                writer.WriteString("description", description);
            }
        }), description);
    }

    public static Reply Refused(BotApiException refusal) => new(
        refusal.Code,
        Write(writer =>
        {
            writer.WriteBoolean("ok", false);
            writer.WriteNumber("error_code", refusal.Code);
            writer.WriteString("description", refusal.Description);
            if (refusal.Parameters is not null)
            {
                writer.WritePropertyName("parameters");
                JsonSerializer.Serialize(writer, refusal.Parameters, BotApiJson.Options);
            }
        }),
        refusal.Description,
        refusal.Code == 429 ? refusal.Parameters?.RetryAfter : null);

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, BotApiJson.Writer);
        writer.WriteStartObject();
        content(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteResult(Utf8JsonWriter writer, object result)
    {
        if (result is not RawArray raw)
        {
            JsonSerializer.Serialize(writer, result, result.GetType(), BotApiJson.Options);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in raw.Items)
        {
            writer.WriteRawValue(item, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
