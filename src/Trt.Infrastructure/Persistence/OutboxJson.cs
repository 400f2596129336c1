using System.Text.Json;
using System.Text.Json.Serialization;
using Trt.Application;
using Trt.Application.Later;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

/// <summary>How commands are written to their rows.</summary>
internal static class OutboxJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IgnoreReadOnlyProperties = true,
        // The database keeps the names of a payload in its own order.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new UserIdJson(), new GenerationIdJson() },
    };

    public static string Write(ILaterCommand command) => JsonSerializer.Serialize(command, command.GetType(), Options);

    public static ILaterCommand Read(string name, string payload)
    {
        var type = LaterCommands.Find(name) ?? throw new InvalidOperationException($"No command is called {name}");
        return (ILaterCommand?)JsonSerializer.Deserialize(payload, type, Options)
            ?? throw new InvalidOperationException($"The payload of {name} is empty");
    }

    private sealed class UserIdJson : JsonConverter<UserId>
    {
        public override UserId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, UserId value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Value);
    }

    private sealed class GenerationIdJson : JsonConverter<GenerationId>
    {
        public override GenerationId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, GenerationId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
