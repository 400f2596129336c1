namespace Trt.Api.Instance;

/// <summary>
/// Whether the database answers, as the watch has last seen it. In real time, whatever the shop's clock says: it is about a neighbour
/// that hangs, and not about a date.
/// </summary>
internal sealed class DatabasePresence : IDisposable
{
    /// <summary>An update that takes no longer is never asked about.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Counted in looks and not in time: where a burst keeps us from looking, it also keeps us from hearing. The watch asks several times
    /// within them, and in all they take less than a second.
    /// </summary>
    private const int LooksInSilenceMax = 6;

    private static readonly TimeProvider Clock = TimeProvider.System;

    private int _answers;
    private volatile bool _isAway;
    private volatile CancellationTokenSource _presence = new();

    public bool IsAway => _isAway;

    /// <summary>Cancelled when it goes away: whoever waits for it then would wait for long.</summary>
    public CancellationToken WhileThere => _presence.Token;

    public void Answers()
    {
        Interlocked.Increment(ref _answers);
        if (_isAway)
        {
            _presence = new CancellationTokenSource();
            _isAway = false;
        }
    }

    public void IsLost()
    {
        _isAway = true;
        _presence.Cancel();
    }

    /// <summary>Waits for what asks the database, as long as that lives.</summary>
    /// <returns>False when it has fallen silent: the work goes on, and nobody should wait for it.</returns>
    public async Task<bool> Outlasts(Task work)
    {
        try
        {
            await work.WaitAsync(Patience, Clock);
            return true;
        }
        catch (TimeoutException)
        {
            // It may have ended in this moment, or of its own timeout: whoever asks then sees how.
            return work.IsCompleted || await AnswersWhile(work);
        }
    }

    private async Task<bool> AnswersWhile(Task work)
    {
        var (heard, silent) = (Volatile.Read(ref _answers), 0);
        while (silent < LooksInSilenceMax && !_isAway)
        {
            await Task.WhenAny(work, Task.Delay(BetweenLooks, Clock));
            if (work.IsCompleted)
            {
                return true;
            }

            var now = Volatile.Read(ref _answers);
            silent = now == heard ? silent + 1 : 0;
            heard = now;
        }

        return false;
    }

    public void Dispose() => _presence.Dispose();
}
