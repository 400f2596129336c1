using System.Net;
using System.Text.RegularExpressions;
using Trt.Benchmarks.Load;

namespace Trt.Benchmarks.Neighbours;

/// <summary>The owner of the shop with a browser, signed in to the dashboard by a link from the chat.</summary>
internal sealed partial class Operator : IDisposable
{
    public const long Id = 3_900_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer() };
    private readonly HttpClient _browser;

    private Operator(int port) => _browser = new HttpClient(_handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };

    public static async Task<Operator> SignIn(ServerUnderTest shop, NeighbourSink neighbours, CancellationToken token)
    {
        var link = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = neighbours.Listen(call =>
        {
            if (call.Chat == Id && Entrance().Match(call.Text("reply_markup") ?? "") is { Success: true } found)
            {
                link.TrySetResult(found.Value);
            }
        });
        Ask(shop);
        var owner = new Operator(shop.Port);
        try
        {
            using var entered = await owner._browser.PostAsync(
                new Uri(await link.Task.WaitAsync(Patience, token)).PathAndQuery, new FormUrlEncodedContent([]), token);
            return entered.IsSuccessStatusCode ? owner : throw new BenchmarkException($"The link into the dashboard was answered with {entered.StatusCode}.");
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    public async Task<string> Read(string address, CancellationToken token)
    {
        using var answer = await _browser.GetAsync(new Uri(address, UriKind.Relative), token);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsStringAsync(token)
            : throw new BenchmarkException($"{address} was answered with {answer.StatusCode}.");
    }

    /// <summary>Where a page leads to within the dashboard.</summary>
    public static IEnumerable<string> LinksOf(string page) => Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value));

    public void Dispose()
    {
        _browser.Dispose();
        _handler.Dispose();
    }

    private static void Ask(ServerUnderTest shop)
    {
        var request = new byte[4096];
        var length = new TextTemplate("/dashboard").Write(request, UpdateIds.Next(), Id);
        using var conversation = new Conversation(shop.Port);
        conversation.Ask(request.AsSpan(0, length), ""u8.ToArray());
    }

    [GeneratedRegex("http[^\"]*/admin/enter/[^\"]*")]
    private static partial Regex Entrance();

    [GeneratedRegex("<a [^>]*href=\"(?<to>/admin[^\"#]*)\"")]
    private static partial Regex Links();
}
