using Trt.Application.BackOffice.Alerts;
using Trt.Application.BackOffice.Figures;
using Trt.Application.Contracts;
using Trt.Application.Costs;
using Trt.Application.Generations;
using Trt.Application.Health;
using Trt.Application.Later;
using Trt.Application.Payments;
using Trt.Application.Privacy;
using Trt.Application.Upkeep;

namespace Trt.Application;

/// <summary>
/// Work that comes back by itself. Each is one row of the outbox for the whole shop, however many instances open it,
/// so one of them does it;
/// its handler says when the next time is.
/// </summary>
public static class StandingWork
{
    public static IReadOnlyList<ILaterCommand> All { get; } =
    [
        new ProveMoneyDaily(), new TendPayments(), new TendOrphans(), new CatalogSync(), new ContractTurn(), new TendHealth(),
        new TendMatters(), new MorningDigest(), new KeepFigures(), new TendPrivacy(),
    ];
}
