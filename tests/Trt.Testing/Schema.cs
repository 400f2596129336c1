using Npgsql;

namespace Trt.Testing;

/// <summary>A schema as text, a line for each thing the catalog of PostgreSQL knows, in an order of its own: two texts are equal when the schemas are.</summary>
public static class Schema
{
    /// <summary>Columns stand by their names: where a column lies in its table depends on when it was added, and nobody asks for it.</summary>
    private const string Lines =
        """
        WITH named AS (
            SELECT oid, relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        ), lines (owner, part, line) AS (
            SELECT 'table ' || name, 0, '' FROM named
            UNION ALL
            SELECT 'table ' || name, 1, format('column %s %s%s%s', attname, format_type(atttypid, atttypmod),
                    CASE WHEN attnotnull THEN ' not null' END, ' default ' || pg_get_expr(adbin, adrelid))
                || CASE attidentity WHEN '' THEN '' ELSE ' identity ' || attidentity::text END
                || CASE attgenerated WHEN '' THEN '' ELSE ' generated' END
            FROM named JOIN pg_attribute ON attrelid = named.oid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE attnum > 0 AND NOT attisdropped
            UNION ALL
            SELECT 'table ' || name, 2, format('constraint %s %s', conname, pg_get_constraintdef(pg_constraint.oid))
            FROM named JOIN pg_constraint ON conrelid = named.oid WHERE contype <> 'n'
            UNION ALL
            SELECT 'table ' || name, 3, 'index ' || pg_get_indexdef(indexrelid) FROM named JOIN pg_index ON indrelid = named.oid
            UNION ALL
            SELECT 'table ' || name, 4, 'trigger ' || pg_get_triggerdef(pg_trigger.oid)
            FROM named JOIN pg_trigger ON tgrelid = named.oid WHERE NOT tgisinternal
            UNION ALL
            SELECT format('function %s(%s) returns %s', proname, pg_get_function_identity_arguments(pg_proc.oid), pg_get_function_result(pg_proc.oid)),
                5, trim(E' \n' FROM replace(prosrc, E'\r', ''))
            FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT format('%s %s', CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE relkind::text END, relname),
                6, CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) ELSE '' END
            FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'p', 'i', 'I', 't')
            UNION ALL
            SELECT 'type ' || typname, 7, coalesce((SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = pg_type.oid), '')
            FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
        )
        SELECT owner, line FROM lines ORDER BY owner COLLATE "C", part, line COLLATE "C"
        """;

    public static async Task<string> Text(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(Lines);
        await using var rows = await command.ExecuteReaderAsync();
        var text = new StringWriter { NewLine = "\n" };
        var owner = "";
        while (await rows.ReadAsync())
        {
            if (rows.GetString(0) != owner)
            {
                owner = rows.GetString(0);
                await text.WriteLineAsync(owner);
            }

            foreach (var line in rows.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                await text.WriteLineAsync($"    {line}");
            }
        }

        return text.ToString();
    }
}
