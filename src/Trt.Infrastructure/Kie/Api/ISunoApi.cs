using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

/// <summary>Songs, and the tools that work on songs.</summary>
internal interface ISunoApi
{
    /// <summary>POST /api/v1/generate</summary>
    Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>POST /api/v1/generate/{action}: extend, upload-cover, upload-extend, add-vocals, add-instrumental</summary>
    Task<KieAnswer> Rework(string action, ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/generate/record-info</summary>
    Task<KieAnswer> SongRecord(string taskId, CancellationToken token);

    /// <summary>POST /api/v1/lyrics</summary>
    Task<KieAnswer> Lyrics(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>POST /api/v1/{tool}/generate: wav, vocal-removal</summary>
    Task<KieAnswer> Use(string tool, ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/{tool}/record-info: lyrics, wav, vocal-removal</summary>
    Task<KieAnswer> ToolRecord(string tool, string taskId, CancellationToken token);
}

internal sealed class SunoApi(KieHttp http) : ISunoApi
{
    public Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token) => http.PostOnce("/api/v1/generate", order, token);

    public Task<KieAnswer> Rework(string action, ReadOnlyMemory<byte> order, CancellationToken token) => http.PostOnce($"/api/v1/generate/{action}", order, token);

    public Task<KieAnswer> SongRecord(string taskId, CancellationToken token) =>
        http.Get($"/api/v1/generate/record-info?taskId={Uri.EscapeDataString(taskId)}", token);

    public Task<KieAnswer> Lyrics(ReadOnlyMemory<byte> order, CancellationToken token) => http.PostOnce("/api/v1/lyrics", order, token);

    public Task<KieAnswer> Use(string tool, ReadOnlyMemory<byte> order, CancellationToken token) => http.PostOnce($"/api/v1/{tool}/generate", order, token);

    public Task<KieAnswer> ToolRecord(string tool, string taskId, CancellationToken token) =>
        http.Get($"/api/v1/{tool}/record-info?taskId={Uri.EscapeDataString(taskId)}", token);
}
