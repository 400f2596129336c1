using System.Net.Http.Headers;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie.Api;

/// <summary>Takes customers' files; on a host of its own, free of charge.</summary>
internal interface IUploadApi
{
    /// <summary>POST /api/file-stream-upload</summary>
    Task<KieAnswer> Stream(Stream content, string fileName, string mimeType, string folder, CancellationToken token);
}

internal sealed class UploadApi(KieHttp http) : IUploadApi
{
    public async Task<KieAnswer> Stream(Stream content, string fileName, string mimeType, string folder, CancellationToken token)
    {
        var file = new LentStreamContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.TryParse(mimeType, out var type) ? type : new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(folder), "uploadPath" },
            { new StringContent(fileName), "fileName" },
            { file, "file", fileName },
        };
        return await http.Upload("/api/file-stream-upload", form, token);
    }
}
