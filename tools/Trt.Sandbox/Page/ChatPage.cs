using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Trt.Sandbox.Page;

/// <summary>The page at "/" that looks and feels like the chat.</summary>
internal static class ChatPage
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IEndpointRouteBuilder MapChatPage(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in PageAssets.Load())
        {
            routes.MapGet(asset.Route, (HttpContext http) => Serve(asset, http.Response.Headers));
        }

        return routes;
    }

    private static FileContentHttpResult Serve(PageAsset asset, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        // The browser asks each time and gets 304: a rebuilt page is seen at the next reload.
        headers.CacheControl = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }
}
