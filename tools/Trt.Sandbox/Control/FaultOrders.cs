namespace Trt.Sandbox.Control;

/// <summary>Takes the faults that <c>/control/fail</c> orders.</summary>
internal static class FaultOrders
{
    private static readonly Dictionary<string, FaultMoment> Calls = new(StringComparer.OrdinalIgnoreCase)
    {
        ["before"] = FaultMoment.Before,
        ["after"] = FaultMoment.After,
        ["drop_before"] = FaultMoment.DropBefore,
        ["drop_after"] = FaultMoment.DropAfter,
        ["html"] = FaultMoment.Html,
    };

    private static readonly Dictionary<string, FaultMoment> Deliveries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["drop"] = FaultMoment.Drop,
        ["duplicate"] = FaultMoment.Duplicate,
        ["reorder"] = FaultMoment.Reorder,
    };

    public static Fault Read(FailRequest request)
    {
        var method = request.Method is { Length: > 0 } given
            ? given
            : throw new ControlRefusal("\"method\" is missing: give a Bot API method, \"*\" for any, or \"webhook\" for deliveries");
        var moments = method.Equals(FaultBook.Webhook, StringComparison.OrdinalIgnoreCase) ? Deliveries : Calls;
        var when = request.When ?? (moments == Calls ? "before" : "");
        if (!moments.TryGetValue(when, out var moment))
        {
            throw new ControlRefusal($"\"when\" must be one of {string.Join(", ", moments.Keys)} for method \"{method}\"");
        }

        if (request.Times is <= 0)
        {
            throw new ControlRefusal("\"times\" must be at least 1");
        }

        if (request.ErrorCode is < 400 or > 599)
        {
            throw new ControlRefusal("\"error_code\" must be an HTTP error, 400 to 599");
        }

        if (request.LatencyMs is < 0 or > 600_000)
        {
            throw new ControlRefusal("\"latency_ms\" must lie between 0 and 600000");
        }

        if (moment is FaultMoment.Before or FaultMoment.After && request is { ErrorCode: null, LatencyMs: null })
        {
            throw new ControlRefusal("nothing would go wrong: give \"error_code\" or \"latency_ms\", or another \"when\"");
        }

        return new Fault
        {
            Method = moments == Deliveries ? FaultBook.Webhook : method,
            When = moment,
            Times = request.Times ?? 1,
            ChatId = request.ChatId,
            ErrorCode = request.ErrorCode,
            Description = request.Description,
            RetryAfter = request.Parameters?.RetryAfter,
            MigrateToChatId = request.Parameters?.MigrateToChatId,
            LatencyMs = request.LatencyMs ?? 0,
        };
    }
}
