using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>What came of our own orders. Cancelled ones, refused contents, bad inputs and our own trouble are nobody's failure.</summary>
public interface IOrderHistory
{
    /// <summary>What ended within the last hour, as far as it is still held against its model.</summary>
    Task<IReadOnlyDictionary<ModelId, OrdersOfHour>> LastHour(DateTimeOffset now, CancellationToken token);

    /// <summary>How long these models took on the day before the last hour.</summary>
    Task<IReadOnlyDictionary<ModelId, TimeSpan>> Usual(IReadOnlyCollection<ModelId> models, DateTimeOffset now, CancellationToken token);

    /// <summary>The first order of each model under watch that was begun since it came back and has ended.</summary>
    Task<IReadOnlyDictionary<ModelId, FirstOrder>> FirstOfWatched(CancellationToken token);

    /// <summary>Of each model and each of its price lines with some results within the last days: how long those took.</summary>
    Task<IReadOnlyList<RunTimeOfLine>> RunTimes(DateTimeOffset now, CancellationToken token);

    /// <summary>The last day: of each model, of each of its price lines, of each hour.</summary>
    Task<IReadOnlyList<OrdersOfDay>> LastDay(DateTimeOffset now, CancellationToken token);
}

/// <param name="Sku">Only this price line; null = all of the model's.</param>
public sealed record RunTimeOfLine(ModelId Model, string? Sku, RunTime Time);

public sealed record FirstOrder(bool HasFailed, string? Detail);

/// <param name="Sku">Only this price line; null = all of them.</param>
/// <param name="Hour">Only what ended in the hour that begins here; null = the whole day.</param>
public sealed record OrdersOfDay(ModelId Model, string? Sku, DateTimeOffset? Hour, int Done, int Failed, TimeSpan? Median);
