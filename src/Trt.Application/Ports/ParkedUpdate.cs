namespace Trt.Application.Ports;

/// <summary>An update whose handler failed: kept with its error, so that it can be looked at and run again.</summary>
public sealed class ParkedUpdate
{
    public required long UpdateId { get; init; }

    public required string Body { get; init; }

    public required string Error { get; set; }

    public required string Cid { get; init; }

    public required DateTimeOffset At { get; set; }
}
