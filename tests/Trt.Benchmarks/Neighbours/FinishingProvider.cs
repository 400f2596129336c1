using Microsoft.AspNetCore.Http;
using Trt.Benchmarks.Load;

namespace Trt.Benchmarks.Neighbours;

/// <summary>Ends every order at once with a picture, and says so at the address that came with the order.</summary>
internal sealed class FinishingProvider : AcceptingProvider, IDisposable
{
    private static readonly byte[] Picture =
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R',
        0, 0, 4, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0, .. new byte[64],
    ];

    private readonly HttpClient _shop = new();

    public override async Task Answer(HttpContext http, string path, string address)
    {
        if (path.StartsWith(Results, StringComparison.Ordinal))
        {
            http.Response.ContentType = "image/png";
            await http.Response.Body.WriteAsync(Picture, http.RequestAborted);
        }
        else if (path == "/api/v1/jobs/recordInfo")
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(Record(http.Request.Query["taskId"].ToString(), address), http.RequestAborted);
        }
        else
        {
            await base.Answer(http, path, address);
        }
    }

    public void Dispose() => _shop.Dispose();

    protected override Task Accepted(string task, Uri callback) => _shop.Bring(
        callback.AbsoluteUri,
        secret: null,
        $$$"""{"code":200,"data":{"state":"success","taskId":"{{{task}}}"},"msg":"success"}""",
        CancellationToken.None);

    private static string Record(string task, string address) =>
        $$$"""
        {"code":200,"msg":"success","data":{"taskId":"{{{task}}}","model":"nano-banana-pro","state":"success","param":"{}","resultJson":"{\"resultUrls\":[\"{{{address}}}{{{Results}}}{{{task}}}.png\"]}","failCode":null,"failMsg":null,"costTime":1,"consumeCredits":18,"completeTime":1767225600000,"createTime":1767225599000}}
        """;
}
