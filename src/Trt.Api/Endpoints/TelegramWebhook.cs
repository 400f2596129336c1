using System.Security.Cryptography;
using System.Text;
using Trt.Api.Bot.Updates;
using Trt.Api.Options;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Endpoints;

/// <summary>Where Telegram brings updates. Only an update we could not keep is answered with an error, so that it comes again.</summary>
internal sealed class TelegramWebhook(BotOptions options, UpdateIntake intake)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int BodyBytesMax = 1024 * 1024;

    private readonly byte[][] _secrets = [.. options.OtherWebhookSecrets.Prepend(options.WebhookSecret).Select(Digest)];

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

        // A person who closes the app does not undo what they asked for.
        var result = await intake.Handle(ReceivedUpdate.Read(body), CancellationToken.None);
        if (result.IsHandedBack)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (result.HasReply)
        {
            http.Response.ContentType = "application/json";
            result.WriteReply(http.Response.BodyWriter);
            await http.Response.BodyWriter.FlushAsync();
        }
    }

    /// <summary>Compared by digests of equal length, and with each, so the time it takes tells nothing.</summary>
    private bool IsFromTelegram(HttpRequest request)
    {
        if (request.Headers[SecretHeader] is not [{ } shown])
        {
            return false;
        }

        var (digest, isOurs) = (Digest(shown), false);
        foreach (var secret in _secrets)
        {
            isOurs |= CryptographicOperations.FixedTimeEquals(digest, secret);
        }

        return isOurs;
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
