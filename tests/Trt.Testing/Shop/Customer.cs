using System.Text.Json;

namespace Trt.Testing.Shop;

/// <summary>A person in the chat: writes, presses, sends photos, and reads what the bot says.</summary>
public sealed class Customer(Levers levers, long id, string name, string language)
{
    private string _lastSeen = "";

    public Customer(RunningShop shop, long id, string name, string language)
        : this(shop.Levers, id, name, language)
    {
    }

    public long Id => id;

    public string Name => name;

    public string Language => language;

    public Task Say(string text) => levers.Post("text", new { chat_id = id, text, name, language_code = language });

    public Task SendPhoto(byte[] picture, string caption = "") =>
        levers.Post("photo", new { chat_id = id, base64 = Convert.ToBase64String(picture), caption });

    public Task SendFile(string kind, byte[] content, string fileName, string mime, string? album = null) =>
        levers.Post("media", new { chat_id = id, kind, base64 = Convert.ToBase64String(content), file_name = fileName, mime, media_group_id = album });

    /// <summary>Presses the newest button with this label, once it is there.</summary>
    public async Task Press(string label)
    {
        var (messageId, data) = await Button(label);
        await Click(messageId, data);
    }

    /// <summary>Pays the newest invoice in the chat, once it is there.</summary>
    public async Task Pays()
    {
        var invoice = await Receives("invoice");
        await levers.Post("pay", new { chat_id = id, message_id = invoice.Id });
    }

    /// <summary>How the latest attempt to pay has ended, and what the person was told when it was refused.</summary>
    public async Task<(string State, string? Refusal)> PaymentEnds()
    {
        var ended = await Eventually.Get<object>($"an end of the payment of {id}", async () =>
            (await Chat()).GetProperty("payments").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } last
            && last.GetProperty("state").GetString() is { } state and not "pending"
                ? (state, last.TryGetProperty("error_message", out var why) ? why.GetString() : null)
                : null);
        return ((string, string?))ended;
    }

    public Task Click(long messageId, string data) => levers.Post("click", new { chat_id = id, message_id = messageId, data });

    /// <summary>The newest message of the bot whose text contains this, once it is there.</summary>
    public Task<ChatMessage> Reads(string text) =>
        Eventually.Get(
            $"«{text}» in the chat of {id}",
            async () => (await FromBot()).LastOrDefault(message => message.Text.Contains(text, StringComparison.Ordinal)),
            Instead);

    /// <summary>The same, but it has to be the very last thing in the chat.</summary>
    public Task<ChatMessage> Sees(string text) =>
        Eventually.Get(
            $"«{text}» at the end of the chat of {id}",
            async () => await FromBot() is [.., var last] && last.Text.Contains(text, StringComparison.Ordinal) ? last : null,
            Instead);

    public Task<ChatMessage> Receives(string kind) =>
        Eventually.Get($"a {kind} in the chat of {id}", async () => (await FromBot()).LastOrDefault(message => message.Json.TryGetProperty(kind, out _)));

    public async Task<(long MessageId, string Data)> Button(string label)
    {
        var found = await Eventually.Get($"a button «{label}» in the chat of {id}", async () => (await FromBot())
            .Reverse()
            .SelectMany(message => message.Buttons.Select(button => new { message.Id, button.Label, button.Data }))
            .FirstOrDefault(button => button.Label.Contains(label, StringComparison.Ordinal)));
        return (found.Id, found.Data);
    }

    /// <summary>What was there at the last look, for whoever waits in vain for something else.</summary>
    public string Instead() => $"; the chat ends with «{_lastSeen}»";

    public Task<IReadOnlyList<ChatMessage>> FromBot() => FromBot(last: null);

    /// <summary>Of a long chat only the end, for whoever asks often.</summary>
    public async Task<IReadOnlyList<ChatMessage>> FromBot(int? last)
    {
        var messages = (await Chat(last)).GetProperty("messages").EnumerateArray()
            .Where(message => !message.TryGetProperty("outgoing", out var mine) || !mine.GetBoolean())
            .Select(message => new ChatMessage(message.Clone()))
            .ToList();
        _lastSeen = messages is [.., var newest] ? newest.Text : "";
        return messages;
    }

    /// <summary>No press shows the waiting circle any more; an answer and its screen travel apart.</summary>
    public Task PressesAreAnswered() => Eventually.Holds($"an answer to every press of {id}", async () => await UnansweredPresses() == 0);

    /// <summary>Presses that still show the waiting circle.</summary>
    public async Task<int> UnansweredPresses() =>
        (await Chat()).GetProperty("presses").EnumerateArray().Count(press => !press.GetProperty("answered").GetBoolean());

    public Task<JsonElement> Chat(int? last = null) => levers.Get(last is null ? $"chats/{id}" : $"chats/{id}?last={last}");
}

public sealed class ChatMessage(JsonElement json)
{
    public JsonElement Json => json;

    public long Id => json.GetProperty("message_id").GetInt64();

    public string Text => json.TryGetProperty("text", out var text) ? text.GetString()! : json.TryGetProperty("caption", out var caption) ? caption.GetString()! : "";

    public IEnumerable<(string Label, string Data)> Buttons => json.TryGetProperty("reply_markup", out var markup)
        ? markup.GetProperty("inline_keyboard").EnumerateArray()
            .SelectMany(row => row.EnumerateArray())
            .Select(button => (button.GetProperty("text").GetString()!, button.TryGetProperty("callback_data", out var data) ? data.GetString()! : ""))
        : [];
}
