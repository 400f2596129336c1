using System.Text.Json;
using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Infrastructure.Kie.Api;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Kie.Families;

internal sealed class AlephFamily(IAlephApi api) : OwnDoorFamily
{
    public override ProviderFamily Family => ProviderFamily.Aleph;

    public override Task<KieAnswer> Create(ModelCard card, OrderDraft draft, CancellationToken token) => api.Generate(draft.Json, token);

    protected override Task<KieAnswer> Record(ModelCard card, string taskId, CancellationToken token) => api.Record(taskId, token);

    protected override IReadOnlyList<ResultItem> Results(ModelCard card, JsonElement record) =>
        Outputs.At(record.Field("response").Unwrap(), card.Output, "resultVideoUrl");
}
