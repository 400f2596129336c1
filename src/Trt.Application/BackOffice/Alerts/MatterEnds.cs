using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Health;

namespace Trt.Application.BackOffice.Alerts;

/// <summary>Whether what went on has come to its end; what merely happened is over when nobody waits for a second word about it.</summary>
internal sealed class MatterEnds(ITrtDb db, IPace pace, TermsInUse terms, CostsInUse costs, TimeProvider time)
{
    public async Task<bool> IsOver(OperatorMatter standing, CancellationToken token) => standing.Matter switch
    {
        { Lasts: false } => time.GetUtcNow() - standing.ToldAt >= OperatorMatter.LaterReminders,
        Matter.StartsRefused => await OrdersStart(standing.SeenAt, token),
        Matter.UpdateParked => !await db.ParkedUpdates.AnyAsync(token),
        Matter.WorkParked work => await db.CountParked(work.Name, token) == 0,
        Matter.InvoicesRefused invoices => await db.Payments.AnyAsync(
            payment => payment.Method == invoices.Method && payment.CreditedAt > standing.SeenAt, token),
        Matter.ListDoubted or Matter.CostsOld => costs.Current.ListedAt > standing.SeenAt,
        Matter.ModelsPaused paused => await AreSold(paused, token),
        Matter.ModelChanged changed => !await db.ModelContracts.AnyAsync(
            contract => contract.Model == changed.Model && contract.OffSale != null, token),
        Matter.SettingNotFollowed => terms.Troubles.Count == 0,
        Matter.BackupsMissing => await db.Backups.AnyAsync(
            backup => backup.Problem == null && backup.EndedAt > standing.SeenAt, token),
        // Whoever sees that these are over says so.
        _ => false,
    };

    private async Task<bool> OrdersStart(DateTimeOffset since, CancellationToken token) =>
        !await pace.IsPaused(Pauses.Provider, token)
        && await db.Generations.AnyAsync(generation => generation.SubmittedAt > since && generation.TaskId != null, token);

    private async Task<bool> AreSold(Matter.ModelsPaused paused, CancellationToken token)
    {
        var models = paused.Models.Select(model => model.Model).ToList();
        return !await db.ModelHealth.AnyAsync(
            health => models.Contains(health.Model) && health.State == HealthState.Paused && health.Hand == null, token);
    }
}
