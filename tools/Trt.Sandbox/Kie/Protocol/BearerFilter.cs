namespace Trt.Sandbox.Kie.Protocol;

/// <summary>Every call needs a key. Any key will do: each is an account of its own.</summary>
internal static class BearerFilter
{
    private const string Scheme = "Bearer ";

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        KeyOf(context.HttpContext) is null
            ? KieReply.Of(401, "You do not have access permissions")
            : await next(context);

    public static string? KeyOf(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } key
            ? key
            : null;
    }
}
