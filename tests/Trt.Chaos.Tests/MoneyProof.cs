using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Ports;
using Trt.Infrastructure;
using Trt.Infrastructure.Persistence;

namespace Trt.Chaos.Tests;

/// <summary>The rules of money, asked from outside the shops.</summary>
internal static class MoneyProof
{
    private const int ListedMax = 20;

    /// <summary>What does not agree; money that is still held for an order counts too, for whoever asks has waited for all of them.</summary>
    public static async Task<IReadOnlyList<string>> Differences(string connectionString)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddPersistence()
            .BuildServiceProvider();
        await services.GetRequiredService<Database>()
            .Open(DatabaseAddress.Parse(connectionString), "", isDurable: false, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var findings = await scope.ServiceProvider.GetRequiredService<IMoneyAudit>()
            .Examine(DateTimeOffset.MaxValue, ListedMax, CancellationToken.None);
        return
        [
            .. findings.Differences.Select(difference => difference.ToString()),
            .. findings.Limbo.Oldest.Select(order => order.ToString()),
        ];
    }
}
