using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Finds a customer's own orders, newest first; never those of somebody else, nor what they deleted.</summary>
public interface IGallery
{
    Task<IReadOnlyList<GenerationId>> Find(GallerySearch search, int skip, int take, CancellationToken token);
}

/// <param name="Models">Only orders of these; null = of any.</param>
/// <param name="Words">What the customer wrote contains this, in whatever case; null = anything.</param>
/// <param name="TextFields">Where customers write.</param>
public sealed record GallerySearch(
    UserId UserId, IReadOnlyCollection<ModelId>? Models, bool OnlyFavourites, string? Words, IReadOnlyCollection<string> TextFields);
