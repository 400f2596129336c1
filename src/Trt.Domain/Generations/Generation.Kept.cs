using Trt.Domain.Shared;

namespace Trt.Domain.Generations;

/// <summary>What its customer makes of an order in their history.</summary>
public sealed partial class Generation
{
    public bool IsFavourite { get; private set; }

    /// <summary>Taken out of the history by its customer. The order itself stays: its money has to remain provable.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The first order of those that were agreed to together, as variations of one; null for an order that stands alone.</summary>
    public GenerationId? Batch { get; private set; }

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

    public void JoinBatch(GenerationId first) => Batch = first;
}
