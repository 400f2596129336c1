using Trt.Domain.Finding;

namespace Trt.Application.Ports;

/// <summary>
/// Understands what somebody wants of the shop. The rules of the domain answer today; whoever else answers one day is held to the same
/// words, and nothing is ordered by an answer.
/// </summary>
public interface IWishReader
{
    ValueTask<Reading> Read(string? text, FilesGiven files, CancellationToken token);
}
