using System.Net;
using System.Text;

namespace Trt.Benchmarks.Load;

/// <summary>Brings what a shop hands back, or fails at, once more, as Telegram and the provider do.</summary>
internal static class Again
{
    private const int TriesMax = 50;
    private static readonly TimeSpan After = TimeSpan.FromMilliseconds(200);

    /// <returns>How often it was handed back.</returns>
    public static async Task<int> Bring(this HttpClient shop, string address, string? secret, string body, CancellationToken token)
    {
        for (var handedBack = 0; ; handedBack++)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            if (secret is not null)
            {
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            }

            using var answer = await shop.SendAsync(request, token);
            if (answer.IsSuccessStatusCode)
            {
                return handedBack;
            }

            if (answer.StatusCode < HttpStatusCode.InternalServerError || handedBack == TriesMax)
            {
                throw new BenchmarkException($"The shop answered {(int)answer.StatusCode} to:\n{body}");
            }

            await Task.Delay(After, TimeProvider.System, token);
        }
    }
}
