using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Trt.Browser.Tests.Driving;

/// <summary>Who sits in front of the page.</summary>
internal sealed record Someone(long Id, string Name = "Anna", string Language = "ru")
{
    private static long _last = 5000;

    /// <summary>A person nobody has met, so that tests on one sandbox do not see each other.</summary>
    public static Someone New(string language = "ru") => new(Interlocked.Increment(ref _last), Language: language);

    /// <summary>Edits a message of theirs, which the page itself does not offer.</summary>
    public async Task Edits(Uri sandbox, long messageId, string text)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(
            new Uri(sandbox, "/control/edit"),
            new JsonObject { ["chat_id"] = Id, ["message_id"] = messageId, ["text"] = text });
        answer.EnsureSuccessStatusCode();
    }
}
