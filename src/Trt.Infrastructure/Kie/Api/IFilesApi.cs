using System.Text.Json;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

/// <summary>Files that the provider has made.</summary>
internal interface IFilesApi
{
    /// <summary>POST /api/v1/common/download-url: a link to the same file that lives for twenty minutes.</summary>
    Task<KieAnswer> DownloadUrl(Uri result, CancellationToken token);
}

internal sealed class FilesApi(KieHttp http) : IFilesApi
{
    public Task<KieAnswer> DownloadUrl(Uri result, CancellationToken token) =>
        http.PostOnce("/api/v1/common/download-url", JsonSerializer.SerializeToUtf8Bytes(new { url = result.AbsoluteUri }), token);
}
