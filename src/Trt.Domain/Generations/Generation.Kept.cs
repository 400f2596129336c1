using Trt.Domain.Catalog;
using Trt.Domain.Recipes;
using Trt.Domain.Shared;

namespace Trt.Domain.Generations;

/// <summary>What its customer makes of an order in their history.</summary>
public sealed partial class Generation
{
    public bool IsFavourite { get; private set; }

    /// <summary>Taken out of the history by its customer. The order itself stays: its money has to remain provable.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>
    /// The first order of those that were agreed to together, as variations of one or as models of a duel; null for one that stands alone.
    /// </summary>
    public GenerationId? Batch { get; private set; }

    /// <summary>The step of a recipe that it is; null for an order by itself.</summary>
    public RecipePlace? Place { get; private set; }

    /// <summary>Ordered by somebody who wants it forgotten.</summary>
    public bool Vanishes { get; private set; }

    /// <summary>Since when nothing is left of it but what its money needs.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>It has ended, and nothing about it is on its way to the chat.</summary>
    public bool CanBeDeleted => !Status.IsOpen() && Status != GenerationStatus.Succeeded;

    public void Favour(bool isFavourite) => IsFavourite = isFavourite;

    /// <summary>False while something of it is still to come.</summary>
    public bool Delete(DateTimeOffset now)
    {
        if (!CanBeDeleted)
        {
            return false;
        }

        DeletedAt ??= now;
        IsFavourite = false;
        return true;
    }

    public void Vanish() => Vanishes = true;

    /// <summary>What was asked for and what came are gone; that it was ordered, when, and for how much stays provable.</summary>
    /// <returns>False while something of it is still to come.</returns>
    public bool Forget(DateTimeOffset now)
    {
        if (!CanBeDeleted)
        {
            return false;
        }

        ForgottenAt ??= now;
        (Inputs, Result, Detail, IsFavourite) = (new Dictionary<string, InputValue>(), [], null, false);
        (IsUndeliverable, HasNews) = (false, false);
        return true;
    }

    public void JoinBatch(GenerationId first) => Batch = first;

    public void Follow(RecipePlace? place) => Place = place;
}
