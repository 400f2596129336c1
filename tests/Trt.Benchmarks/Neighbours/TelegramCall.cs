using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trt.Benchmarks.Neighbours;

/// <summary>What the shop said to Telegram.</summary>
/// <param name="Message">The id of the message that was made of it, if one was.</param>
internal sealed record TelegramCall(string Method, string Body, int Message)
{
    /// <summary>Text and buttons, sent or put in the place of others.</summary>
    public bool IsScreen => Method is "sendMessage" or "editMessageText";

    /// <summary>Null where it is no message to anybody.</summary>
    public long? Chat => Text("chat_id") is { } chat ? long.Parse(chat, CultureInfo.InvariantCulture) : null;

    /// <summary>Null where it says nothing of that name.</summary>
    public string? Text(string name)
    {
        if (!Body.StartsWith('{'))
        {
            return null;
        }

        using var body = JsonDocument.Parse(Body);
        return body.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }

    public static byte[] MessageWith(int id) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"ok":true,"result":{"message_id":{{{id}}},"date":1767225600,"chat":{"id":1,"type":"private"},"text":"…","photo":[{"file_id":"bench-{{{id}}}","file_unique_id":"{{{id}}}","width":1024,"height":1024}]}}"""));
}
