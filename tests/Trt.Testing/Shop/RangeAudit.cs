using System.Globalization;
using Npgsql;
using Trt.Application.Ports;
using Trt.Infrastructure.Persistence.Audit;

namespace Trt.Testing.Shop;

/// <summary>
/// The rules of money, held against some customers only: in a schema of its own each table is a view of just their rows, and the rules
/// are asked there as they are.
/// </summary>
public sealed class RangeAudit(NpgsqlDataSource source) : IAsyncDisposable
{
    private const string Views =
        """
        CREATE SCHEMA of_range;
        DO $$
        DECLARE found record;
        BEGIN
            FOR found IN
                SELECT table_name FROM information_schema.columns
                WHERE table_schema = 'public' AND column_name = 'user_id' AND table_name <> 'outbox'
            LOOP
                EXECUTE format(
                    'CREATE VIEW of_range.%I AS SELECT * FROM public.%I
                     WHERE user_id BETWEEN current_setting(''range.first'')::bigint AND current_setting(''range.last'')::bigint',
                    found.table_name, found.table_name);
            END LOOP;
        END $$;
        """;

    private static readonly string AllRules = string.Join(
        " UNION ALL ",
        MoneyRules.All.Select(rule => $"SELECT '{rule}: ' || subject || ', ' || expected || ' expected, ' || found || ' found' FROM ({RuleSql.Of(rule)}) of_{rule}"));

    private NpgsqlConnection? _connection;

    public async Task Prepare()
    {
        _connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Views + "SET search_path = of_range, public", _connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <returns>What breaks a rule.</returns>
    public async Task<IReadOnlyList<string>> Examine(long firstCustomer, long lastCustomer)
    {
        await using (var range = new NpgsqlCommand("SELECT set_config('range.first', $1, false), set_config('range.last', $2, false)", _connection))
        {
            range.Parameters.Add(new NpgsqlParameter<string> { TypedValue = firstCustomer.ToString(CultureInfo.InvariantCulture) });
            range.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lastCustomer.ToString(CultureInfo.InvariantCulture) });
            await range.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(AllRules, _connection);
        await command.PrepareAsync();
        var found = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }
}
