using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

internal interface IAlephApi
{
    /// <summary>POST /api/v1/aleph/generate. Not idempotent: once per order.</summary>
    Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/aleph/record-info</summary>
    Task<KieAnswer> Record(string taskId, CancellationToken token);
}

internal sealed class AlephApi(KieHttp http) : IAlephApi
{
    public Task<KieAnswer> Generate(ReadOnlyMemory<byte> order, CancellationToken token) =>
        http.PostOnce("/api/v1/aleph/generate", order, token);

    public Task<KieAnswer> Record(string taskId, CancellationToken token) =>
        http.Get($"/api/v1/aleph/record-info?taskId={Uri.EscapeDataString(taskId)}", token);
}
