using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Trt.Infrastructure.PrivatePostgres;

namespace Trt.Infrastructure.Persistence;

/// <param name="Pending">Migrations that this program brings and the database lacks.</param>
/// <param name="Newest">The newest one that it has; null when it has none.</param>
/// <param name="ClockAhead">How far its clock is ahead of this machine's.</param>
public sealed record DatabaseView(string Server, long Bytes, IReadOnlyList<string> Pending, string? Newest, TimeSpan ClockAhead);

/// <summary>Looks how a database stands and changes nothing: neither its schema nor whether its server runs.</summary>
public static class DatabaseLook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="address">Null looks at the private server of <paramref name="dataFolder"/>, when that is up.</param>
    /// <returns>Null when it is a private one that is not up.</returns>
    /// <exception cref="UnfitDatabaseException">It is none of ours.</exception>
    public static async Task<DatabaseView?> At(DatabaseAddress? address, string dataFolder, TimeProvider time, CancellationToken token)
    {
        if (address is not null)
        {
            return await Look(address.ConnectionString, time, token);
        }

        if (!Database.IsOwnRunning(dataFolder))
        {
            return null;
        }

        await using var own = await PrivateServer.Start(
            new PrivatePostgresOptions { Folder = Database.OwnFolder(dataFolder), Durable = true },
            LoggerFactory.Create(_ => { }).CreateLogger<PrivateServer>(),
            time,
            token);
        return await Look(own.ConnectionString(Database.Name), time, token);
    }

    private static async Task<DatabaseView> Look(string address, TimeProvider time, CancellationToken token)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address)
        {
            Timeout = (int)Patience.TotalSeconds,
            CommandTimeout = (int)Patience.TotalSeconds,
            Pooling = false,
        });
        await using var context = new TrtDbContext(DatabaseSetup.Options(source, []));
        await Provenance.Check(context, token);
        var applied = await context.Database.GetAppliedMigrationsAsync(token);
        var pending = await context.Database.GetPendingMigrationsAsync(token);
        await using var question = source.CreateCommand(
            "SELECT current_setting('server_version'), pg_database_size(current_database()), clock_timestamp()");
        await using var answer = await question.ExecuteReaderAsync(token);
        await answer.ReadAsync(token);
        return new DatabaseView(
            answer.GetString(0).Split(' ')[0],
            answer.GetInt64(1),
            [.. pending],
            applied.LastOrDefault(),
            answer.GetDateTime(2).ToUniversalTime() - time.GetUtcNow().UtcDateTime);
    }
}
