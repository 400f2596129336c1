using System.Text;
using System.Text.Json;
using Telegram.Bot.Types;

namespace Trt.Infrastructure.Telegram;

/// <summary>
/// An update as it came. What cannot be read is told and not thrown, so that it can be kept, and what came with it is served.
/// A class and no record: a record would print what people wrote.
/// </summary>
public sealed class ReceivedUpdate
{
    private readonly ReadOnlyMemory<byte> _utf8;

    private ReceivedUpdate(ReadOnlyMemory<byte> utf8, long id, Update? content, string? problem)
    {
        _utf8 = utf8;
        Id = id;
        Content = content;
        Problem = problem;
    }

    /// <summary>0 when it has none that can be read.</summary>
    public long Id { get; }

    /// <summary>Null when there is a <see cref="Problem"/>.</summary>
    public Update? Content { get; }

    public string? Problem { get; }

    public string Json => Encoding.UTF8.GetString(_utf8.Span);

    public static ReceivedUpdate Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Update>(utf8.Span, BotWire.ForUpdates)
                ?? throw new JsonException("An update cannot be null.");
            return new ReceivedUpdate(utf8, content.Id != 0 ? content.Id : IdIn(utf8.Span), content, problem: null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The package throws whatever its converters trip over: a date past the year 9999 is no JsonException.
            return new ReceivedUpdate(utf8, IdIn(utf8.Span), content: null, exception.Message);
        }
    }

    /// <summary>The one thing that has to be known of an update that cannot be read. Telegram writes it first.</summary>
    private static long IdIn(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("update_id"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id) ? id : 0;
                }
            }

            return 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
