using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Shows somebody a file that a customer sent, by the messenger's own name for it.</summary>
public interface IInputFileShow
{
    Task<SendOutcome> Show(UserId to, MediaItem file, CancellationToken token);
}
