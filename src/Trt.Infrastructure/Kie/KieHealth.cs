using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;
using Trt.Infrastructure.Kie.Orders;

namespace Trt.Infrastructure.Kie;

/// <summary>The cost-free look: an order without inputs is refused by whoever is there to refuse it.</summary>
internal sealed class KieHealth(IKieApi api, IKieCatalogApi catalog) : IProviderHealth
{
    private const int PointsMax = 1000;

    public async Task<AliveAnswer> Probe(ModelCard card, CancellationToken token)
    {
        var order = JsonBody.Of(JsonSerializer.SerializeToUtf8Bytes(new { model = card.SendAs, input = new { } }));
        return await api.Order("jobs/createTask", order, token).As<KieAnswer>() switch
        {
            KieAnswer.Reply reply => new AliveAnswer(CheckOf(reply), Said(reply)),
            KieAnswer.Page page => new AliveAnswer(
                AliveCheck.Unclear, string.Create(CultureInfo.InvariantCulture, $"HTTP {page.HttpStatus}")),
            KieAnswer.NotSent notSent => new AliveAnswer(AliveCheck.Unclear, notSent.Detail),
            KieAnswer.Silence silence => new AliveAnswer(AliveCheck.Unclear, silence.Detail),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<IReadOnlyList<decimal>?> SuccessRates(ModelCard card, CancellationToken token) =>
        await catalog.SuccessRates(card.SendAs ?? card.Id.Value, token).As<KieAnswer>() is KieAnswer.Reply { Code: 200 } reply
            ? [.. reply.Data.Field("points").Items().Take(PointsMax).Select(point => point.Field("successRate").Number()).OfType<decimal>()]
            : null;

    private static AliveCheck CheckOf(KieAnswer.Reply reply) => reply switch
    {
        { Code: 200 } => AliveCheck.Started,
        { Message: var said } when Holds(said, "paused") => AliveCheck.Paused,
        { Code: 400 or 404 or 405 or 422 or 500 or 505, Message: var said }
            when Wording.Blame(said) == ProviderRefusal.ModelUnavailable => AliveCheck.Gone,
        { Code: 400 or 422 } => AliveCheck.Alive,
        { Code: 500, Message: var said } when Holds(said, "required") => AliveCheck.Alive,
        _ => AliveCheck.Unclear,
    };

    private static bool Holds(string said, string word) => said.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Said(KieAnswer.Reply reply) => string.Create(CultureInfo.InvariantCulture, $"{reply.Message} ({reply.Code})");
}
