using System.Text.Json;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

/// <summary>The operator's account and fresh links to results.</summary>
internal interface IAccountApi
{
    /// <summary>GET /api/v1/chat/credit</summary>
    Task<KieAnswer> Credit(CancellationToken token);

    /// <summary>POST /api/v1/common/download-url</summary>
    Task<KieAnswer> DownloadUrl(Uri result, CancellationToken token);
}

internal sealed class AccountApi(KieHttp http) : IAccountApi
{
    public Task<KieAnswer> Credit(CancellationToken token) => http.Get("/api/v1/chat/credit", token);

    public Task<KieAnswer> DownloadUrl(Uri result, CancellationToken token) =>
        http.PostOnce(
            "/api/v1/common/download-url",
            JsonSerializer.SerializeToUtf8Bytes(new DownloadUrlRequest(result.AbsoluteUri), KieJson.Default.DownloadUrlRequest),
            token);
}
