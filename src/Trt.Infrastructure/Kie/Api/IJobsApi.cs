using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

/// <summary>The common door of most models.</summary>
internal interface IJobsApi
{
    /// <summary>POST /api/v1/jobs/createTask. Not idempotent: once per order.</summary>
    Task<KieAnswer> CreateTask(ReadOnlyMemory<byte> order, CancellationToken token);

    /// <summary>GET /api/v1/jobs/recordInfo</summary>
    Task<KieAnswer> RecordInfo(string taskId, CancellationToken token);
}

internal sealed class JobsApi(KieHttp http) : IJobsApi
{
    public Task<KieAnswer> CreateTask(ReadOnlyMemory<byte> order, CancellationToken token) =>
        http.PostOnce("/api/v1/jobs/createTask", order, token);

    public Task<KieAnswer> RecordInfo(string taskId, CancellationToken token) =>
        http.Get($"/api/v1/jobs/recordInfo?taskId={Uri.EscapeDataString(taskId)}", token);
}
