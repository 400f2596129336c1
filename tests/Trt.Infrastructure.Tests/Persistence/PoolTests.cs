using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trt.Infrastructure.Persistence;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Persistence;

public sealed class PoolTests
{
    [Test]
    public async Task Unless_told_otherwise_two_shops_fit_a_PostgreSQL_as_it_comes()
    {
        var pool = await Effective("");
        (2 * (pool.MaxPoolSize + 1)).ShouldBeLessThan(97);
        pool.MaxPoolSize.ShouldBeGreaterThanOrEqualTo(20);
        pool.MaxAutoPrepare.ShouldBe(100);
    }

    [TestCase("Maximum Pool Size=7", 7)]
    [TestCase("MaxPoolSize=100", 100)]
    public async Task What_is_written_holds(string setting, int size) => (await Effective(setting)).MaxPoolSize.ShouldBe(size);

    [Test]
    public async Task More_work_than_connections_waits_for_them()
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var wire = Wire.To(database.ConnectionString);
        await using var opened = new Database(NullLoggerFactory.Instance, TimeProvider.System);
        await opened.Open(DatabaseAddress.Parse($"{wire.ConnectionString};Maximum Pool Size=2"), "", isDurable: false, CancellationToken.None);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            await using var command = opened.Source.CreateCommand($"SELECT {number}");
            return (int)(await command.ExecuteScalarAsync())!;
        }));
        answers.ShouldBe(Enumerable.Range(0, 200));
        wire.ConnectionsPeak.ShouldBe(2);
    }

    private static async Task<NpgsqlConnectionStringBuilder> Effective(string setting)
    {
        await using var database = await DatabaseTemplate.OfShop.Create();
        await using var opened = new Database(NullLoggerFactory.Instance, TimeProvider.System);
        await opened.Open(DatabaseAddress.Parse($"{database.ConnectionString};{setting}"), "", isDurable: false, CancellationToken.None);
        return new NpgsqlConnectionStringBuilder(opened.Source.ConnectionString);
    }
}
