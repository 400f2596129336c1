using Trt.Sandbox.Kie.Faults;

namespace Trt.Sandbox.Kie.Files;

/// <summary>Serves a result the way the dial spoils it.</summary>
internal static class FaultyFile
{
    private const long HugeBytes = 2L * 1024 * 1024 * 1024;

    public static async Task<IResult> Serve(HttpContext http, TimeProvider time, ResultFault fault, StoredFile file)
    {
        if (fault.Expired)
        {
            return Results.NotFound();
        }

        if (fault.Redirect is { } elsewhere)
        {
            return Results.Redirect(elsewhere);
        }

        if (fault.Empty)
        {
            return Results.Bytes([], file.MimeType);
        }

        if (fault.Html)
        {
            return Results.Content("<!doctype html><title>Sign in</title><p>Please sign in", file.MimeType);
        }

        if (fault.Huge)
        {
            await SendHuge(http, file);
        }
        else if (fault.Slow)
        {
            await SendSlowly(http, time, file);
        }
        else
        {
            return Results.Bytes(file.Content.Value, file.MimeType, enableRangeProcessing: true);
        }
        return Results.Empty;
    }

    private static async Task SendHuge(HttpContext http, StoredFile file)
    {
        http.Response.ContentType = file.MimeType;
        await http.Response.Body.WriteAsync(file.Content.Value, http.RequestAborted);
        var block = new byte[64 * 1024];
        for (var sent = 0L; sent < HugeBytes; sent += block.Length)
        {
            await http.Response.Body.WriteAsync(block, http.RequestAborted);
        }
    }

    private static async Task SendSlowly(HttpContext http, TimeProvider time, StoredFile file)
    {
        http.Response.ContentType = file.MimeType;
        foreach (var one in file.Content.Value)
        {
            await http.Response.Body.WriteAsync(new[] { one }, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromSeconds(1), time, http.RequestAborted);
        }
    }
}
