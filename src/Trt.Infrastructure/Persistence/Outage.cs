namespace Trt.Infrastructure.Persistence;

/// <summary>Tells a new outage from one that is known, so that it is written down once, however often it is met.</summary>
public sealed class Outage
{
    private bool _isOn;

    /// <returns>False when it is known already.</returns>
    public bool Begins() => !Interlocked.Exchange(ref _isOn, true);

    /// <returns>False when there was none.</returns>
    public bool Ends() => Interlocked.Exchange(ref _isOn, false);
}
