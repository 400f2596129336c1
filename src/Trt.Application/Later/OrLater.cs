using Trt.Application.Ports;

namespace Trt.Application.Later;

internal static class OrLaterExtensions
{
    /// <summary>A word is told once; only what was proven not to be sent comes again.</summary>
    public static async Task<LaterOutcome> OrLater(this Task<SendOutcome> telling) =>
        await telling is SendOutcome.TryLater later ? LaterOutcome.After(later.After, later.Detail) : LaterOutcome.Done;
}
