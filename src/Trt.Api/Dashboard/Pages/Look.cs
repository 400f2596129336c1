using Trt.Application.BackOffice;
using Trt.Application.BackOffice.Dashboard;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Api.Dashboard.Pages;

/// <summary>Who looks at a page, and with what it is drawn. Pages are public because the compiler of markup makes them so.</summary>
/// <param name="Visit">Null for whoever has not come in.</param>
/// <param name="FormKey">Goes with every form: a page of somebody else does not know it.</param>
/// <param name="Path">Below the dashboard, without what is asked.</param>
/// <param name="Notice">What came of the last press.</param>
public sealed record Look(Language Language, DashboardVisit? Visit, string FormKey, string Path, string? Notice, DateTimeOffset Now)
{
    public AdminRights Rights => Visit?.Rights ?? AdminRights.None;

    public bool May(AdminAct act) => Rights.May(act);
}
