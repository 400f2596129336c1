using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Trt.Api.Tests.Cli;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Machines;

/// <summary>A program of the operator, with its token.</summary>
internal sealed class Machine(RunningShop shop, string name, string? token, HttpClient? http = null)
{
    private static int _made;

    public string Name => name;

    public string? Token => token;

    /// <summary>Made the way an owner makes one.</summary>
    public static async Task<Machine> With(RunningShop shop, params string[] scopes)
    {
        var name = $"machine-{Interlocked.Increment(ref _made)}-{Environment.ProcessId}";
        var (exitCode, output, errors) = await new Shell(shop).Run(["tokens", "add", name, .. scopes.SelectMany(scope => new[] { "--scope", scope })]);
        exitCode.ShouldBe(0, errors);
        return new Machine(shop, name, output.Trim());
    }

    /// <summary>The same program on connections of its own.</summary>
    public Machine Over(HttpClient other) => new(shop, name, token, other);

    public Task<Answer> Get(string address) => Send(HttpMethod.Get, address);

    public Task<Answer> Post(string address, string? json = null) => Send(HttpMethod.Post, address, json);

    public async Task<Answer> Send(HttpMethod method, string address, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{address}");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        }

        using var response = await (http ?? shop.Http).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.RetryAfter?.Delta,
            text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}

internal sealed record Answer(int Status, string? Type, TimeSpan? RetryAfter, JsonElement Body)
{
    public string Detail => Body.GetProperty("detail").GetString()!;

    /// <summary>A refusal that a program can read and a person understands.</summary>
    public void ShouldRefuse(int status, string words)
    {
        (Status, Type).ShouldBe((status, "application/problem+json"), $"{Body}");
        Body.GetProperty("status").GetInt32().ShouldBe(status);
        Detail.ShouldContain(words);
    }
}
