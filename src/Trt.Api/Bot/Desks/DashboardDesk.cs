using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Options;
using Trt.Application.BackOffice.Dashboard;
using Trt.Domain.BackOffice;

namespace Trt.Api.Bot.Desks;

/// <summary>The way from the chat into the dashboard and out of it. Null when the person may not ask.</summary>
internal sealed class DashboardDesk(Counter counter, TrtOptions options)
{
    public async Task<Reply?> Follow(DashboardRoute route, Visit visit, CancellationToken token)
    {
        var l = visit.Language;
        return route switch
        {
            AskDashboardRoute when options.DashboardBase is { } address => await counter.Ask(
                new InviteToDashboard(visit.UserId),
                invitation => DashboardScreens.Link(l, new Uri(address, $"enter/{invitation.Key}"), invitation.Lifetime), visit, token),
            AskDashboardRoute => await counter.Begin(AdminAct.LookAround, _ => DashboardScreens.NoAddress(l), visit, token),
            LeaveDashboardRoute => await counter.Ask(
                new EndSessions(Counter.By(visit), visit.UserId), ended => DashboardScreens.Left(l, ended), visit, token),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        };
    }

    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) =>
        command.Name == "dashboard" ? await Follow(new AskDashboardRoute(), visit, token) : null;
}
