using System.Collections.Frozen;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Terms;

/// <summary>
/// How long orders take by the shop's own latest ones, read anew every few minutes: of the price line, else of the model, else what is
/// said of its kind until there is experience.
/// </summary>
public sealed class RunTimes
{
    private volatile FrozenDictionary<(ModelId Model, string? Sku), RunTime> _known =
        FrozenDictionary<(ModelId Model, string? Sku), RunTime>.Empty;

    public RunTime Of(ModelCard card, string? sku = null) =>
        _known.GetValueOrDefault((card.Id, sku)) ?? _known.GetValueOrDefault((card.Id, null)) ?? RunTime.Of(card.Output);

    public async Task Refresh(IOrderHistory orders, DateTimeOffset now, CancellationToken token) =>
        _known = (await orders.RunTimes(now, token)).ToFrozenDictionary(found => (found.Model, found.Sku), found => found.Time);
}
