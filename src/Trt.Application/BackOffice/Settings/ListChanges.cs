using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Mapping;
using Trt.Application.Ports;

namespace Trt.Application.BackOffice.Settings;

/// <summary>Who changed which setting, when and why; the newest first.</summary>
/// <param name="Name">Only this one; null = all.</param>
public sealed record ListChanges(string? Name = null, int Count = 50) : IRequest<IReadOnlyList<AuditLine>>;

internal sealed class ListChangesHandler(ITrtDb db) : IRequestHandler<ListChanges, IReadOnlyList<AuditLine>>
{
    private static readonly string[] Actions = [TermsEditor.Changed, TermsEditor.WasReset];

    public async Task<IReadOnlyList<AuditLine>> Handle(ListChanges request, CancellationToken token) =>
        await db.Audit
            .Where(entry => Actions.Contains(entry.Action) && (request.Name == null || entry.Subject == request.Name))
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id)
            .Take(request.Count)
            .As<AuditLine>()
            .ToListAsync(token);
}

internal sealed class ListChangesValidator : AbstractValidator<ListChanges>
{
    public ListChangesValidator() =>
        RuleFor(request => request.Count).InclusiveBetween(1, 1000).WithMessage("Between 1 and 1000 changes can be listed.");
}
