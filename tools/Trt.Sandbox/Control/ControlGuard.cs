using System.Net;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

/// <summary>
/// Keeps the levers to those who sit at this machine: a page of somebody else that a developer has open could reach them through the
/// browser, by a form or by a name that was made to point here.
/// </summary>
internal static class ControlGuard
{
    public static IApplicationBuilder UseControlGuard(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/control"), levers => levers.Use(Check));

    private static Task Check(HttpContext context, RequestDelegate next) => Fault(context.Request) is { } fault
        ? Refuse(context.Response, fault)
        : next(context);

    private static (int Status, string Problem)? Fault(HttpRequest request)
    {
        if (!IsThisMachine(request.Host.Host))
        {
            return (StatusCodes.Status403Forbidden, "the sandbox answers to localhost and 127.0.0.1 only");
        }

        var ours = $"{request.Scheme}://{request.Host}";
        if (request.Headers.Origin is [{ } origin] && !origin.Equals(ours, StringComparison.OrdinalIgnoreCase))
        {
            return (StatusCodes.Status403Forbidden, "the levers are for the sandbox's own page and for programs, not for other pages");
        }

        return HasBody(request) && !request.HasJsonContentType()
            ? (StatusCodes.Status415UnsupportedMediaType, "send the body with Content-Type: application/json")
            : null;
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool HasBody(HttpRequest request) => request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;

    private static Task Refuse(HttpResponse response, (int Status, string Problem) fault)
    {
        response.StatusCode = fault.Status;
        return response.WriteAsJsonAsync(new Problem(fault.Problem), BotApiJson.Options);
    }
}
