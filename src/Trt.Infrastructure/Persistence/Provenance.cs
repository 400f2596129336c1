using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// Where a database comes from, told by the migrations it remembers, before anything in it is changed. One that a newer build has been
/// at is welcome: later migrations only add (decision 0028).
/// </summary>
internal static class Provenance
{
    /// <summary>The way to the first release. Their sum is the schema of <c>Initial</c>, so whoever has all of them has that.</summary>
    public static readonly IReadOnlyList<string> BeforeTheRelease =
    [
        "20261121024610_Initial",
        "20261121034000_DraftAlbum",
        "20261121044607_QuestionsAndAudit",
        "20261121045203_DraftCaption",
        "20261121050129_Payments",
        "20261121050505_TermsAndFreeBank",
        "20261121051134_ReceivedQuantityAndOriginals",
        "20261121051929_BehindTheCounter",
        "20261121053136_FreeDayIndex",
        "20261121054251_Growth",
        "20261121060111_Transfers",
    ];

    /// <exception cref="UnfitDatabaseException">It is none of ours, or it stopped on the way to the first release.</exception>
    public static async Task Check(TrtDbContext context, CancellationToken token)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(token)).ToList();
        if (applied.Intersect(known).Any())
        {
            return;
        }

        if (applied.Count == 0)
        {
            await RefuseTablesOfOthers(context, token);
        }
        else if (applied.Except(BeforeTheRelease).FirstOrDefault() is { } stranger)
        {
            throw new UnfitDatabaseException(
                $"This database belongs to another program: it remembers the migration {stranger}, and none of ours.");
        }
        else if (applied.Count < BeforeTheRelease.Count)
        {
            throw new UnfitDatabaseException(
                $"This database stopped on the way to the first release, at {applied[^1]}. To keep what is in it, let the build that knows "
                + $"{BeforeTheRelease[^1]} bring it up to date (./trt migrate, in the version before docs/decisions/0028 came); "
                + "this build goes on from there.");
        }
        else
        {
            await Remember(context, known[0], token);
        }
    }

    private static async Task RefuseTablesOfOthers(TrtDbContext context, CancellationToken token)
    {
        string[] ours = [.. context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!), "pace_slots", "pauses", "cost_book"];
        var taken = await context.Database
            .SqlQuery<string>(
                $"""
                SELECT relname::text AS "Value" FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relname = ANY ({ours})
                """)
            .OrderBy(name => name)
            .ToListAsync(token);
        if (taken.Count > 0)
        {
            throw new UnfitDatabaseException(
                $"This database has tables that we would make ({string.Join(", ", taken)}), and no memory of our migrations: "
                + "it belongs to another program, or was copied without __EFMigrationsHistory.");
        }
    }

    /// <summary>The old names stay beside the new one, so that the build before ours still knows the database as its own.</summary>
    private static async Task Remember(TrtDbContext context, string migration, CancellationToken token)
    {
        var row = new HistoryRow(migration, ProductInfo.GetVersion());
        await context.Database.ExecuteSqlRawAsync(context.GetService<IHistoryRepository>().GetInsertScript(row), token);
    }
}
