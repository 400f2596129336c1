using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie.Families;

/// <summary>A family with endpoints of its own: flat orders, and records that differ in where the result is.</summary>
internal abstract class OwnDoorFamily : IKieFamily
{
    public abstract ProviderFamily Family { get; }

    public virtual OrderDraft Draft(ProviderOrder order) => OrderBody.Flat(order);

    public abstract Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token);

    public async Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token) =>
        RecordVerdict.Of(await Record(card, taskId, token), data => OwnDoorRecord.Read(taskId, data, record => Results(card, record)));

    protected abstract Task<KieAnswer> Record(ModelCard card, string taskId, CancellationToken token);

    protected abstract IReadOnlyList<ResultItem> Results(ModelCard card, JsonElement record);
}
