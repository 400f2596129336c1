using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>The dashboard as it is spoken of in the chat.</summary>
internal static class DashboardScreens
{
    public static Screen Link(Language l, Uri address, TimeSpan lifetime) => new(
        DashboardTexts.Link(l, (int)lifetime.TotalMinutes),
        new Keyboard()
            .Row(new Button.Link(DashboardTexts.Open(l), address))
            .Row(new LeaveDashboardRoute().Button(DashboardTexts.Leave(l)))
            .Row(AdminScreens.Back(l)));

    public static Screen NoAddress(Language l) => AdminScreens.Said(l, DashboardTexts.NoAddress(l));

    public static Screen Left(Language l, int ended) => AdminScreens.Said(l, DashboardTexts.Left(l, ended));
}
