using Trt.Domain.Catalog;
using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>What somebody may show of their own in other chats, found while they type: one look at an index.</summary>
public interface IOwnPieces
{
    /// <summary>Only what was delivered to them as one file that the messenger keeps; never what they deleted.</summary>
    /// <param name="words">What they wrote contains this, in whatever case; null = anything.</param>
    Task<OwnPieces> Find(UserId user, string? words, IReadOnlyCollection<string> textFields, int skip, int take, CancellationToken token);
}

/// <param name="Language">As they chose it; null for whoever is no customer.</param>
public sealed record OwnPieces(Language? Language, bool IsBlocked, IReadOnlyList<OwnPiece> Pieces)
{
    public static readonly OwnPieces None = new(null, false, []);
}

/// <param name="FileId">The messenger's own copy.</param>
public sealed record OwnPiece(
    GenerationId Generation, int Part, ModelId Model, IReadOnlyDictionary<string, InputValue> Inputs, string FileId);
