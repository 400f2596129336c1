using Microsoft.AspNetCore.Routing;
using Trt.Application.Upkeep;
using Trt.Domain.BackOffice;

namespace Trt.Api.Machines;

internal static class MoneyAddresses
{
    public static void MapMoney(this RouteGroupBuilder door) => door.MapGet("/money/proof", (Delegate)Prove).Produces<ProofAnswer>()
        .Needs(TokenScope.MoneyRead, "Proves now that wallets, ledger, orders and payments agree; takes seconds in a large shop.");

    private static async Task<IResult> Prove(HttpContext http) =>
        Results.Json(ProofAnswer.Of(await new Caller(http).Send(new ProveMoney())));
}

/// <param name="Differences">Some of each rule that is broken; <c>DifferenceCount</c> counts all.</param>
internal sealed record ProofAnswer(
    DateTimeOffset At, bool Agrees, long DifferenceCount, IReadOnlyList<DifferenceAnswer> Differences, long Wallets, long Entries,
    long CameInKopecks, long IsThereKopecks, long LimboOrders, long LimboKopecks)
{
    public static ProofAnswer Of(MoneyProof proof)
    {
        var (figures, limbo) = (proof.Findings.Figures, proof.Findings.Limbo);
        return new ProofAnswer(
            proof.At, proof.Agrees, proof.Findings.DifferenceCount,
            [.. proof.Differences.Select(each => new DifferenceAnswer($"{each.Rule}", each.Subject, each.Expected, each.Found))],
            figures.Wallets, figures.Entries, figures.CameIn.Kopecks, figures.IsThere.Kopecks, limbo.Orders, limbo.Held.Kopecks);
    }
}

internal sealed record DifferenceAnswer(string Rule, string Subject, long Expected, long Found);
