using Trt.Api.Bot.Texts;
using Trt.Api.Dashboard.Pages;
using Trt.Application.BackOffice;
using Trt.Application.Mapping;

namespace Trt.Api.Dashboard;

/// <summary>What was changed, by whom and why.</summary>
internal static class AuditPages
{
    public static Task<DeskAnswer> Show(Call call)
    {
        var after = Guid.TryParseExact(call.Asked("after"), "N", out var id) ? id : (Guid?)null;
        var subject = call.Asked("about") is { Length: > 0 } about ? about : null;
        return call.Ask(new LeafAudit(call.By, after, subject), slice => new DeskAnswer.Page(
            call.L.Pick("Журнал", "Audit trail"), typeof(TrailPage), new TrailModel(slice, subject, Lines(call, slice))));
    }

    /// <summary>The chat's own words, line under line.</summary>
    private static List<TrailLine> Lines(Call call, AuditSlice slice)
    {
        var titles = call.Services.GetRequiredService<ModelTitles>();
        var page = new AuditPage(new Page<AuditLine>([], 1, HasMore: false), slice.Names);
        return
        [
            .. slice.Entries.Items.Select(entry => new TrailLine(
                entry.At,
                AuditTexts.Entry(
                    call.L, titles, page,
                    new AuditLine(entry.At, entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After, entry.Reason))
                    .Value.Replace("\n", "<br>", StringComparison.Ordinal))),
        ];
    }
}
