using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie;

/// <summary>An endpoint of its own: takes flat orders, and keeps records that differ in where the result is.</summary>
/// <param name="Orders">The path of an order.</param>
/// <param name="Records">The path of its record.</param>
/// <param name="Results">The pieces of a finished record.</param>
internal sealed record Door(string Orders, string Records, Func<JsonElement, OutputKind, IReadOnlyList<ResultItem>> Results)
{
    public Task<KieAnswer> Order(IKieApi api, OrderDraft draft, CancellationToken token) =>
        api.Order(Orders, JsonBody.Of(draft.Json), token).As<KieAnswer>();

    public async Task<TaskReading> Read(IKieApi api, ModelCard card, string taskId, CancellationToken token) => RecordVerdict.Of(
        await api.Record(Records, taskId, token).As<KieAnswer>(),
        data => OwnDoorRecord.Read(taskId, data, record => Results(record, card.Output)));
}
