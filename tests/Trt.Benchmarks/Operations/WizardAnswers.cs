using Npgsql;
using Trt.Benchmarks.Load;
using Trt.Benchmarks.Measuring;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Operations;

/// <summary>People write what they want to see, and the shop saves it in their draft.</summary>
internal sealed class WizardAnswers(BenchPostgres postgres, NpgsqlDataSource tables) : Operation(postgres, tables)
{
    private const long FirstPerson = 5_000_000_000;

    private long _next = FirstPerson;

    public override async Task Lay(Plan plan, CancellationToken token)
    {
        var people = People(plan.WarmUp) + (People(plan.Window) * plan.Rounds);
        await Tables.Lay("answers.sql", token, $"{FirstPerson}", $"{people}");
    }

    public override async Task<Sample> Round(ServerUnderTest shop, TimeSpan time, CancellationToken token)
    {
        var (first, people) = (_next, People(time));
        _next += people;
        Arrive(shop, first, people);
        return await Counted(
            shop,
            () => new ClosedLoop(shop.Port, Clients).Run(new WrittenWishes(first, people), [], time),
            "answers",
            () => Tables.Count(
                $"""
                SELECT count(*) FROM drafts
                WHERE user_id BETWEEN $1 AND $2 AND values->>'prompt' = '{WrittenWishes.Words}' AND asking IS DISTINCT FROM 'prompt'
                """,
                first, first + people - 1, token),
            token);
    }
}
