using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;
using Trt.Benchmarks.Operations;

namespace Trt.Benchmarks.Figures;

/// <summary>
/// P7: customers look at their history, at a page of their gallery and at one order, over the webhook; pgbench sends the statements behind
/// the same page to the same rows.
/// </summary>
internal static class Pages
{
    private const int Customers = 2000;

    public static async Task<IReadOnlyList<Figure>> Measure(Plan plan, CancellationToken token)
    {
        await using var street = await Street.Build(plan, token);
        await Books.Lay(street.ShopTables, Customers, token);
        await using var shop = await street.OpenShop(token);
        var pages = Page.All.Select(page => (Page: page, Looks: new PageLooks(
            page, street.Neighbours, street.Postgres, street.ShopTables, Customers))).ToList();
        foreach (var (_, looks) in pages)
        {
            await looks.Try(shop, token);
        }

        var figures = new List<Figure>();
        foreach (var (page, looks) in pages)
        {
            var pgbench = await street.Reference(page.Script, token, onShopsRows: true);
            var (ours, reference) = await looks.Take(
                shop,
                _ => Sample.Under(
                    street.Postgres, () => pgbench.Run(Operation.Clients, plan.Window, Books.FirstCustomer, Customers, token)),
                plan,
                token);
            figures.Add(Versus.Of(
                "P7", $"{page.Name}, over HTTP, vs its statements", "pages/s", Bound.AtLeast(0.4, goal: 0.7), "page", ours, reference));
        }

        return figures;
    }
}
