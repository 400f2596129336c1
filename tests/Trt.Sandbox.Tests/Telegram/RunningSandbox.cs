using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Trt.Sandbox.Control;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>A sandbox on a free port, a bot of its own, and a person who talks to it: all over real HTTP.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    public const long Anna = 7001;
    private static int _bots;

    private readonly WebApplication _app;

    private RunningSandbox(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>The bot that this test plays.</summary>
    public string Token { get; } = $"{5_000_000 + Interlocked.Increment(ref _bots)}:secret";

    public static async Task<RunningSandbox> Start()
    {
        var app = SandboxHost.Build(port: 0, new SandboxClock());
        await app.StartAsync();
        var sandbox = new RunningSandbox(app, new Uri(app.Urls.First()));
        await sandbox.Control("bots", new { token = sandbox.Token, username = "tested_bot" });
        return sandbox;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    public Uri Method(string name) => new(Address, $"/telegram/bot{Token}/{name}");

    /// <summary>Calls a Bot API method that must succeed.</summary>
    public async Task<JsonElement> Call(string method, object? parameters = null)
    {
        var (status, answer) = await Try(method, parameters);
        answer.GetProperty("ok").GetBoolean().ShouldBeTrue(answer.GetRawText());
        status.ShouldBe(200);
        return answer.GetProperty("result");
    }

    /// <summary>Calls a Bot API method that must be refused.</summary>
    public async Task<string> Refusal(string method, object? parameters = null)
    {
        var (status, answer) = await Try(method, parameters);
        answer.GetProperty("ok").GetBoolean().ShouldBeFalse(answer.GetRawText());
        answer.GetProperty("error_code").GetInt32().ShouldBe(status);
        return answer.GetProperty("description").GetString()!;
    }

    public async Task<(int Status, JsonElement Answer)> Try(string method, object? parameters = null)
    {
        using var response = await Http.PostAsJsonAsync(Method(method), parameters ?? new { });
        return ((int)response.StatusCode, await Json(response));
    }

    /// <summary>Pulls a lever that must move; the token is that of the tested bot.</summary>
    public async Task<JsonElement> Control(string lever, object body)
    {
        using var response = await Post(lever, body);
        var answer = await Json(response);
        response.IsSuccessStatusCode.ShouldBeTrue(answer.GetRawText());
        return answer;
    }

    public async Task<string> ControlRefusal(string lever, object body)
    {
        using var response = await Post(lever, body);
        ((int)response.StatusCode).ShouldBe(400);
        return (await Json(response)).GetProperty("error").GetString()!;
    }

    public Task<JsonElement> Says(string text, long chatId = Anna) => Control("text", new { chat_id = chatId, text });

    public async Task<JsonElement> Chat(long chatId = Anna, long? after = null) =>
        await Http.GetFromJsonAsync<JsonElement>($"/control/chats/{chatId}?token={Token}{(after is null ? "" : $"&after={after}")}");

    public async Task<JsonElement[]> Messages(long chatId = Anna) => [.. (await Chat(chatId)).GetProperty("messages").EnumerateArray()];

    public async Task<JsonElement[]> Updates(object? parameters = null) => [.. (await Call("getUpdates", parameters)).EnumerateArray()];

    public async Task<bool> IsPolling() => (await Http.GetFromJsonAsync<JsonElement>("/control/bots")).GetProperty("bots").EnumerateArray()
        .Any(bot => bot.GetProperty("username").GetString() == "tested_bot" && bot.GetProperty("is_polling").GetBoolean());

    /// <summary>A bot may write only to people who wrote first.</summary>
    public async Task AnnaHasStarted()
    {
        await Says("/start");
        await Call("getUpdates", new { offset = -1 });
        var updates = await Updates();
        await Call("getUpdates", new { offset = updates[^1].GetProperty("update_id").GetInt64() + 1 });
    }

    private Task<HttpResponseMessage> Post(string lever, object body)
    {
        var json = JsonSerializer.SerializeToNode(body)!.AsObject();
        json.TryAdd("token", Token);
        return Http.PostAsJsonAsync($"/control/{lever}", json);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync());
}
