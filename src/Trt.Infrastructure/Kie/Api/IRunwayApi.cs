using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

internal interface IRunwayApi
{
    /// <summary>POST /api/v1/runway/generate. Not idempotent: once per order.</summary>
    Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/runway/record-detail</summary>
    Task<KieAnswer> Record(string taskId, CancellationToken token);
}

internal sealed class RunwayApi(KieHttp http) : IRunwayApi
{
    public Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token) =>
        http.PostOnce("/api/v1/runway/generate", order, token);

    public Task<KieAnswer> Record(string taskId, CancellationToken token) =>
        http.Get($"/api/v1/runway/record-detail?taskId={Uri.EscapeDataString(taskId)}", token);
}
