using Npgsql;

namespace Trt.Benchmarks.Neighbours;

/// <summary>Customers with a past, as ledger.sql lays them.</summary>
internal static class Books
{
    public const long FirstCustomer = 4_000_000_000;
    public const int OrdersEach = 19;
    public const int EntriesEach = 40;

    private const string Picture = """[{"Kind": 0, "Address": "https://results.example/fox.png", "Text": null, "Id": null}]""";

    public static Guid OrderOf(long customer, int number) => Ids.Of((customer * 32) + number);

    public static async Task Lay(NpgsqlDataSource tables, long customers, CancellationToken token)
    {
        await tables.Lay("ledger.sql", token, $"{customers}", $"{FirstCustomer}", Picture);
        await tables.Do(
            $"""
            INSERT INTO users (id, name, username, language, has_left, created_at)
            SELECT customer, 'Anna', 'anna', 'Russian', false, now() - interval '1 day' - customer % 399 * interval '1 day'
            FROM generate_series({FirstCustomer}, {FirstCustomer + customers - 1}) customer
            """,
            token);
        await tables.Do("VACUUM ANALYZE", token);
    }
}
