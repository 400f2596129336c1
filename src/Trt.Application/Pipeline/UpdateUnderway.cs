namespace Trt.Application.Pipeline;

/// <summary>
/// The update this scope works on. Its id is saved together with its effect, so the same update delivered again has none.
/// </summary>
public sealed class UpdateUnderway
{
    public long? Id { get; set; }

    /// <summary>Whether the update has had an effect that was written down.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>A later change in the same scope is not this update's any more.</summary>
    public void Saved()
    {
        IsSaved |= Id is not null;
        Id = null;
    }
}

/// <summary>This update has had its effect already.</summary>
public sealed class DuplicateUpdateException(long updateId) : Exception($"Update {updateId} has been handled before");
