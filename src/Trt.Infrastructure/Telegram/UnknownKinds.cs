using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot;

namespace Trt.Infrastructure.Telegram;

/// <summary>
/// Telegram adds kinds of things (an origin of a forwarded message, a status of a member) before the package knows them, and the package
/// refuses the whole update then. Here a part of an unknown kind is absent and the rest is read.
/// </summary>
internal sealed class UnknownKinds : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert is { IsAbstract: true } && Own(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(Lenient<>).MakeGenericType(typeToConvert), Activator.CreateInstance(Own(typeToConvert)!, nonPublic: true))!;

    /// <summary>The package marks what comes in several kinds with a converter of its own.</summary>
    private static Type? Own(Type type) =>
        type.Assembly == typeof(JsonBotAPI).Assembly
            ? type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType
            : null;

    private sealed class Lenient<T>(JsonConverter<T> own) : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var start = reader;
            try
            {
                return own.Read(ref reader, typeToConvert, options);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                reader = start;
                reader.Skip();
                return null;
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => own.Write(writer, value, options);
    }
}
