using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Trt.Infrastructure.Persistence;

/// <summary>Brings the schema up to date, once, whoever of several instances comes first.</summary>
public static class DatabaseSetup
{
    /// <summary>Any number; it names the lock of our migrations among the locks of the server.</summary>
    private const long MigrationLock = 7_248_116_001;

    /// <summary>For one statement on a large table, and for another instance that migrates meanwhile.</summary>
    private static readonly TimeSpan MigrationTime = TimeSpan.FromMinutes(10);

    internal static DbContextOptions<TrtDbContext> Options(NpgsqlDataSource source, IEnumerable<IInterceptor> interceptors) =>
        new DbContextOptionsBuilder<TrtDbContext>().UseNpgsql(source).AddInterceptors(interceptors).Options;

    /// <returns>The names of the migrations that were applied now.</returns>
    /// <exception cref="UnfitDatabaseException">The database is none of ours; nothing was changed.</exception>
    public static Task<IReadOnlyList<string>> Migrate(NpgsqlDataSource source, CancellationToken token) =>
        Alone(source, () => MigrateNow(source, token), token);

    /// <summary>Makes the tables of a private server as its owner, and the role that the shop then works as.</summary>
    internal static Task<IReadOnlyList<string>> Prepare(NpgsqlDataSource superuser, string password, CancellationToken token) => Alone(
        superuser,
        async () =>
        {
            var applied = await MigrateNow(superuser, token);
            await ShopRole.Ensure(superuser, password, token);
            return applied;
        },
        token);

    private static async Task<T> Alone<T>(NpgsqlDataSource source, Func<Task<T>> act, CancellationToken token)
    {
        // A lock of a transaction and not of a session: behind a pooler the next statement may be another session's.
        await using var guard = await source.OpenConnectionAsync(token);
        await using var held = await guard.BeginTransactionAsync(token);
        await Execute(guard, $"SELECT pg_advisory_xact_lock({MigrationLock})", token);
        return await act();
    }

    private static async Task<IReadOnlyList<string>> MigrateNow(NpgsqlDataSource source, CancellationToken token)
    {
        await using var context = new TrtDbContext(Options(source, []));
        context.Database.SetCommandTimeout(MigrationTime);
        await Provenance.Check(context, token);
        var pending = (await context.Database.GetPendingMigrationsAsync(token)).ToList();
        if (pending.Count > 0)
        {
            await context.Database.MigrateAsync(token);
        }

        return pending;
    }

    private static async Task Execute(NpgsqlConnection connection, FormattableString sql, CancellationToken token)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(sql);
        command.CommandTimeout = (int)MigrationTime.TotalSeconds;
        await command.ExecuteNonQueryAsync(token);
    }
}
