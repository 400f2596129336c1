using System.Net;
using System.Text;

namespace Trt.Sandbox.Tests.Telegram;

/// <summary>The levers are for whoever sits at this machine, and not for a page that they have open.</summary>
internal sealed class ControlGuardTests : SandboxTest
{
    private const string Body = """{"advance_ms":0}""";

    [TestCase("evil.example")]
    [TestCase("localhost.evil.example")]
    [TestCase("192.168.0.7")]
    public async Task A_name_that_was_made_to_point_here_is_refused(string host)
    {
        (await Send(HttpMethod.Post, "clock", Body, host: host)).ShouldBe(HttpStatusCode.Forbidden);
        (await Send(HttpMethod.Get, "bots", null, host: host)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [TestCase("https://evil.example")]
    [TestCase("null")]
    [TestCase("http://127.0.0.1:1")]
    public async Task Another_page_is_refused(string origin)
    {
        (await Send(HttpMethod.Post, "clock", Body, origin: origin)).ShouldBe(HttpStatusCode.Forbidden);
        (await Send(HttpMethod.Post, "reset", null, origin: origin)).ShouldBe(HttpStatusCode.Forbidden);
        (await Send(HttpMethod.Post, "kie", "{}", origin: origin)).ShouldBe(HttpStatusCode.Forbidden);
        (await Send(HttpMethod.Post, "yookassa", "{}", origin: origin)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase(null)]
    public async Task What_a_form_could_send_is_refused(string? type) =>
        (await Send(HttpMethod.Post, "clock", Body, type: type)).ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [TestCase("localhost")]
    [TestCase("127.0.0.1")]
    public async Task The_sandboxs_own_page_and_programs_get_through(string host)
    {
        (await Send(HttpMethod.Post, "clock", Body, host: $"{host}:{Sandbox.Address.Port}", origin: $"http://{host}:{Sandbox.Address.Port}"))
            .ShouldBe(HttpStatusCode.OK);
        (await Send(HttpMethod.Post, "clock", Body, type: "application/json; charset=utf-8")).ShouldBe(HttpStatusCode.OK);
        (await Send(HttpMethod.Get, "bots", null)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> Send(
        HttpMethod method, string lever, string? body, string? type = "application/json", string? host = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, $"/control/{lever}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        using var response = await Sandbox.Http.SendAsync(request);
        return response.StatusCode;
    }
}
