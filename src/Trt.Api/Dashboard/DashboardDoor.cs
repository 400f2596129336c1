using Trt.Api.Instance;
using Trt.Api.Options;

namespace Trt.Api.Dashboard;

/// <summary>
/// Where the dashboard begins. Nothing of it is loaded before somebody comes: the port must open fast, and most shops are never looked at
/// from here for days.
/// </summary>
internal sealed class DashboardDoor(
    TrtOptions options, Readiness readiness, TimeProvider time, ILoggerFactory loggers)
{
    public const string Path = "/admin/{**path}";

    private readonly Lazy<Board> _board = new(
        () => new Board(options, readiness, new Drawing(loggers), new Assets(), time, loggers.CreateLogger<Board>()));

    public Task Serve(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
        return _board.Value.Serve(http, (http.Request.RouteValues["path"] as string ?? "").TrimEnd('/'));
    }
}
