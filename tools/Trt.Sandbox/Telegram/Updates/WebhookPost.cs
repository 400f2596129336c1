using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>How a delivery went: taken, perhaps with a method call in the answer, or not taken and why.</summary>
internal sealed record WebhookAnswer(
    string? Failure = null, TimeSpan? RetryAfter = null, ReadOnlyMemory<byte> Body = default, string? ContentType = null);

/// <summary>One update over HTTP to the bot's own server.</summary>
internal static class WebhookPost
{
    public static async Task<WebhookAnswer> Send(HttpClient http, Webhook webhook, PendingUpdate update, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        request.Content = new ByteArrayContent(update.Body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (webhook.SecretToken is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", webhook.SecretToken);
        }

        if (webhook.Url.UserInfo.Length > 0)
        {
            request.Headers.Authorization = Basic(Uri.UnescapeDataString(webhook.Url.UserInfo));
        }

        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
            {
                return new WebhookAnswer(Failure: Describe(response), RetryAfter: response.Headers.RetryAfter?.Delta);
            }

            var body = await response.Content.ReadAsByteArrayAsync(ct);
            return new WebhookAnswer(Body: body, ContentType: response.Content.Headers.ContentType?.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAnswer(Failure: "Read timeout expired");
        }
        catch (HttpRequestException failure)
        {
            return new WebhookAnswer(Failure: failure.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "Failed to resolve host: Name or service not known",
                HttpRequestError.ConnectionError => "Connection refused",
                HttpRequestError.SecureConnectionError => "SSL error {error:0A000086:SSL routines::certificate verify failed}",
                _ => "Connection closed",
            });
        }
        catch (IOException)
        {
            return new WebhookAnswer(Failure: "Connection closed");
        }
    }

    private static string Describe(HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        var reason = string.IsNullOrEmpty(response.ReasonPhrase) ? ReasonPhrases.GetReasonPhrase(code) : response.ReasonPhrase;
        return $"Wrong response from the webhook: {code} {reason}".TrimEnd();
    }

    private static AuthenticationHeaderValue Basic(string userInfo) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userInfo)));
}
