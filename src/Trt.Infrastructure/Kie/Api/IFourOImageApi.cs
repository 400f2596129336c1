using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

internal interface IFourOImageApi
{
    /// <summary>POST /api/v1/gpt4o-image/generate. Not idempotent: once per order.</summary>
    Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/gpt4o-image/record-info</summary>
    Task<KieAnswer> Record(string taskId, CancellationToken token);
}

internal sealed class FourOImageApi(KieHttp http) : IFourOImageApi
{
    public Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token) =>
        http.PostOnce("/api/v1/gpt4o-image/generate", order, token);

    public Task<KieAnswer> Record(string taskId, CancellationToken token) =>
        http.Get($"/api/v1/gpt4o-image/record-info?taskId={Uri.EscapeDataString(taskId)}", token);
}
