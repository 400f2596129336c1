using System.Globalization;
using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice.Dashboard;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard;

/// <summary>Who is signed in, and the way out.</summary>
internal static class SessionPages
{
    public static Task<DeskAnswer> List(Call call) => call.Ask(
        new ListSessions(call.By), sessions => new DeskAnswer.Page(call.L.Pick("Сеансы", "Sessions"), typeof(SessionsPage), sessions));

    /// <summary>Without a name it is all of one's own.</summary>
    public static Task<DeskAnswer> End(Call call)
    {
        var of = long.TryParse(call.Said("of"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new UserId(id) : call.UserId;
        var session = Guid.TryParseExact(call.Said("session"), "N", out var one) ? one : (Guid?)null;
        return call.Ask(new EndSessions(call.By, of, session), ended => new DeskAnswer.GoTo(
            "sessions", PlainWords.Of(DashboardTexts.Left(call.L, ended))));
    }

    public static Task<DeskAnswer> Leave(Call call) => call.Ask(
        new EndSessions(call.By, call.UserId, call.Look.Visit!.Session), _ => new DeskAnswer.Gone());
}
