using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Kie;

internal sealed class OwnDoorFamily(ProviderFamily family, Door door, IKieApi api) : IKieFamily
{
    public ProviderFamily Family => family;

    public OrderDraft Draft(ProviderOrder order) => OrderBody.Flat(order);

    public Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token) => door.Order(api, draft, token);

    public Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token) => door.Read(api, card, taskId, token);
}
