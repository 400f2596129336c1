using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

internal interface IVeoApi
{
    /// <summary>POST /api/v1/veo/generate. Not idempotent: once per order.</summary>
    Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/veo/record-info</summary>
    Task<KieAnswer> Record(string taskId, CancellationToken token);
}

internal sealed class VeoApi(KieHttp http) : IVeoApi
{
    public Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token) =>
        http.PostOnce("/api/v1/veo/generate", order, token);

    public Task<KieAnswer> Record(string taskId, CancellationToken token) =>
        http.Get($"/api/v1/veo/record-info?taskId={Uri.EscapeDataString(taskId)}", token);
}
