using Trt.Sandbox.Kie.Faults;

namespace Trt.Sandbox.Kie.Files;

/// <summary>Serves the store to anyone who knows the address.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder root) =>
        root.MapMethods("/files/{**path}", ["GET", "HEAD"], async (
            string path, HttpContext http, KieFiles files, KieDial dial, TimeProvider time) =>
        {
            if (files.Serve(path) is not { } file)
            {
                return Results.NotFound();
            }

            return path.StartsWith("uploads/", StringComparison.Ordinal) || dial.TakeResult() is not { } fault
                ? Results.Bytes(file.Content.Value, file.MimeType, enableRangeProcessing: true)
                : await FaultyFile.Serve(http, time, fault, file);
        });
}
