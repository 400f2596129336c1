using Trt.Application.Storefront;
using Trt.Domain.Finding;
using Trt.Domain.Free;

namespace Trt.Application.Finding;

/// <summary>What becomes of words and files outside an order.</summary>
public abstract record HeardView
{
    /// <summary>Something can be made of it.</summary>
    public sealed record Proposed(KeptWish Kept, Wish Wish, Lean Lean, IReadOnlyList<Proposal> Proposals, FreeRoom Free) : HeardView
    {
        public int FreePerDay { get; init; }

        /// <summary>Whether there are others than these, which cost less or more.</summary>
        public bool HasChoice { get; init; }

        /// <summary>It was spoken, and nobody has listened to it yet.</summary>
        public bool IsUnheard => Kept is { Text: null, Files: [{ IsVoice: true }] };
    }

    public sealed record Found(FoundModels Models) : HeardView;

    public sealed record Said(Talk Talk) : HeardView;

    public sealed record TooLarge : HeardView;

    /// <summary>It is so long ago that it was forgotten.</summary>
    public sealed record Forgotten : HeardView;
}

public sealed record Proposal(Job Job, ModelOffer Offer);

/// <param name="Number">By which the search is found again.</param>
public sealed record FoundModels(int Number, string Text, IReadOnlyList<ModelOffer> Offers, int Total, int Page, int PageCount);
