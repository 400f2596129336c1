using System.Text.Encodings.Web;
using System.Text.Json;
using Telegram.Bot;

namespace Trt.Infrastructure.Telegram;

/// <summary>How the package reads and writes JSON. It has one set of options, which can be changed until their first use: here.</summary>
internal static class BotWire
{
    /// <summary>One update that is nested without end must not make the answer that brings it unreadable.</summary>
    private const int AnswerDepthMax = 1024;

    private const int UpdateDepthMax = 64;

    public static readonly JsonSerializerOptions Options = SetUp();

    public static readonly JsonSerializerOptions ForUpdates = new(Options) { MaxDepth = UpdateDepthMax };

    private static JsonSerializerOptions SetUp()
    {
        var options = JsonBotAPI.Options;
        // Cyrillic goes out as it is: escaped it would be three times as long.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = AnswerDepthMax;
        options.Converters.Add(new UnknownKinds());
        options.Converters.Add(new LargeNumbers());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
