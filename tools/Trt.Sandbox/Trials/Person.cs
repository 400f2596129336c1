using System.Text.Json;

namespace Trt.Sandbox.Trials;

/// <summary>Somebody who plays the shop through the sandbox's levers, and reads nothing but the chat.</summary>
internal sealed class Person(HttpClient levers, long id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public long Id => id;

    public Task Say(string text, CancellationToken token) =>
        Do("text", new { chat_id = id, text, name = "Trial", language_code = "en" }, token);

    public Task Press(long message, string data, CancellationToken token) =>
        Do("click", new { chat_id = id, message_id = message, data }, token);

    public Task Send(string kind, byte[] content, string fileName, string mime, CancellationToken token) => kind == "photo"
        ? Do("photo", new { chat_id = id, base64 = Convert.ToBase64String(content), caption = "" }, token)
        : Do(
            "media",
            new
            {
                chat_id = id,
                kind,
                base64 = Convert.ToBase64String(content),
                file_name = fileName,
                mime,
                duration = 4,
                width = 256,
                height = 256,
            },
            token);

    /// <summary>The bot's messages, the newest last, each as it reads now.</summary>
    public async Task<IReadOnlyList<Said>> Reads(CancellationToken token) =>
    [
        .. (await Chat(token)).GetProperty("messages").EnumerateArray()
            .Where(message => !message.TryGetProperty("outgoing", out var mine) || !mine.GetBoolean())
            .Select(message => new Said(message.Clone())),
    ];

    /// <summary>The newest message with buttons once it reads otherwise than the one before, and every press is answered.</summary>
    public Task<Said> Next(Said? before, CancellationToken token) => Until(
        async () => (await Reads(token)).LastOrDefault(said => said.Buttons.Count > 0) is { } newest && newest.Print != before?.Print
            ? newest
            : null,
        $"nothing new came after \"{before?.Text.Split('\n')[0] ?? "the first word"}\"",
        token);

    public Task AllPressesAreAnswered(CancellationToken token) => Until<object>(
        async () => (await Chat(token)).GetProperty("presses").EnumerateArray().All(press => press.GetProperty("answered").GetBoolean())
            ? this
            : null,
        "a press was not answered",
        token);

    public static async Task<T> Until<T>(Func<Task<T?>> ask, string complaint, CancellationToken token)
        where T : class
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await ask() is { } found)
            {
                return found;
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, token);
        }

        throw new TrialFailed(complaint);
    }

    private async Task<JsonElement> Chat(CancellationToken token) =>
        await levers.GetFromJsonAsync<JsonElement>($"chats/{id}", token);

    private async Task Do(string lever, object act, CancellationToken token)
    {
        using var answer = await levers.PostAsJsonAsync(lever, act, token);
        if (!answer.IsSuccessStatusCode)
        {
            throw new TrialFailed($"{lever}: {await answer.Content.ReadAsStringAsync(token)}");
        }
    }
}

/// <summary>One message of the bot.</summary>
internal sealed class Said(JsonElement message)
{
    public long Id { get; } = message.GetProperty("message_id").GetInt64();

    public string Text { get; } = message.TryGetProperty("text", out var text) ? text.GetString()!
        : message.TryGetProperty("caption", out var caption) ? caption.GetString()!
        : "";

    /// <summary>What each button carries; links and the like carry nothing.</summary>
    public IReadOnlyList<string> Buttons { get; } = !message.TryGetProperty("reply_markup", out var markup) ? [] :
    [
        .. markup.GetProperty("inline_keyboard").EnumerateArray().SelectMany(row => row.EnumerateArray())
            .Where(button => button.TryGetProperty("callback_data", out _))
            .Select(button => button.GetProperty("callback_data").GetString()!),
    ];

    public string Print => $"{Id} {Text} {string.Join(' ', Buttons)}";

    public string? Button(string beginning) => Buttons.FirstOrDefault(data => data.StartsWith(beginning, StringComparison.Ordinal));
}

/// <summary>Something did not go as it should; the message says what, for an operator.</summary>
internal sealed class TrialFailed(string what) : Exception(what);
