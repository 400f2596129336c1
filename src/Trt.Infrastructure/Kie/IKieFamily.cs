using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Kie;

/// <summary>How one family of endpoints takes an order and tells how it went.</summary>
internal interface IKieFamily
{
    ProviderFamily Family { get; }

    OrderDraft Draft(ProviderOrder order);

    Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token);

    Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token);
}
