using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie;

/// <summary>The common door of most models.</summary>
internal sealed class JobsFamily(IKieApi api) : IKieFamily
{
    public const string Orders = "jobs/createTask";

    public ProviderFamily Family => ProviderFamily.Jobs;

    public OrderDraft Draft(ProviderOrder order) => OrderBody.Nested(order);

    public Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token) =>
        api.Order(Orders, JsonBody.Of(draft.Json), token).As<KieAnswer>();

    public async Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token) => RecordVerdict.Of(
        await api.Record("jobs/recordInfo", taskId, token).As<KieAnswer>(),
        data => JobRecord.Read(card, taskId, data));
}
