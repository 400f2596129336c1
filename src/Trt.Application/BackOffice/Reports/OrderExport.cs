using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.BackOffice;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Reports;

/// <summary>An owner wants a table in the chat. It is made beside the request, and brought when it is ready.</summary>
/// <returns>The period in days of the shop.</returns>
public sealed record OrderExport(UserId Owner, ExportTable Table, int? Days, Cid Cid) : IAdminRequest<ExportPeriod>
{
    public Actor By => new Actor.InChat(Owner);
}

internal sealed class OrderExportHandler(AdminGate gate, ITrtDb db, IOutbox outbox, ShopOptions options, TimeProvider time)
    : AdminHandler<OrderExport, ExportPeriod>(gate, AdminAct.Export)
{
    protected override async Task<ExportPeriod> Serve(OrderExport request, AdminRights rights, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var today = options.DayOf(now);
        var period = new ExportPeriod(request.Days is { } days ? today.AddDays(1 - days) : ExportPeriod.Beginning, today);
        await using var work = await db.Begin(token);
        db.Audit.Add(period.ToAudit(request.By, request.Table, now));
        outbox.Add(new SendExport(request.Owner, request.Table.ToString(), period.From, period.To), request.Cid);
        await work.Commit(token);
        return period;
    }
}

internal sealed class OrderExportValidator : AbstractValidator<OrderExport>
{
    public OrderExportValidator() =>
        RuleFor(request => request.Days!.Value).InclusiveBetween(1, 366).When(request => request.Days is not null);
}

/// <summary>Makes the file and brings it.</summary>
/// <param name="Table">The name of an <see cref="ExportTable"/>; it is stored, so it outlives releases.</param>
public sealed record SendExport(UserId UserId, string Table, DateOnly From, DateOnly To) : ILaterCommand
{
    public Lane Lane => Lane.Chat;

    public string Key => $"export:{UserId}";
}

internal sealed class SendExportHandler(AdminGate gate, ITrtDb db, ExportWriter exports, IOperatorNotifier notifier, ShopOptions options)
    : IRequestHandler<SendExport, LaterOutcome>
{
    public async Task<LaterOutcome> Handle(SendExport command, CancellationToken token)
    {
        // Asked again, since rights can end between the order and the file.
        if (await gate.Admit(new Actor.InChat(command.UserId), AdminAct.Export, nameof(SendExport), token) is null)
        {
            return LaterOutcome.Done;
        }

        var (table, period) = (Enum.Parse<ExportTable>(command.Table), new ExportPeriod(command.From, command.To));
        var language = await db.Users.Where(user => user.Id == command.UserId)
            .Select(user => (Language?)user.Language)
            .FirstOrDefaultAsync(token);
        return await notifier.Export(
            new ExportNotice(command.UserId, language ?? Language.Russian, table, period),
            stream => exports.Write(table, period, stream, options.Admins.ExportBytesMax, token),
            token).OrLater();
    }
}

internal static class ExportAudit
{
    public static AuditEntry ToAudit(this ExportPeriod period, Actor by, ExportTable table, DateTimeOffset now) =>
        AuditEntry.Of(
            by.Mark, "data.exported", $"table:{table}", null,
            FormattableString.Invariant($"{period.From:yyyy-MM-dd} … {period.To:yyyy-MM-dd}"), "", now);
}
