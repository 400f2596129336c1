namespace Trt.Api.Instance;

/// <summary>
/// Whether this instance may take orders: not before it is open, and not once it is closing. In between every press is answered
/// with "updating".
/// </summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosing;

    public bool IsReady => _opened.Task.IsCompletedSuccessfully && !_isClosing;

    /// <summary>What is being done right now, for the operator.</summary>
    public string Stage { get; set; } = "starting";

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
