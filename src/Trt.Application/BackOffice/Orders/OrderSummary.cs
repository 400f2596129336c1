using Mapster;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.BackOffice.Orders;

/// <summary>An order in a list behind the counter.</summary>
/// <param name="Card">Null when the model has left the catalog since.</param>
public sealed record OrderSummary(
    GenerationId Id, UserId UserId, ModelId Model, ModelCard? Card, GenerationStatus Status, Money Price, Cid Cid, DateTimeOffset CreatedAt)
{
    internal static OrderSummary Of(OrderRow row, ICatalog catalog) => new(
        row.Id, row.UserId, row.Model, catalog.Current.Find(row.Model), row.Status, row.Price, row.Cid, row.CreatedAt);
}

internal sealed record OrderRow(
    GenerationId Id, UserId UserId, ModelId Model, GenerationStatus Status, Money Price, Cid Cid, DateTimeOffset CreatedAt);

internal sealed class OrderRowMap : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<Generation, OrderRow>();
}
