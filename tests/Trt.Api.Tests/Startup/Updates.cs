using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Trt.Api.Options;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Startup;

/// <summary>Updates brought to a shop's door by hand, past the simulator that would bring them again.</summary>
internal sealed class Updates(RunningShop shop)
{
    private static long _last = 3_000_000_000;

    public async Task<HttpStatusCode> Press(long user, string data) => (await Bring(PressOf(user, data))).Status;

    public async Task<HttpStatusCode> Say(long user, string text) => (await Bring(Message(user, new { text }))).Status;

    /// <summary>The call that travels back as the answer.</summary>
    public async Task<JsonElement> AnswerToPress(long user, string data) => (await Bring(PressOf(user, data))).Reply;

    public async Task<JsonElement> AnswerTo(long user, object content) => (await Bring(Message(user, content))).Reply;

    /// <param name="update">Without its id.</param>
    public async Task<HttpStatusCode> Bring(object update) => (await Bring(
        JsonSerializer.SerializeToElement(update).EnumerateObject().ToDictionary(part => part.Name, object (part) => part.Value))).Status;

    private static Dictionary<string, object> Message(long user, object content)
    {
        var message = JsonSerializer.SerializeToElement(content).EnumerateObject().ToDictionary(part => part.Name, object (part) => part.Value);
        message["message_id"] = 1;
        message["date"] = 1;
        message["chat"] = new { id = user, type = "private" };
        message["from"] = new { id = user, first_name = "A", language_code = "ru" };
        return new Dictionary<string, object> { ["message"] = message };
    }

    private static Dictionary<string, object> PressOf(long user, string data) => new()
    {
        ["callback_query"] = new
        {
            id = $"{Interlocked.Increment(ref _last)}",
            from = new { id = user, first_name = "A", language_code = "ru" },
            chat_instance = "1",
            data,
            message = new { message_id = 1, date = 1, chat = new { id = user, type = "private" } },
        },
    };

    private async Task<(HttpStatusCode Status, JsonElement Reply)> Bring(Dictionary<string, object> update)
    {
        update["update_id"] = Interlocked.Increment(ref _last) - 2_000_000_000;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook")
        {
            Content = new StringContent(JsonSerializer.Serialize(update), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", shop.Sandbox.Shop.GetRequiredService<BotOptions>().WebhookSecret);
        using var response = await shop.Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
    }
}
