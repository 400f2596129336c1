using System.Globalization;
using Trt.Application.BackOffice.Alerts;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Generations;

namespace Trt.Application.Costs;

/// <summary>
/// Holds what the provider took for an order against what its price said. More than that makes everybody look: the operators, and us at the
/// list; much more takes the model off sale.
/// </summary>
internal sealed class CostWatch(CostBook book, IShopTerms terms, IOutbox outbox, IPace pace)
{
    private static readonly TimeSpan ToldEvery = TimeSpan.FromDays(1);

    /// <summary>Inside the caller's unit of work.</summary>
    public async Task Hold(Generation generation, CancellationToken token)
    {
        if (generation is not { CreditsSpent: { } spent, CreditsExpected: { } expected } || spent == expected
            || (generation.IsAtMost && spent < expected))
        {
            return;
        }

        Telemetry.CostDeviations.Add(
            1, new KeyValuePair<string, object?>("model", generation.Model.Value),
            new KeyValuePair<string, object?>("direction", spent > expected ? "more" : "less"));
        if (spent < expected)
        {
            return;
        }

        var limit = terms.Current.Costs.OverchargePercentMax;
        var isFar = spent * 100 > expected * (100 + limit);
        var what = string.Create(CultureInfo.InvariantCulture, $"the provider took {spent:0.####} credits where its price says {expected:0.####}");
        if (isFar)
        {
            await book.Stop(generation.Model, what, token);
        }

        await outbox.Hurry(new CatalogSync(), token);
        var said = $"told:overcharge:{generation.Model}";
        if (!await pace.IsPaused(said, token))
        {
            await pace.Pause(said, ToldEvery, "said", token);
            var matter = new Matter.Overcharged(generation.Model, generation.Id, generation.UserId, spent, expected, isFar, limit);
            outbox.Add(new TellOperators(matter), generation.Cid);
        }
    }
}
