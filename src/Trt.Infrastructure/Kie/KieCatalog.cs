using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trt.Application.Ports;
using Trt.Infrastructure.Http;
using Trt.Infrastructure.Kie.Http;

namespace Trt.Infrastructure.Kie;

/// <summary>The list of models. It has no pages: what does not hold as many as it says is no list.</summary>
internal sealed class KieCatalog(IKieCatalogApi api) : IProviderCatalog
{
    private const int ModelsMax = 5_000;

    public async Task<ProviderList> List(CancellationToken token) => await api.Models(token).As<KieAnswer>() switch
    {
        KieAnswer.Reply { Code: 200 } reply => Read(reply.Data),
        KieAnswer.Reply { Code: 429 } reply => new ProviderList.TryLater(reply.RetryAfter, Detail(reply)),
        KieAnswer.Reply reply => new ProviderList.Unreadable(Detail(reply)),
        KieAnswer.Page page => new ProviderList.TryLater(
            page.RetryAfter, string.Create(CultureInfo.InvariantCulture, $"HTTP {page.HttpStatus} without the provider's envelope")),
        KieAnswer.NotSent notSent => new ProviderList.TryLater(null, notSent.Detail),
        KieAnswer.Silence silence => new ProviderList.TryLater(null, silence.Detail),
        _ => throw new UnreachableException(),
    };

    private static ProviderList Read(JsonElement data)
    {
        var entries = data.Field("models").Items().Take(ModelsMax + 1).ToList();
        if (data.Field("total").Number() is not { } total || total != entries.Count)
        {
            var said = data.Field("total").Text() ?? "nothing";
            return new ProviderList.Unreadable(
                string.Create(CultureInfo.InvariantCulture, $"the list says {said} and holds {entries.Count} models"));
        }

        var models = entries.Select(Model).ToList();
        if (models.Contains(null))
        {
            return new ProviderList.Unreadable("an entry of the list names no model");
        }

        var byName = models.OfType<ListedModel>().GroupBy(model => model.Model, StringComparer.Ordinal);
        return new ProviderList.Complete([.. byName.Select(One)]);
    }

    private static ListedModel? Model(JsonElement entry) => entry.Field("model").Text() is { } model
        ? new ListedModel(
            model, entry.Field("title").Text(), [.. entry.Field("taskType").Items().Select(type => type.Text()).OfType<string>()],
            entry.Field("pricingDesc").Text())
        : null;

    /// <summary>Two entries that disagree about one model give it no price.</summary>
    private static ListedModel One(IGrouping<string, ListedModel> same) =>
        same.Select(model => model.PriceText).Distinct().Count() == 1 ? same.First() : same.First() with { PriceText = null };

    private static string Detail(KieAnswer.Reply reply) => string.Create(CultureInfo.InvariantCulture, $"{reply.Message} ({reply.Code})");
}
