using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trt.Api.Bot.Updates;
using Trt.Api.Options;
using Trt.Infrastructure.Telegram;
using Trt.Infrastructure.Telegram.Types;

namespace Trt.Api.Endpoints;

/// <summary>Where Telegram brings updates. Only an update we could not keep is answered with an error, so that it comes again.</summary>
internal sealed partial class TelegramWebhook(BotOptions options, UpdateIntake intake, ILogger<TelegramWebhook> logger)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int BodyBytesMax = 1024 * 1024;

    private readonly byte[] _secret = SHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret));

    public async Task Receive(HttpContext http)
    {
        if (!IsFromTelegram(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await http.Request.ReadCapped(BodyBytesMax, http.RequestAborted) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (Parse(body.Span) is not { } update)
        {
            // Telegram sends no such thing; bringing it again would not mend it.
            return;
        }

        // A person who closes the app does not undo what they asked for.
        var result = await intake.Handle(update, CancellationToken.None);
        if (result.IsHandedBack)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (result.Reply is { } reply)
        {
            http.Response.ContentType = "application/json";
            BotApi.WriteWebhookReply(reply, http.Response.BodyWriter);
            await http.Response.BodyWriter.FlushAsync();
        }
    }

    /// <summary>Compared by digests of equal length, so the time it takes tells nothing.</summary>
    private bool IsFromTelegram(HttpRequest request) =>
        request.Headers[SecretHeader] is [{ } secret]
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), _secret);

    private Update? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return Update.Parse(body);
        }
        catch (JsonException exception)
        {
            Unreadable(exception.Message);
            return null;
        }
    }

    [LoggerMessage(EventId = 20, EventName = "UPDATE_UNREADABLE", Level = LogLevel.Warning, Message = "An update could not be read: {Problem}")]
    private partial void Unreadable(string problem);
}
