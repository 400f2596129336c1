using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>What a customer has ordered, newest first.</summary>
public sealed record ListGenerations(UserId UserId, int Page) : IRequest<GenerationHistory>
{
    public const int PageSize = 6;
}

public sealed record GenerationHistory(IReadOnlyList<GenerationSummary> Items, int Page, bool HasMore);

public sealed record GenerationSummary(
    GenerationId Id, ModelId Model, ModelCard? Card, GenerationStatus Status, FailureReason? Failure, Money Price, DateTimeOffset CreatedAt);

internal sealed class ListGenerationsHandler(ITrtDb db, ICatalog catalog) : IRequestHandler<ListGenerations, GenerationHistory>
{
    public async Task<GenerationHistory> Handle(ListGenerations request, CancellationToken token)
    {
        var page = Math.Clamp(request.Page, 1, 1000);
        var rows = await db.Generations.AsNoTracking()
            .Where(generation => generation.UserId == request.UserId)
            .OrderByDescending(generation => generation.CreatedAt)
            .Skip((page - 1) * ListGenerations.PageSize)
            .Take(ListGenerations.PageSize + 1)
            .Select(generation => new { generation.Id, generation.Model, generation.Status, generation.Failure, generation.Price, generation.CreatedAt })
            .ToListAsync(token);
        var items = rows
            .Take(ListGenerations.PageSize)
            .Select(row => new GenerationSummary(
                row.Id, row.Model, catalog.Current.Find(row.Model), row.Status, row.Failure, row.Price, row.CreatedAt))
            .ToList();
        return new GenerationHistory(items, page, rows.Count > ListGenerations.PageSize);
    }
}
