using Npgsql;

namespace Trt.Infrastructure.Persistence;

/// <summary>
/// A connection of its own that asks whether the database is there and takes what is written: the pool may be used up by a burst,
/// which is no absence.
/// </summary>
public sealed class DatabaseProbe : IAsyncDisposable
{
    public const string Silence = "no answer";

    private const string Question = "SELECT pg_is_in_recovery()";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>One at a time, made anew after each failure.</summary>
    private readonly NpgsqlDataSource _source;
    private NpgsqlConnection? _connection;

    internal DatabaseProbe(string connectionString) => _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 2, CommandTimeout = 2, MaxAutoPrepare = 0 });

    /// <summary>
    /// Waits for <paramref name="looks"/> looks at the answer, a tenth of a second apart: where a burst keeps us from looking, it also
    /// keeps us from hearing.
    /// </summary>
    /// <returns>What is wrong; null when it answers.</returns>
    public async Task<string?> Ask(int looks, CancellationToken token)
    {
        var asking = AskOnce();
        for (var look = 0; look < looks && !asking.IsCompleted && !token.IsCancellationRequested; look++)
        {
            await Task.WhenAny(asking, Task.Delay(BetweenLooks, TimeProvider.System, token));
        }

        if (!asking.IsCompleted)
        {
            Drop(asking);
            token.ThrowIfCancellationRequested();
            return Silence;
        }

        try
        {
            return await asking;
        }
        catch (Exception exception) when (Database.IsAway(exception) || exception is NpgsqlException)
        {
            Drop(asking);
            return exception.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        await _source.DisposeAsync();
    }

    /// <summary>Not to be broken off: Npgsql may throw into the face of whoever cancels while a connection is opened.</summary>
    private async Task<string?> AskOnce()
    {
        _connection ??= await _source.OpenConnectionAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(Question, _connection);
        return await command.ExecuteScalarAsync(CancellationToken.None) is true ? "it is a standby, which takes nothing" : null;
    }

    /// <summary>What hangs may hang: it ends by its own limit, and nobody waits for it.</summary>
    private void Drop(Task asking)
    {
        var connection = Interlocked.Exchange(ref _connection, null);
        _ = asking.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                connection?.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
