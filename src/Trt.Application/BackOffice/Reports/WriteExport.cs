using FluentValidation;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Reports;

/// <summary>Writes a table into a stream, whatever its size; for whoever sits at the console.</summary>
public sealed record WriteExport(Actor By, ExportTable Table, ExportPeriod Period, Stream To) : IAdminRequest<ExportEnd>;

internal sealed class WriteExportHandler(AdminGate gate, ITrtDb db, ExportWriter exports, TimeProvider time)
    : AdminHandler<WriteExport, ExportEnd>(gate, AdminAct.Export)
{
    protected override async Task<ExportEnd> Serve(WriteExport request, AdminRights rights, CancellationToken token)
    {
        await using (var work = await db.Begin(token))
        {
            db.Audit.Add(request.Period.ToAudit(request.By, request.Table, time.GetUtcNow()));
            await work.Commit(token);
        }

        return await exports.Write(request.Table, request.Period, request.To, long.MaxValue, token);
    }
}

internal sealed class WriteExportValidator : AbstractValidator<WriteExport>
{
    public WriteExportValidator() =>
        RuleFor(request => request.Period).Must(period => period.IsValid).WithMessage("The period must not end before it begins.");
}
