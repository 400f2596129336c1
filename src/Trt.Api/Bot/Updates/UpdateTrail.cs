using System.Diagnostics;
using Trt.Api.Bot.Texts;
using Trt.Api.Instance;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// What became of an update, step by step, under names that dashboards know: one line for each that changed something, was refused or took
/// long, with the whole chain in it, and the same steps on its span.
/// </summary>
internal sealed partial class UpdateTrail(EventBook book, DebugWatch debug, ILogger<UpdateTrail> logger)
{
    private const int DataShownMax = 64;

    /// <summary>Longer than this, and a press was not answered at once.</summary>
    private const double SlowMilliseconds = 500;

    private const string Said = "UPDATE_RECEIVED";
    private const string Pressed = "UPDATE_RECEIVED CALLBACK_RECEIVED";
    private const string Followed = "UPDATE_RECEIVED CALLBACK_RECEIVED CALLBACK_ROUTED CALLBACK_ACCEPTED";
    private const string Refused = "UPDATE_RECEIVED CALLBACK_RECEIVED CALLBACK_ROUTED CALLBACK_REJECTED";
    private const string Unknown = "UPDATE_RECEIVED CALLBACK_RECEIVED UNKNOWN_CALLBACK";

    /// <returns>The reply, with its trail below it while its reader debugs.</returns>
    public Reply Answered(long updateId, Incoming incoming, string route, Reply reply, bool hasChanged, Cid cid, double milliseconds)
    {
        var chain = ChainOf(incoming, reply);
        Mark(chain);
        var screen = reply.Screen is null ? "" : " UI_RENDER";
        if (reply.Screen is not null)
        {
            Mark("UI_RENDER");
        }

        Mark("DISPATCH_OK");
        var whole = $"{chain}{screen} DISPATCH_OK";
        book.Note(whole, route, cid, milliseconds);
        if (reply.Rejected is { } rejected)
        {
            // Anyone can put anything into a press.
            var data = incoming is Incoming.Press press ? PlainText.Of(press.Data, DataShownMax, '·') : "";
            var code = CodeOf(rejected);
            Rejected(chain, screen, updateId, route, code, reply.RejectDetail ?? data, incoming.Who.Id.Value, cid.Value, milliseconds);
        }
        else
        {
            // Looking around is most of what people do; a line for each look costs a third of the menu's speed.
            var level = hasChanged || milliseconds > SlowMilliseconds ? LogLevel.Information : LogLevel.Debug;
            Dispatched(level, chain, screen, updateId, route, incoming.Who.Id.Value, cid.Value, milliseconds);
        }

        return reply.Screen is { } shown && incoming.ChatId == incoming.Who.Id.Value && debug.Until(incoming.Who.Id) is not null
            ? reply with { Screen = WithFootnote(shown, InspectTexts.Footnote(route, whole, cid, milliseconds)) }
            : reply;
    }

    public void Failed(Exception exception, long updateId, Incoming incoming, string route, Cid cid)
    {
        Mark("DISPATCH_FAIL");
        book.Note($"{(incoming is Incoming.Press ? Pressed : Said)} DISPATCH_FAIL", route, cid, 0);
        DispatchFailed(exception, incoming is Incoming.Press ? Pressed : Said, updateId, route, incoming.Who.Id.Value, cid.Value);
    }

    private static Screen WithFootnote(Screen screen, Html note) => screen with { Text = Html.Paragraphs(screen.Text, note) };

    private static string ChainOf(Incoming incoming, Reply reply) => (incoming, reply.Rejected) switch
    {
        (not Incoming.Press, _) => Said,
        (_, null) => Followed,
        (_, RejectReason.UnknownCallback) => Unknown,
        _ => Refused,
    };

    private static void Mark(string chain)
    {
        if (Activity.Current is not { } span)
        {
            return;
        }

        foreach (var name in chain.Split(' '))
        {
            span.AddEvent(new ActivityEvent(name));
        }
    }

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

    [LoggerMessage(EventId = 11, EventName = "DISPATCH_OK",
        Message = "{Chain}{Screen} DISPATCH_OK update {UpdateId} route {Route} user {User} cid {Cid} in {Milliseconds:0.0} ms")]
    private partial void Dispatched(
        LogLevel level, string chain, string screen, long updateId, string route, long user, string cid, double milliseconds);

    [LoggerMessage(EventId = 12, EventName = "DISPATCH_FAIL", Level = LogLevel.Error,
        Message = "{Chain} DISPATCH_FAIL update {UpdateId} route {Route} user {User} cid {Cid}")]
    private partial void DispatchFailed(Exception exception, string chain, long updateId, string route, long user, string cid);

    [LoggerMessage(EventId = 18, EventName = "CALLBACK_REJECTED", Level = LogLevel.Information,
        Message = "{Chain}{Screen} DISPATCH_OK update {UpdateId} route {Route} reason_code {ReasonCode} reason_detail {ReasonDetail} user {User} cid {Cid} in {Milliseconds:0.0} ms")]
    private partial void Rejected(
        string chain, string screen, long updateId, string route, string reasonCode, string reasonDetail, long user, string cid,
        double milliseconds);
}
