using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Trt.Sandbox.Control;

namespace Trt.Browser.Tests.Neighbours;

/// <summary>A bot that does what a test tells it, over the Bot API as any bot would.</summary>
internal sealed class ScriptedBot(Uri sandbox) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new() { BaseAddress = new Uri(sandbox, $"/telegram/bot{SandboxDefaults.BotToken}/") };
    private readonly Queue<JsonNode> _received = [];
    private long _nextUpdate;

    public async Task<JsonNode> Call(string method, JsonObject parameters)
    {
        using var response = await _http.PostAsJsonAsync(method, parameters);
        return await Result(method, response);
    }

    /// <summary>Calls a method with files: each goes as a part that the parameters name with attach://.</summary>
    public async Task<JsonNode> Upload(string method, JsonObject parameters, params IReadOnlyList<FilePart> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in parameters)
        {
            form.Add(new StringContent(value is JsonValue scalar ? scalar.ToString() : value!.ToJsonString()), name);
        }

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file.Bytes) { Headers = { ContentType = new(file.ContentType) } }, file.Part, file.FileName);
        }

        using var response = await _http.PostAsync(new Uri(method, UriKind.Relative), form);
        return await Result(method, response);
    }

    public async Task<long> Say(long chatId, string text, JsonArray? keyboard = null, string? parseMode = null)
    {
        var message = await Call("sendMessage", new JsonObject
        {
            ["chat_id"] = chatId,
            ["text"] = text,
            ["parse_mode"] = parseMode,
            ["reply_markup"] = keyboard is null ? null : Keyboard(keyboard),
        }.WithoutNulls());
        return IdOf(message);
    }

    public async Task Edit(long chatId, long messageId, string text, JsonArray? keyboard = null) =>
        await Call("editMessageText", new JsonObject
        {
            ["chat_id"] = chatId,
            ["message_id"] = messageId,
            ["text"] = text,
            ["reply_markup"] = keyboard is null ? null : Keyboard(keyboard),
        }.WithoutNulls());

    public async Task<long> SendPhoto(long chatId, byte[] png, string? caption = null) =>
        IdOf(await Upload("sendPhoto", new JsonObject { ["chat_id"] = chatId, ["caption"] = caption }.WithoutNulls(),
            new FilePart("photo", "picture.png", "image/png", png)));

    public async Task Answer(JsonNode press, string? text = null, bool alert = false) =>
        await Call("answerCallbackQuery", new JsonObject
        {
            ["callback_query_id"] = press["id"]!.GetValue<string>(),
            ["text"] = text,
            ["show_alert"] = alert,
        }.WithoutNulls());

    /// <summary>Waits for the next press of a button.</summary>
    public async Task<JsonNode> WaitForPress() => (await WaitFor(update => update["callback_query"] is not null))["callback_query"]!;

    /// <summary>Waits for the next message of this person.</summary>
    public async Task<JsonNode> WaitForMessage(long chatId) =>
        (await WaitFor(update => update["message"]?["chat"]?["id"]?.GetValue<long>() == chatId))["message"]!;

    /// <summary>Waits for an update; those it steps over stay for whoever asks for them.</summary>
    public async Task<JsonNode> WaitFor(Func<JsonNode, bool> wanted)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            for (var left = _received.Count; left > 0; left--)
            {
                var update = _received.Dequeue();
                if (wanted(update))
                {
                    return update;
                }

                _received.Enqueue(update);
            }

            deadline.IsCancellationRequested.ShouldBeFalse("the bot waited in vain for an update");
            await Poll();
        }
    }

    public static JsonArray Row(params IEnumerable<(string Text, string Data)> buttons) =>
        [.. buttons.Select(button => new JsonObject { ["text"] = button.Text, ["callback_data"] = button.Data })];

    public void Dispose() => _http.Dispose();

    private static JsonObject Keyboard(JsonArray rows) => new() { ["inline_keyboard"] = rows };

    private static long IdOf(JsonNode message) => message["message_id"]!.GetValue<long>();

    private async Task Poll()
    {
        var updates = await Call("getUpdates", new JsonObject { ["offset"] = _nextUpdate, ["timeout"] = 2 });
        foreach (var update in updates.AsArray())
        {
            _nextUpdate = update!["update_id"]!.GetValue<long>() + 1;
            _received.Enqueue(update);
        }
    }

    private static async Task<JsonNode> Result(string method, HttpResponseMessage response)
    {
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return answer["ok"]!.GetValue<bool>() ? answer["result"]! : throw new BotApiRefusal($"{method}: {answer["description"]}");
    }
}

/// <summary>The Bot API said no.</summary>
internal sealed class BotApiRefusal(string message) : Exception(message);

/// <summary>A file in a multipart call.</summary>
internal sealed record FilePart(string Part, string FileName, string ContentType, byte[] Bytes);

internal static class JsonObjects
{
    public static JsonObject WithoutNulls(this JsonObject parameters)
    {
        foreach (var name in parameters.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray())
        {
            parameters.Remove(name);
        }

        return parameters;
    }
}
