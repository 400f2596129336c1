namespace Trt.Api.Instance;

/// <summary>
/// Whether this instance may take orders: not before it is open, not while the database is away, and not once it is closing. Otherwise
/// every press is answered with "updating".
/// </summary>
internal sealed class Readiness(DatabasePresence database)
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string _stage = "starting";
    private volatile bool _isClosing;

    public bool IsReady => NotReady is null;

    /// <summary>Null when orders are taken.</summary>
    public NotReady? NotReady =>
        _isClosing ? Instance.NotReady.Closing
        : !_opened.Task.IsCompletedSuccessfully ? Instance.NotReady.Opening
        : database.IsAway ? Instance.NotReady.DatabaseAway
        : null;

    /// <summary>What is being done right now, for the operator.</summary>
    public string Stage
    {
        get => NotReady is Instance.NotReady.DatabaseAway ? "waiting for the database" : _stage;
        set => _stage = value;
    }

    /// <summary>What keeps us from telling the messenger where we are; null once it knows. The shop is open all the same.</summary>
    public string? Untold { get; set; }

    public Task Opened => _opened.Task;

    public void Open()
    {
        Stage = "ready";
        _opened.TrySetResult();
    }

    public void Close()
    {
        Stage = "closing";
        _isClosing = true;
    }
}

/// <summary>Why orders are not taken.</summary>
internal enum NotReady
{
    Opening,
    DatabaseAway,
    Closing,
}
