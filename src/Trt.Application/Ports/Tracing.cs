using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>
/// One trace from an update to the delivery of what it asked for. Its id follows from the cid, which every row and every order carries, so
/// that work finds its trace on any instance and after any restart, and a person who was told a cid finds it too.
/// </summary>
public static class Tracing
{
    private const int TraceDigits = 32;

    public static ActivityTraceId TraceOf(Cid cid) => ActivityTraceId.CreateFromString(
        cid.Value.Length > 0 && cid.Value.All(char.IsAsciiHexDigitLower) && cid.Value.Any(digit => digit != '0')
            ? string.Concat(Enumerable.Repeat(cid.Value, TraceDigits))[..TraceDigits]
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cid.Value)))[..TraceDigits]);

    /// <summary>A span at the top of the trace; the request that brought it, which has a trace of its own, is linked.</summary>
    public static Activity? Begin(string name, ActivityKind kind, Cid cid)
    {
        if (!Telemetry.Source.HasListeners())
        {
            return null;
        }

        var around = Activity.Current;
        ActivityLink[] links = around is null ? [] : [new ActivityLink(around.Context)];
        var top = new ActivityContext(TraceOf(cid), default, ActivityTraceFlags.Recorded);
        // Whatever is current would become its parent, and stands in another trace.
        Activity.Current = null;
        var span = Telemetry.Source.StartActivity(kind, top, [new("trt.cid", cid.Value)], links, default, name);
        if (span is null)
        {
            Activity.Current = around;
        }

        return span;
    }
}
