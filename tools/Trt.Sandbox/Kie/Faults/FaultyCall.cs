using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Faults;

/// <summary>Does the work of a call, or spoils it the way the dial says.</summary>
internal static class FaultyCall
{
    public static async Task<IResult> Run(HttpContext http, TimeProvider time, CallFault? fault, Func<Task<IResult>> work)
    {
        if (fault is null)
        {
            return await work();
        }

        if (fault.DropBefore)
        {
            return Cut(http);
        }

        if (fault.Code is null && fault.Html is null || fault.Runs)
        {
            var answer = await work();
            if (fault.HangMs is { } wait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(wait), time, http.RequestAborted);
            }

            if (fault.DropAfter)
            {
                return Cut(http);
            }

            if (fault.Code is null && fault.Html is null)
            {
                return answer;
            }
        }

        return fault.Html is { } status
            ? Results.Content(
                $"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>gateway</body></html>", "text/html",
                statusCode: status)
            : KieReply.Of(fault.Code!.Value, fault.Msg ?? "refused by the fault dial");
    }

    /// <summary>Kestrel resets an aborted connection: the caller sees no answer at all.</summary>
    private static IResult Cut(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
