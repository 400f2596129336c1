using Trt.Application.Ports;

namespace Trt.Application.Later;

internal static class OrLaterExtensions
{
    /// <summary>A word that may not have been heard is said again: rather twice than never.</summary>
    public static async Task<LaterOutcome> OrLater(this Task<SendOutcome> telling) => await telling switch
    {
        SendOutcome.TryLater later => LaterOutcome.After(later.After, later.Detail),
        SendOutcome.Unknown unknown => LaterOutcome.Unsure(unknown.Detail),
        _ => LaterOutcome.Done,
    };
}
