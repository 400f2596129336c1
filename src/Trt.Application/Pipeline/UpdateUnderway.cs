namespace Trt.Application.Pipeline;

/// <summary>
/// The update this scope works on. Its id is saved together with its effect, so the same update delivered again has none.
/// </summary>
public sealed class UpdateUnderway
{
    public long? Id { get; set; }

    /// <summary>A later change in the same scope is not this update's any more.</summary>
    public void Saved() => Id = null;
}

/// <summary>This update has had its effect already.</summary>
public sealed class DuplicateUpdateException(long updateId) : Exception($"Update {updateId} has been handled before");
