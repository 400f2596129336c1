using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Health;
using Trt.Domain.Shared;

namespace Trt.Application.Health;

/// <summary>How every model does, the troubled ones first.</summary>
public sealed record ListHealth : IRequest<HealthReport>;

/// <param name="Unit">In what the provider's own rates are counted; they are shown once that is known.</param>
public sealed record HealthReport(DateTimeOffset At, RateUnit Unit, IReadOnlyList<HealthLine> Models);

/// <param name="OffSale">Why it is not sold for reasons of its card, price or contract; null when none speaks against it.</param>
/// <param name="IsSold">Whether it is sold as far as its health goes.</param>
/// <param name="Hour">What ended within the last hour and is held against it; null when nothing did.</param>
/// <param name="Day">The last day; null when nothing ended.</param>
/// <param name="ProviderPercent">The provider's own rate of success; null while its unit is not known.</param>
/// <param name="Lines">The day by price line.</param>
/// <param name="Hours">The day by hour.</param>
public sealed record HealthLine(
    ModelId Model, HealthState State, string? OffSale, bool IsSold, DateTimeOffset? Since, string? Why, HandWord? Hand, string? Who,
    AliveCheck? Probe, DateTimeOffset? ProbedAt, DateTimeOffset? ProbeAt, OrdersOfHour? Hour, OrdersOfDay? Day, decimal? ProviderPercent,
    IReadOnlyList<OrdersOfDay> Lines, IReadOnlyList<OrdersOfDay> Hours)
{
    public bool IsOffered => OffSale is null;

    /// <summary>Sold, and not trusted quite.</summary>
    public bool IsSlow => Hand is null && State is HealthState.Slow or HealthState.Watched;

    /// <summary>Null when nothing has ended.</summary>
    public decimal? DayPercent => Day is { Done: var done, Failed: var failed } && done + failed > 0 ? 100m * done / (done + failed) : null;
}

internal sealed class ListHealthHandler(
    ITrtDb db, ICards cards, IShopTerms terms, CostsInUse costs, IOrderHistory orders, TimeProvider time)
    : IRequestHandler<ListHealth, HealthReport>
{
    /// <summary>Fewer orders tell nothing about the provider's unit.</summary>
    private const int TellingMin = 5;

    public async Task<HealthReport> Handle(ListHealth request, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var known = await db.ModelHealth.AsNoTracking().ToDictionaryAsync(model => model.Model, token);
        var hour = await orders.LastHour(now, token);
        var day = (await orders.LastDay(now, token)).ToLookup(row => row.Model);
        var unit = RateUnits.Learn(
        [
            .. known.Values.Where(model => model.ProviderRateMax is not null)
                .Select(model => (model.ProviderRateMax!.Value, GoesWell(day[model.Model].FirstOrDefault(IsWhole)))),
        ]);
        var lines = terms.Current.OnSale(cards.Current, costs.Current, KnownHealth.None).At(now).Cards
            .Select(card =>
            {
                var (model, rows) = (known.GetValueOrDefault(card.Id), day[card.Id]);
                return new HealthLine(
                    card.Id, model?.State ?? HealthState.Well, OffSale(card), model?.IsSold ?? true, model?.Since, model?.Why, model?.Hand,
                    model?.Who, model?.Probe, model?.ProbedAt, model?.ProbeAt, hour.GetValueOrDefault(card.Id),
                    rows.FirstOrDefault(IsWhole),
                    unit.PercentOf(model?.ProviderRate), [.. rows.Where(row => row.Sku is not null)],
                    [.. rows.Where(row => row.Hour is not null)]);
            })
            .OrderBy(Trouble)
            .ThenByDescending(line => line.Hour?.Failed ?? 0)
            .ThenByDescending(line => line.Day?.Failed ?? 0)
            .ThenByDescending(line => line.Day?.Done ?? 0)
            .ThenBy(line => line.Model.Value, StringComparer.Ordinal);
        return new HealthReport(now, unit, [.. lines]);
    }

    private static string? OffSale(ModelCard card) => card.IsOffered ? null : card.StatusReason ?? card.Status.ToString();

    private static bool IsWhole(OrdersOfDay row) => row is { Sku: null, Hour: null };

    private static bool GoesWell(OrdersOfDay? day) => day is not null && day.Done + day.Failed >= TellingMin && day.Done > day.Failed;

    private static int Trouble(HealthLine line) => line switch
    {
        { IsOffered: false, IsSold: true } => 6,
        { IsSold: false, Hand: null, State: HealthState.Gone } => 0,
        { IsSold: false, Hand: null } => 1,
        { IsSold: false } => 2,
        { State: HealthState.Watched } => 3,
        { State: HealthState.Slow } => 4,
        _ => 5,
    };
}
