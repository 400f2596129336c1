using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary>What a verb answers: words for people or, with --json, the same facts for programs. Amounts are kopecks there.</summary>
internal static class Answer
{
    public static readonly Option<bool> AsJson = new("--json") { Description = "For programs." };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new Written<Money>((json, money) => json.WriteNumberValue(money.Kopecks)),
            new Written<UserId>((json, user) => json.WriteNumberValue(user.Value)),
            new Written<ModelId>((json, model) => json.WriteStringValue(model.Value)),
            new Written<Cid>((json, cid) => json.WriteStringValue(cid.Value)),
            new Written<GenerationId>((json, id) => json.WriteStringValue(id.Value)),
            new Written<PaymentId>((json, id) => json.WriteStringValue(id.Value)),
        },
    };

    /// <returns>The exit code.</returns>
    public static int Give(this ParseResult input, object facts, string words, int exitCode = 0)
    {
        input.InvocationConfiguration.Output.WriteLine(input.GetValue(AsJson) ? JsonSerializer.Serialize(facts, Json) : words);
        return exitCode;
    }

    public static int Give(this ParseResult input, object facts, IEnumerable<string> lines, int exitCode = 0) =>
        input.Give(facts, string.Join('\n', lines), exitCode);

    /// <summary>What came of a change: it is made, or refused with the reason.</summary>
    public static int Tell(this ParseResult input, string words, int exitCode = 0) =>
        exitCode == 0 ? input.Give(new { said = words }, words) : input.Refuse(words, exitCode);

    public static int Refuse(this ParseResult input, string words, int exitCode = 1)
    {
        input.InvocationConfiguration.Error.WriteLine(words);
        return exitCode;
    }

    /// <summary>As people say it: "in review", not the name in the code.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select(
            (letter, at) => char.IsUpper(letter) ? $"{(at > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>What may be typed for it, for the help.</summary>
    public static string Choices<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));

    private sealed class Written<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("An answer is written only");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
