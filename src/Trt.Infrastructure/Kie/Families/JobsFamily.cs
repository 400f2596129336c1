using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Api;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie.Families;

internal sealed class JobsFamily(IJobsApi api) : IKieFamily
{
    public ProviderFamily Family => ProviderFamily.Jobs;

    public OrderDraft Draft(ProviderOrder order) => OrderBody.Nested(order);

    public Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token) => api.CreateTask(draft.Json, token);

    public async Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token) =>
        RecordVerdict.Of(await api.RecordInfo(taskId, token), data => JobRecord.Read(card, taskId, data));
}
