using Mapster;
using MediatR;
using Trt.Application.Mapping;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>What a customer has ordered, newest first.</summary>
public sealed record ListGenerations(UserId UserId, int Page) : IRequest<Page<GenerationSummary>>
{
    public const int PageSize = 6;
}

/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record GenerationSummary(
    GenerationId Id, ModelCard? Card, ModelId Model, GenerationStatus Status, Money Price, DateTimeOffset CreatedAt);

internal sealed record GenerationRow(GenerationId Id, ModelId Model, GenerationStatus Status, Money Price, DateTimeOffset CreatedAt);

internal sealed class GenerationRowMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Generation, GenerationRow>();
}

internal sealed class ListGenerationsHandler(ITrtDb db, ICatalog catalog) : IRequestHandler<ListGenerations, Page<GenerationSummary>>
{
    public async Task<Page<GenerationSummary>> Handle(ListGenerations request, CancellationToken token)
    {
        var page = await db.Generations
            .Where(generation => generation.UserId == request.UserId)
            .OrderByDescending(generation => generation.CreatedAt)
            .As<GenerationRow>()
            .PageOf(request.Page, ListGenerations.PageSize, token);
        return page.With(row => new GenerationSummary(
            row.Id, catalog.Current.Find(row.Model), row.Model, row.Status, row.Price, row.CreatedAt));
    }
}
