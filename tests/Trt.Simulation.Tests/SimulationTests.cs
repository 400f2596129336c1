namespace Trt.Simulation.Tests;

/// <summary>Orders on bad days, a seed each. More of them: ./trt sim --seeds 10000.</summary>
public sealed class SimulationTests
{
    private const int Seeds = 300;

    /// <summary>The same days on which the shop as it is does nothing wrong.</summary>
    private const int SeedsForAMistake = Seeds;

    private static IEnumerable<Plant> Mistakes => Enum.GetValues<Plant>().Where(plant => plant != Plant.None);

    [Test]
    public async Task Every_order_ends_delivered_or_refunded_and_told_whatever_goes_wrong()
    {
        var games = Playing.Known().Concat(Enumerable.Range(1, Seeds).Select(seed => (seed, Playing.Numbers(""))));
        var verdicts = await Playing.Play(games, workers: 2, Plant.None, untilOneFails: false);
        TestContext.Out.WriteLine($"{verdicts.Count} seeds, {verdicts.Sum(verdict => verdict.Orders)} orders, {verdicts.Sum(verdict => verdict.Faults.Count)} faults");
        var failing = verdicts.Where(verdict => verdict.Problems.Count > 0).ToList();
        failing.ShouldBeEmpty(string.Join('\n', failing.Take(3).Select(verdict => Playing.Tell(verdict, Playing.Numbers("")))));
    }

    /// <summary>An oracle that nobody has seen speak may be dumb.</summary>
    [Test]
    public async Task A_planted_mistake_is_found([ValueSource(nameof(Mistakes))] Plant mistake)
    {
        var games = Enumerable.Range(1, SeedsForAMistake).Select(seed => (seed, Playing.Numbers("")));
        var verdicts = await Playing.Play(games, workers: 2, mistake, untilOneFails: true);
        var found = verdicts.FirstOrDefault(verdict => verdict.Problems.Count > 0);
        TestContext.Out.WriteLine($"{mistake}: after {verdicts.Count} seeds: {found?.Problems[0]}");
        found.ShouldNotBeNull();
    }

    [Test]
    public async Task A_seed_is_the_same_day_every_time()
    {
        var once = await Playing.Play([(7, Playing.Numbers(""))], workers: 1, Plant.None, untilOneFails: false);
        var again = await Playing.Play([(8, Playing.Numbers("")), (7, Playing.Numbers(""))], workers: 1, Plant.None, untilOneFails: false);
        again.Single(verdict => verdict.Seed == 7).Trace.ShouldBe(once[0].Trace);
    }
}
