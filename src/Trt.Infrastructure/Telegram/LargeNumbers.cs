using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trt.Infrastructure.Telegram;

/// <summary>
/// The package counts messages and updates in 32 bits, Telegram promises only 52. What does not fit reads as 0, as if it were not told:
/// a press still does its work, and the answer is a new message.
/// </summary>
internal sealed class LargeNumbers : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt32(out var number) ? number : 0;

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
