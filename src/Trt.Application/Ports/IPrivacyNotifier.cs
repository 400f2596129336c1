using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Brings a customer their own data, and takes out of the chat what they want gone.</summary>
public interface IPrivacyNotifier
{
    /// <summary>Deletes messages. Those that the messenger keeps are told, so that their owner deletes them.</summary>
    Task<SendOutcome> Wipe(UserId user, Language language, IReadOnlyList<long> messages, CancellationToken token);

    /// <param name="write">Writes the archive; true when another piece follows.</param>
    Task<SendOutcome> Archive(ArchiveNotice notice, Func<Stream, Task<bool>> write, CancellationToken token);
}

/// <param name="Piece">1 for the first.</param>
public sealed record ArchiveNotice(UserId User, Language Language, int Piece);
