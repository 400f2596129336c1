using Trt.Api.Options;
using Trt.Application.BackOffice.Dashboard;

namespace Trt.Api.Dashboard;

/// <summary>What a browser shows with every request. One that is not sealed by us is none.</summary>
internal sealed class DashboardCookie(TrtOptions options)
{
    private const string Name = "trt_dashboard";

    public string? Read(HttpRequest request) =>
        request.Cookies[Name] is { } key && SealedKey.IsOurs(key, options.Shop.DashboardSecret) ? key : null;

    public void Write(HttpResponse response, string key, TimeSpan lifetime) => response.Cookies.Append(Name, key, Options(lifetime));

    public void Drop(HttpResponse response) => response.Cookies.Delete(Name, Options(lifetime: null));

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        Path = "/admin",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        // A local port may stand behind a proxy that speaks https.
        Secure = !options.IsLocal || options.DashboardBase?.Scheme == Uri.UriSchemeHttps,
        MaxAge = lifetime,
    };
}
