using System.Net;
using System.Text;
using System.Text.Json;

namespace Trt.Sandbox.Telegram.Wire;

/// <summary>Turns an HTTP request into parameters: the query string first, then the body in whatever encoding it came.</summary>
internal static class RequestReader
{
    public static async Task<Parameters> Read(HttpRequest request, CancellationToken ct)
    {
        var parameters = new Parameters();
        foreach (var (name, values) in request.Query)
        {
            parameters.Add(name, values.FirstOrDefault() ?? "");
        }

        ReadBody(await Body(request, ct), request.ContentType ?? "", parameters);
        return parameters;
    }

    public static void ReadBody(ReadOnlyMemory<byte> body, string contentType, Parameters into)
    {
        if (body.IsEmpty)
        {
            return;
        }

        if (contentType.Contains("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            MultipartBody.Read(body, MultipartBody.BoundaryOf(contentType), into);
        }
        else if (contentType.Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            ReadJson(body, into);
        }
        else if (contentType.Length == 0 || contentType.Contains("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            ReadForm(Encoding.UTF8.GetString(body.Span), into);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request, CancellationToken ct)
    {
        if (HttpMethods.IsGet(request.Method) || request.ContentLength == 0)
        {
            return default;
        }

        try
        {
            using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 4096, 64 * 1024 * 1024));
            await request.Body.CopyToAsync(buffer, ct);
            return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Refuse.TooLarge();
        }
    }

    private static void ReadJson(ReadOnlyMemory<byte> body, Parameters into)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 100 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Refuse.Bad("JSON object expected as the request body");
            }

            into.AddObject(document.RootElement);
        }
        catch (JsonException)
        {
            throw Refuse.Bad("can't parse the request body as a JSON object");
        }
    }

    private static void ReadForm(string body, Parameters into)
    {
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (equals < 0)
            {
                into.Add(WebUtility.UrlDecode(pair), "");
            }
            else
            {
                into.Add(WebUtility.UrlDecode(pair[..equals]), WebUtility.UrlDecode(pair[(equals + 1)..]));
            }
        }
    }
}
