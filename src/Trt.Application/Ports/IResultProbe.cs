namespace Trt.Application.Ports;

/// <summary>Looks whether a result is really there: the first bytes of a picture, a film or a sound, not only an address.</summary>
public interface IResultProbe
{
    Task<ResultPresence> Look(Uri address, CancellationToken token);

    /// <summary>How long a film or a sound plays, told from its own bytes; null when they do not tell, or not in time.</summary>
    Task<decimal?> Seconds(Uri address, CancellationToken token);
}

public enum ResultPresence
{
    There,

    /// <summary>Nothing is behind the address, or nothing that a customer would pay for.</summary>
    Missing,

    /// <summary>No answer now.</summary>
    Unclear,
}
