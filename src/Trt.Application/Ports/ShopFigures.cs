using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>The shop in figures. Weeks and months are the last 7 and 30 days, today included.</summary>
public sealed record ShopFigures(
    PeopleFigures People,
    IReadOnlyDictionary<GenerationStatus, int> GenerationsToday,
    IReadOnlyList<ModelFigure> TopModels,
    RevenueFigures Revenue,
    LimboFigures Limbo,
    int ParkedUpdates,
    int ParkedRows,
    int WaitingRows);

public sealed record PeopleFigures(int All, int NewToday, int NewThisWeek, int NewThisMonth, int ActiveToday, int Blocked);

public sealed record ModelFigure(ModelId Model, int Orders);

/// <param name="Orders">Results that came, the free ones too.</param>
/// <param name="Taken">Of customers, less what went back to them.</param>
/// <param name="Cost">By what the provider took where its record says so, else by its price; at the rate of each order's day.</param>
/// <param name="BelowCost">Orders that were taken below cost with open eyes, and what was lost by that.</param>
public sealed record MarginFigure(DateOnly Day, ModelId Model, int Orders, Money Taken, Money Cost, int BelowCost, Money Lost)
{
    public Money Margin => Taken - Cost;
}

/// <summary>Money taken for results that were verified.</summary>
public sealed record RevenueFigures(Money Today, Money Week, Money Month);

/// <param name="Reserved">Set aside for everything under way.</param>
/// <param name="Uncertain">The part of it whose order nobody can see.</param>
public sealed record LimboFigures(Money Reserved, Money Uncertain, int UncertainOrders);
