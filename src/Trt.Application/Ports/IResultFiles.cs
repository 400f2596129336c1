namespace Trt.Application.Ports;

/// <summary>The files that orders have made, where they lie since.</summary>
public interface IResultFiles
{
    Task<CustomerFile> Open(Uri address, CancellationToken token);
}
