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

/// <summary>Money taken for results that were verified.</summary>
public sealed record RevenueFigures(Money Today, Money Week, Money Month);

/// <param name="Reserved">Set aside for everything under way.</param>
/// <param name="Uncertain">The part of it whose order nobody can see.</param>
public sealed record LimboFigures(Money Reserved, Money Uncertain, int UncertainOrders);
