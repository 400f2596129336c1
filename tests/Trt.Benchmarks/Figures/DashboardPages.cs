using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P12: an operator opens every kind of page that the dashboard leads to, in a shop with a past of so many orders. The slowest of them is
/// the figure.
/// </summary>
internal static partial class DashboardPages
{
    private const double MillisecondsMax = 300;
    private const int ShownMax = 6;

    private static readonly TimeSpan KeptWithin = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  laying {plan.Rows:#,0} orders"));
        await Books.Lay(street.ShopTables, (plan.Rows + Books.OrdersEach - 1) / Books.OrdersEach, token);
        await using var shop = await street.OpenShop(token, owner: Operator.Id);
        Console.WriteLine("  the shop counts its hours");
        await HoursAreKept(street.ShopTables, token);
        using var owner = await Operator.SignIn(shop, street.Neighbours, token);
        var pages = await Walk(owner, token);
        var taken = pages.ToDictionary(page => page, _ => new List<double>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var page in pages)
            {
                var began = Stopwatch.GetTimestamp();
                await owner.Read(page, token);
                taken[page].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        var slowest = taken.Select(page => (Page: page.Key, Took: Spread.Of(page.Value))).OrderByDescending(page => page.Took.Median).ToList();
        return
        [
            new Figure(
                "P12", $"the slowest of {pages.Count} pages of the dashboard, {plan.Rows:#,0} orders", "ms", slowest[0].Took, null, slowest[0].Took,
                Bound.AtMost(MillisecondsMax))
            {
                Notes = slowest.Take(ShownMax).ToDictionary(page => $"ms of {page.Page}", page => page.Took.Median),
            },
        ];
    }

    /// <summary>Once for a past that nobody has counted yet; from then on each hour has its row when it is over.</summary>
    private static async Task HoursAreKept(NpgsqlDataSource tables, CancellationToken token)
    {
        var began = Stopwatch.GetTimestamp();
        await using var ask = tables.CreateCommand("SELECT count(*) FROM shop_hours WHERE hour > now() - interval '2 hours' AND model = ''");
        while (await ask.ExecuteScalarAsync(token) is 0L)
        {
            if (Stopwatch.GetElapsedTime(began) > KeptWithin)
            {
                throw new BenchmarkException("The shop has not counted its hours.");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, token);
        }
    }

    /// <summary>One page of each kind, as links lead from the first one; each is opened once before it is measured.</summary>
    private static async Task<List<string>> Walk(Operator owner, CancellationToken token)
    {
        List<string> pages = ["/admin"];
        var kinds = new HashSet<string> { "/admin" };
        for (var next = 0; next < pages.Count; next++)
        {
            foreach (var link in Operator.LinksOf(await owner.Read(pages[next], token)))
            {
                if (kinds.Add(Names().Replace(link, "*")))
                {
                    pages.Add(link);
                }
            }
        }

        return pages;
    }

    /// <summary>What stands for one thing among many of its kind.</summary>
    [GeneratedRegex("[0-9a-f-]{32,}|[0-9]+|(?<=(model|id|name)=)[^&]+|(?<=settings/)[^?]+")]
    private static partial Regex Names();
}
