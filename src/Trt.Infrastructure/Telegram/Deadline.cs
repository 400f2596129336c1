namespace Trt.Infrastructure.Telegram;

/// <summary>Two reasons to stop, kept apart: the caller gave up, or the time is over.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;

    public Deadline(TimeSpan within, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _time = new CancellationTokenSource(within, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    public bool CallerGaveUp => _caller.IsCancellationRequested;

    public bool Passed => _time.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _time.Dispose();
    }
}
