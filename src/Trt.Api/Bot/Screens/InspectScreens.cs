using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Api.Instance;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What an owner sees of the machine itself.</summary>
internal static class InspectScreens
{
    public static Screen Diag(Language l, InsideView view) => new(
        Html.Paragraphs(
            InspectTexts.Title(l),
            Html.Lines(
                InspectTexts.Build(l, view.Build, view.Age),
                InspectTexts.Mode(l, view.WebhookHost),
                InspectTexts.Orders(l, view.IsDryRun),
                InspectTexts.Database(l, view.HasOwnDatabase),
                InspectTexts.Messenger(l, view.Untold),
                InspectTexts.Health(l, view.Stage)),
            view.Last is { } last ? InspectTexts.Last(l, last) : Html.Empty),
        new Keyboard()
            .Row(new DiagRoute().Button(GenerationTexts.Refresh(l)), new DebugRoute().Button(InspectTexts.Events(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen Events(Language l, IReadOnlyList<UpdateEvent> events, DateTimeOffset? debugUntil) => new(
        Html.Paragraphs(
            InspectTexts.EventsTitle(l),
            events.Count == 0 ? InspectTexts.NoEvents(l) : Html.Lines([.. events.Select(InspectTexts.Line)]),
            debugUntil is { } until ? InspectTexts.DebugIsOn(l, until) : InspectTexts.DebugIsOff(l)),
        new Keyboard()
            .Row((debugUntil is null ? new DebugRoute(true) : new DebugRoute(false)).Button(InspectTexts.Switch(l, debugUntil is null)))
            .Row(new DebugRoute().Button(GenerationTexts.Refresh(l)), new DiagRoute().Button(InspectTexts.Entry(l)))
            .Row(AdminScreens.Back(l)));
}

/// <param name="WebhookHost">Null when updates are asked for.</param>
/// <param name="Untold">What keeps the messenger from knowing where we are; null once it knows.</param>
/// <param name="Last">The latest update before this look.</param>
internal sealed record InsideView(
    ShopBuild Build, string? WebhookHost, bool IsDryRun, bool HasOwnDatabase, string Stage, string? Untold, TimeSpan Age,
    UpdateEvent? Last);
