using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Stories.Dashboard;

/// <summary>An operator with a browser that runs no scripts: follows links, fills in forms, and carries the shop's cookie.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient _http;

    public Visitor(RunningShop shop) => _http = new HttpClient(_handler) { BaseAddress = shop.Http.BaseAddress };

    /// <summary>What was shown last.</summary>
    public string Text { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Answer { get; private set; } = null!;

    public string Words => WebUtility.HtmlDecode(Tags().Replace(Text, " "));

    /// <summary>The newest link into the dashboard that stands in the operator's chat.</summary>
    public static async Task<string> LinkOf(Customer who)
    {
        var before = await Links(who);
        await who.Say("/dashboard");
        return await Eventually.Get($"a link in the chat of {who.Id}", async () => (await Links(who)).Except(before).LastOrDefault());
    }

    public async Task Enter(Customer who)
    {
        await Press(await LinkOf(who), []);
        Status.ShouldBe(HttpStatusCode.OK, Words);
    }

    public async Task<Visitor> See(string path)
    {
        await Take(await _http.GetAsync(new Uri(path, UriKind.Relative)));
        return this;
    }

    /// <summary>A form of the page that is shown, with what it hides.</summary>
    public async Task Send(string action, params (string Name, string Value)[] said)
    {
        var form = Forms().Matches(Text).Select(form => form.Value).FirstOrDefault(form => form.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form {action} on: {Words}");
        var hidden = Hidden().Matches(form).Select(field => (field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        await Press(action, [.. hidden, .. said]);
    }

    public async Task Press(string path, (string Name, string Value)[] said, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.RelativeOrAbsolute))
        {
            Content = new FormUrlEncodedContent(said.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        await Take(await _http.SendAsync(request));
    }

    /// <summary>All addresses of the page that lead to others of the dashboard.</summary>
    public IEnumerable<string> LinksOfPage() => Hrefs().Matches(Text).Select(link => WebUtility.HtmlDecode(link.Groups["to"].Value)).Distinct();

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task Take(HttpResponseMessage answer)
    {
        (Answer, Status) = (answer, answer.StatusCode);
        Text = await answer.Content.ReadAsStringAsync();
        if (Status == HttpStatusCode.SeeOther)
        {
            await See(answer.Headers.Location!.OriginalString);
        }
    }

    private static async Task<List<string>> Links(Customer who) =>
    [
        .. (await who.FromBot())
            .Where(message => message.Json.TryGetProperty("reply_markup", out _))
            .SelectMany(message => message.Json.GetProperty("reply_markup").GetProperty("inline_keyboard").EnumerateArray())
            .SelectMany(row => row.EnumerateArray())
            .Where(button => button.TryGetProperty("url", out _))
            .Select(button => button.GetProperty("url").GetString()!)
            .Where(address => address.Contains("/admin/enter/", StringComparison.Ordinal)),
    ];

    public static string Said(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<(style|script)[^>]*>.*?</\\1>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<a [^>]*href=\"(?<to>/admin[^\"]*)\"|<(?:img|link|script)[^>]*(?:src|href)=\"(?<to>/admin[^\"]*)\"")]
    private static partial Regex Hrefs();
}
