using System.Net.Http.Json;
using System.Text.Json;

namespace Trt.Testing.Shop;

/// <summary>The sandbox's control API: what people do, what goes wrong, and what was seen.</summary>
public sealed class Levers(Uri sandbox) : IDisposable
{
    public HttpClient Http { get; } = new() { BaseAddress = new Uri(sandbox, "/control/") };

    public async Task<JsonElement> Post(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? (text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text))
            : throw new InvalidOperationException($"{path}: {text}");
    }

    public async Task<JsonElement> Get(string path) => await Http.GetFromJsonAsync<JsonElement>(path);

    public void Dispose() => Http.Dispose();
}
