using System.Net;
using System.Text.RegularExpressions;
using Trt.Browser.Tests.Neighbours;

namespace Trt.Browser.Tests;

/// <summary>The files of the page as a browser gets them.</summary>
internal sealed partial class PageFilesTests
{
    private RunningSandbox _sandbox = null!;
    private HttpClient _http = null!;

    [GeneratedRegex("""(?:href|src)="(?<path>/page/[^"]+)"|from '(?<path>\./[^']+)'|url\("(?<path>/page/[^"]+)"\)""")]
    private static partial Regex Reference { get; }

    [OneTimeSetUp]
    public async Task Start()
    {
        _sandbox = await RunningSandbox.Start();
        _http = new HttpClient { BaseAddress = _sandbox.Address };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Everything_the_page_refers_to_is_served()
    {
        var seen = new HashSet<string> { "/" };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var path))
        {
            using var response = await _http.GetAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            var text = await response.Content.ReadAsStringAsync();
            foreach (Match reference in Reference.Matches(text))
            {
                var next = new Uri(new Uri(_sandbox.Address, path), reference.Groups["path"].Value).AbsolutePath;
                if (seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(30);
    }

    [Test]
    public async Task Nothing_may_run_that_is_not_a_file_of_the_page()
    {
        using var response = await _http.GetAsync("/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe");
        (await response.Content.ReadAsStringAsync()).ShouldNotMatch("<script(?![^>]* src=)|<style| style=| on[a-z]+=");
    }

    [Test]
    public async Task A_file_that_has_not_changed_is_not_sent_again()
    {
        using var first = await _http.GetAsync("/page/js/main.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/page/js/main.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _http.SendAsync(again);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
