using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;

namespace Trt.Application.BackOffice.Settings;

/// <summary>One setting by its name, those per model too; null when nothing is called so.</summary>
public sealed record FindSetting(string Name) : IRequest<SettingView?>;

internal sealed class FindSettingHandler(ITrtDb db, ICards cards, TermsInUse inUse) : IRequestHandler<FindSetting, SettingView?>
{
    public async Task<SettingView?> Handle(FindSetting request, CancellationToken token)
    {
        if (SettingsRegistry.Find(request.Name) is not { } rule)
        {
            return null;
        }

        var rows = await db.Settings.AsNoTracking().OrderBy(row => row.Name).ToListAsync(token);
        var reading = TermsReading.Of(inUse.Start, rows);
        var row = rows.Find(found => found.Name == rule.Name);
        return row is null && rule.Objection(reading.Terms, cards.Current) is not null
            ? null
            : SettingView.Of(rule, row, reading, inUse.Start);
    }
}
