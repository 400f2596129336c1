using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Settings;

/// <summary>Who changed which setting, when and why; the newest first.</summary>
/// <param name="Name">Only this one; null = all.</param>
public sealed record ListChanges(string? Name = null, int Count = 50) : IRequest<IReadOnlyList<AuditEntry>>;

internal sealed class ListChangesHandler(ITrtDb db) : IRequestHandler<ListChanges, IReadOnlyList<AuditEntry>>
{
    private static readonly string[] Actions = [TermsEditor.Changed, TermsEditor.WasReset];

    public async Task<IReadOnlyList<AuditEntry>> Handle(ListChanges request, CancellationToken token) =>
        await db.Audit.AsNoTracking()
            .Where(entry => Actions.Contains(entry.Action) && (request.Name == null || entry.Subject == request.Name))
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Take(request.Count)
            .ToListAsync(token);
}

internal sealed class ListChangesValidator : AbstractValidator<ListChanges>
{
    public ListChangesValidator() =>
        RuleFor(request => request.Count).InclusiveBetween(1, 1000).WithMessage("Between 1 and 1000 changes can be listed.");
}
