using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

internal sealed partial class TrtDb
{
    public async Task EraseTraces(UserId user, DateTimeOffset now, CancellationToken token)
    {
        foreach (var sql in Erasure.Tables.Select(table => table.Sql).OfType<string>())
        {
            // Braces are JSON here, and no places for values.
            await context.Database.ExecuteSqlRawAsync(
                sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
                [new NpgsqlParameter("user", user.Value), new NpgsqlParameter("now", now.UtcDateTime)],
                token);
        }
    }
}
