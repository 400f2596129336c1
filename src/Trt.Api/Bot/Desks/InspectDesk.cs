using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Instance;
using Trt.Api.Options;
using Trt.Domain.BackOffice;

namespace Trt.Api.Bot.Desks;

/// <summary>A look into the machine, for owners. Null when the person may not take it.</summary>
internal sealed class InspectDesk(
    Counter counter, EventBook book, DebugWatch debug, Readiness readiness, TrtOptions options, TimeProvider time)
{
    /// <summary>What only owners may, and whoever may it is one.</summary>
    private const AdminAct OwnersOnly = AdminAct.AppointAdmins;

    private const int EventsShown = 10;

    public Task<Reply?> Follow(InspectRoute route, Visit visit, CancellationToken token) => counter.Begin(
        OwnersOnly,
        _ => route switch
        {
            DiagRoute => InspectScreens.Diag(visit.Language, View()),
            DebugRoute to => Debug(to.TurnOn, visit),
            _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
        },
        visit,
        token);

    public async Task<Reply?> Obey(Incoming.Command command, Visit visit, CancellationToken token) => command.Name switch
    {
        "diag" => await Follow(new DiagRoute(), visit, token),
        "debug" => await Follow(new DebugRoute(), visit, token),
        _ => null,
    };

    private Screen Debug(bool? turnOn, Visit visit)
    {
        switch (turnOn)
        {
            case true:
                debug.Begin(visit.UserId);
                break;
            case false:
                debug.End(visit.UserId);
                break;
            case null:
                break;
        }

        return InspectScreens.Events(visit.Language, book.Latest(EventsShown), debug.Until(visit.UserId));
    }

    /// <summary>The database has just let the owner in, so it answers.</summary>
    private InsideView View() => new(
        ShopBuild.Current,
        options.Bot.WebhookBase?.Host,
        options.Shop.IsDryRun,
        options.Database is null,
        readiness.Stage,
        readiness.Untold,
        time.GetUtcNow() - book.Since,
        book.Latest(1) is [var last] ? last : null);
}
