using System.Diagnostics;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// What became of an update, step by step, under names that dashboards know. What is not followed is told always;
/// the smooth way only on the span and in the debug log.
/// </summary>
internal sealed partial class UpdateTrail(ILogger<UpdateTrail> logger)
{
    private const int DataShownMax = 64;

    /// <summary>Longer than this, and a press was not answered at once.</summary>
    private const double SlowMilliseconds = 500;

    public void Received(long updateId, Incoming incoming, string route, Cid cid)
    {
        Mark("UPDATE_RECEIVED");
        UpdateReceived(updateId, route, incoming.Who.Id.Value, cid.Value);
        if (incoming is Incoming.Press)
        {
            Mark("CALLBACK_RECEIVED");
            CallbackReceived(updateId, route, cid.Value);
        }
    }

    public void Answered(long updateId, Incoming incoming, string route, Reply reply, bool hasChanged, Cid cid, double milliseconds)
    {
        if (incoming is Incoming.Press press)
        {
            FollowedOrNot(updateId, press, route, reply, cid);
        }

        if (reply.Screen is not null)
        {
            Mark("UI_RENDER");
            Rendered(updateId, route, cid.Value);
        }

        Mark("DISPATCH_OK");
        // Looking around is most of what people do; a line for each look would cost more than the look.
        var level = hasChanged || reply.Rejected is not null || milliseconds > SlowMilliseconds ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
        {
            var reason = reply.Rejected is { } rejected ? CodeOf(rejected) : "SUCCESS";
            Dispatched(level, updateId, route, reason, cid.Value, milliseconds);
        }
    }

    public void Failed(Exception exception, long updateId, string route, Cid cid)
    {
        Mark("DISPATCH_FAIL");
        DispatchFailed(exception, updateId, route, cid.Value);
    }

    private void FollowedOrNot(long updateId, Incoming.Press press, string route, Reply reply, Cid cid)
    {
        switch (reply.Rejected)
        {
            case null:
                Mark("CALLBACK_ROUTED");
                Mark("CALLBACK_ACCEPTED");
                CallbackAccepted(updateId, route, cid.Value);
                break;
            case RejectReason.UnknownCallback:
                Mark("UNKNOWN_CALLBACK");
                // Anyone can put anything into a press.
                var data = PlainText.Of(press.Data, DataShownMax, '·');
                UnknownCallback(updateId, data, cid.Value);
                break;
            case { } reason:
                Mark("CALLBACK_ROUTED");
                Mark("CALLBACK_REJECTED");
                var code = CodeOf(reason);
                CallbackRejected(updateId, route, code, cid.Value);
                break;
        }
    }

    private static void Mark(string name) => Activity.Current?.AddEvent(new ActivityEvent(name));

    private static string CodeOf(RejectReason reason) => reason switch
    {
        RejectReason.UnknownCallback => "UNKNOWN_CALLBACK",
        RejectReason.StateMismatch => "STATE_MISMATCH",
        RejectReason.PermissionDenied => "PERMISSION_DENIED",
        RejectReason.BalanceInsufficient => "BALANCE_INSUFFICIENT",
        RejectReason.ModelDisabled => "MODEL_DISABLED",
        RejectReason.ValidationFailed => "VALIDATION_FAILED",
        RejectReason.RateLimit => "RATE_LIMIT",
    };

    [LoggerMessage(EventId = 10, EventName = "UPDATE_RECEIVED", Level = LogLevel.Debug,
        Message = "UPDATE_RECEIVED {UpdateId} {Route} user {User} cid {Cid}")]
    private partial void UpdateReceived(long updateId, string route, long user, string cid);

    [LoggerMessage(EventId = 11, EventName = "DISPATCH_OK", SkipEnabledCheck = true,
        Message = "DISPATCH_OK {UpdateId} {Route} {Reason} cid {Cid} in {Milliseconds:0.0} ms")]
    private partial void Dispatched(LogLevel level, long updateId, string route, string reason, string cid, double milliseconds);

    [LoggerMessage(EventId = 12, EventName = "DISPATCH_FAIL", Level = LogLevel.Error,
        Message = "DISPATCH_FAIL {UpdateId} {Route} cid {Cid}")]
    private partial void DispatchFailed(Exception exception, long updateId, string route, string cid);

    [LoggerMessage(EventId = 16, EventName = "CALLBACK_RECEIVED", Level = LogLevel.Debug,
        Message = "CALLBACK_RECEIVED {UpdateId} {Route} cid {Cid}")]
    private partial void CallbackReceived(long updateId, string route, string cid);

    [LoggerMessage(EventId = 17, EventName = "CALLBACK_ACCEPTED", Level = LogLevel.Debug,
        Message = "CALLBACK_ACCEPTED {UpdateId} {Route} cid {Cid}")]
    private partial void CallbackAccepted(long updateId, string route, string cid);

    [LoggerMessage(EventId = 18, EventName = "CALLBACK_REJECTED", Level = LogLevel.Information,
        Message = "CALLBACK_REJECTED {UpdateId} {Route} {ReasonCode} cid {Cid}")]
    private partial void CallbackRejected(long updateId, string route, string reasonCode, string cid);

    [LoggerMessage(EventId = 19, EventName = "UNKNOWN_CALLBACK", Level = LogLevel.Information,
        Message = "UNKNOWN_CALLBACK {UpdateId} {Data} cid {Cid}")]
    private partial void UnknownCallback(long updateId, string data, string cid);

    [LoggerMessage(EventId = 21, EventName = "UI_RENDER", Level = LogLevel.Debug, Message = "UI_RENDER {UpdateId} {Route} cid {Cid}")]
    private partial void Rendered(long updateId, string route, string cid);
}
