using Npgsql;
using Trt.Chaos.Tests.Storms;
using Trt.Domain.Generations;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Chaos.Tests.Deployments;

/// <summary>Two shops behind a pooler and a balancer are replaced one after the other, again and again, while people order.</summary>
[Category("Process")]
public sealed class RollOutTests
{
    private const int Rolls = 20;
    private const int People = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Twenty_roll_outs_while_people_order_lose_nothing()
    {
        await using var neighbours = await Neighbours.Open();
        await neighbours.Levers.Post("kie", new { duration_ms = 100, rate_limit = false });
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var pooler = await Pooler.Before(database.ShopConnectionString);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        List<Place> places = [new(0, Wire.To(pooler.ConnectionString)), new(1, Wire.To(pooler.ConnectionString))];
        await using var balancer = new Balancer(places);
        balancer.Open();
        try
        {
            foreach (var place in places)
            {
                var settings = neighbours.Settings(balancer.Address, AsDeployed(place.Wire.ConnectionString));
                settings["WELCOME_BALANCE_RUB"] = "5000";
                place.Open(settings);
                await TakesOrders(place, shops: 1);
            }

            var crowd = Enumerable.Range(1, People)
                .Select(number => new Person(new Customer(neighbours.Levers, number, $"P{number}", "ru"), new Books(source), new Random(number)))
                .ToList();
            using var evening = new CancellationTokenSource();
            var lives = Task.WhenAll(crowd.Select(person => person.Live(evening.Token)));
            for (var roll = 0; roll < Rolls; roll++)
            {
                var place = places[roll % places.Count];
                var shops = place.Shops;
                place.Terminate();
                await TakesOrders(place, shops + 1);
            }

            await evening.CancelAsync();
            await lives;
            var books = new Books(source);
            await Eventually.Holds("all is delivered", async () => await books.OpenOrders() == 0, Patience);

            var verdict = new Verdict(source, neighbours);
            await verdict.Judge(
                database.ConnectionString, [.. crowd.Select(person => person.Customer)], [.. places.SelectMany(place => place.Deaths)], kills: 0);
            var told = new StringWriter();
            verdict.Print(told);
            await TestContext.Out.WriteLineAsync($"{await books.OrdersBegun()} orders\n{told}");
            verdict.IsKept.ShouldBeTrue(told.ToString());
            places.SelectMany(place => place.Codes).ShouldBe(Enumerable.Repeat(0, Rolls), "who is asked to end does");
            crowd.Sum(person => person.GaveUp).ShouldBe(0);
            (await books.OrdersBegun()).ShouldBeGreaterThan(Rolls);
            (await books.Orders(GenerationStatus.Delivered)).ShouldBe(await books.OrdersBegun());
        }
        finally
        {
            foreach (var place in places)
            {
                await place.DisposeAsync();
            }
        }
    }

    /// <summary>As compose.yaml says it.</summary>
    private static string AsDeployed(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgres://{to.Username}:{Uri.EscapeDataString(to.Password!)}@{to.Host}:{to.Port}/{to.Database}?pgbouncer=true";
    }

    /// <param name="shops">So many have been opened here by then.</param>
    private static Task TakesOrders(Place place, int shops) => Eventually.Holds(
        $"shop {shops} of place {place.Number} takes orders",
        async () => place.Shops >= shops && await place.Answers() && place.IsReady,
        () => $"; {string.Join('\n', [.. place.Deaths, place.Said])}",
        Patience);
}
