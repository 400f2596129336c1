using Npgsql;

namespace Trt.Benchmarks.Load;

/// <summary>Makes the shop follow the provider's prices again and again, as fast as its own pace allows.</summary>
internal sealed class Syncs : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private Syncs(NpgsqlDataSource shop) => _work = Hurry(shop);

    public static Syncs Start(NpgsqlDataSource shop) => new(shop);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task Hurry(NpgsqlDataSource shop)
    {
        while (!_stop.IsCancellationRequested)
        {
            await using (var hurry = shop.CreateCommand("UPDATE outbox SET due_at = now() WHERE name = 'catalog.sync.v1' AND due_at > now()"))
            {
                await hurry.ExecuteNonQueryAsync(CancellationToken.None);
            }

            await Task.Delay(Every, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
