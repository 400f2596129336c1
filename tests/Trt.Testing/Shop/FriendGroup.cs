using System.Text.Json;

namespace Trt.Testing.Shop;

/// <summary>A group of the simulated messenger: people write in it, press in it, come and go, and let the bot in and out.</summary>
public sealed class FriendGroup(Levers levers, string title, params Customer[] members)
{
    private long _id;
    private string _lastSeen = "";

    public long Id => _id;

    public string Title => title;

    public Customer Founder => members[0];

    public async Task<FriendGroup> Found(string type = "group")
    {
        var founded = await levers.Post("groups", new
        {
            title,
            type,
            members = members.Select(member => new { id = member.Id, name = member.Name, language_code = member.Language }),
        });
        _id = founded.GetProperty("chat_id").GetInt64();
        return this;
    }

    public Task LetsBotIn(string status = "member") => levers.Post("groups/bot", new { chat_id = _id, from = Founder.Id, status });

    public Task ShutsBotOut() => LetsBotIn("kicked");

    public Task Leaves(Customer member) =>
        levers.Post("groups/members", new { chat_id = _id, from = member.Id, remove = new[] { member.Id } });

    public Task MakesAnonymous(Customer member) =>
        levers.Post("groups/members", new { chat_id = _id, from = Founder.Id, promote = member.Id, anonymous = true });

    /// <summary>From here on the group is a supergroup with another id.</summary>
    public async Task BecomesSupergroup() =>
        _id = (await levers.Post("groups/migrate", new { chat_id = _id, from = Founder.Id })).GetProperty("chat_id").GetInt64();

    public async Task<long> Says(Customer member, string text, long? replyTo = null)
    {
        var said = await levers.Post("text", replyTo is { } to
            ? new { chat_id = _id, from = member.Id, text, reply_to = to }
            : new { chat_id = _id, from = member.Id, text });
        return said.GetProperty("message_id").GetInt64();
    }

    public async Task<long> SendsPhoto(Customer member, byte[] picture, string caption = "") => (await levers.Post(
        "photo", new { chat_id = _id, from = member.Id, base64 = Convert.ToBase64String(picture), caption }))
        .GetProperty("message_id").GetInt64();

    /// <summary>Presses the newest button with this label, once it is there; returns the id of the press.</summary>
    public async Task<string> Presses(Customer member, string label)
    {
        var found = await Eventually.Get($"a button «{label}» in the group", async () => (await FromBot())
            .Reverse()
            .SelectMany(message => message.Buttons.Select(button => new { message.Id, button.Label, button.Data }))
            .FirstOrDefault(button => button.Label.Contains(label, StringComparison.Ordinal) && button.Data.Length > 0));
        return await Clicks(member, found.Id, found.Data);
    }

    public async Task<string> Clicks(Customer member, long messageId, string data) =>
        (await levers.Post("click", new { chat_id = _id, from = member.Id, message_id = messageId, data })).GetProperty("id").GetString()!;

    /// <summary>What the bot told whoever pressed: a word, or where to go.</summary>
    public async Task<(string? Word, string? Address)> AnswerTo(Customer member, string press)
    {
        var answered = await Eventually.Get<object>("an answer to the press", async () =>
            (await View(member)).GetProperty("presses").EnumerateArray()
                .FirstOrDefault(seen => seen.GetProperty("id").GetString() == press) is { ValueKind: JsonValueKind.Object } found
                && found.GetProperty("answered").GetBoolean() ? found.Clone() : null);
        var said = (JsonElement)answered;
        return (Of(said, "text"), Of(said, "url"));
    }

    /// <summary>The newest message of the bot with this in it, once it is there.</summary>
    public Task<ChatMessage> Reads(string text) => Eventually.Get(
        $"«{text}» in the group",
        async () => (await FromBot()).LastOrDefault(message => message.Text.Contains(text, StringComparison.Ordinal)),
        () => $", which ends with «{_lastSeen}»");

    public Task<ChatMessage> Receives(string kind) => Eventually.Get(
        $"a {kind} in the group",
        async () => (await FromBot()).LastOrDefault(message => message.Json.TryGetProperty(kind, out _)));

    public async Task<IReadOnlyList<ChatMessage>> FromBot()
    {
        var messages = (await View(Founder)).GetProperty("messages").EnumerateArray()
            .Where(message => message.TryGetProperty("from", out var from) && from.GetProperty("is_bot").GetBoolean()
                && !message.TryGetProperty("sender_chat", out _))
            .Select(message => new ChatMessage(message.Clone()))
            .ToList();
        _lastSeen = messages is [.., var last] ? last.Text : "";
        return messages;
    }

    private static string? Of(JsonElement said, string name) => said.TryGetProperty(name, out var value) ? value.GetString() : null;

    private Task<JsonElement> View(Customer member) => levers.Get($"chats/{_id}?as={member.Id}");
}
