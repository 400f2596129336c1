using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Backups;

/// <summary>
/// The schema as SQL, so that it is made in the same transaction as the rows are brought in. EF's own script does not end the statements
/// that a migration has in its own words.
/// </summary>
internal sealed class SchemaScript : IDisposable
{
    private readonly TrtDbContext _context;

    public SchemaScript(NpgsqlDataSource source) => _context = new TrtDbContext(DatabaseSetup.Options(source, []));

    /// <summary>In the order in which they are applied.</summary>
    public IReadOnlyList<string> Migrations => [.. _context.Database.GetMigrations()];

    /// <param name="from">Null = from nothing.</param>
    /// <param name="to">Null = to the last one that this build knows.</param>
    public string Write(string? from, string? to)
    {
        var (assembly, history) = (_context.GetService<IMigrationsAssembly>(), _context.GetService<IHistoryRepository>());
        var script = new StringBuilder(from is null ? Ended(history.GetCreateIfNotExistsScript()) : "");
        var wanted = assembly.Migrations
            .SkipWhile(migration => from is not null && string.CompareOrdinal(migration.Key, from) <= 0)
            .TakeWhile(migration => to is null || string.CompareOrdinal(migration.Key, to) <= 0);
        foreach (var (name, type) in wanted)
        {
            var migration = assembly.CreateMigration(type, _context.Database.ProviderName!);
            foreach (var command in _context.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations, migration.TargetModel))
            {
                script.Append(Ended(command.CommandText));
            }

            script.Append(Ended(history.GetInsertScript(new HistoryRow(name, ProductInfo.GetVersion()))));
        }

        return script.ToString();
    }

    public void Dispose() => _context.Dispose();

    private static string Ended(string sql)
    {
        var text = sql.Trim();
        return text.Length == 0 || text.EndsWith(';') ? $"{text}\n" : $"{text};\n";
    }
}
