using Trt.Domain.Catalog;
using Trt.Domain.Generations;

namespace Trt.Application.Ports;

/// <summary>
/// The party that makes the picture, the film, the voice. Every call ends in yes, no or don't know, and returns it as a value:
/// an exception out of here is a bug.
/// </summary>
public interface IGenerationProvider
{
    /// <summary>Hands over a customer's file; safe to repeat.</summary>
    Task<UploadOutcome> Upload(ProviderFile file, CancellationToken token);

    /// <summary>Starts the paid work. NOT safe to repeat: after <see cref="SubmitOutcome.Unknown"/> nobody may call it again.</summary>
    Task<SubmitOutcome> Submit(ProviderOrder order, CancellationToken token);

    /// <summary>Reads the record of a task: the only proof of how it ended. Safe to repeat.</summary>
    Task<TaskReading> Read(ModelCard card, string taskId, CancellationToken token);

    /// <summary>
    /// Another address of the same file, good for minutes, where the one in the record may have run out; null when there is none.
    /// Safe to repeat.
    /// </summary>
    Task<Uri?> DirectAddress(Uri result, CancellationToken token);

    /// <summary>What is left on the operator's account; null when it cannot be read now.</summary>
    Task<decimal?> Credits(CancellationToken token);
}

public sealed record ProviderFile(Stream Content, string Name, string MimeType);

/// <param name="Inputs">Checked values of the card's schema.</param>
/// <param name="Uploads">Telegram file id → address at the provider, one for each media item in the inputs.</param>
/// <param name="Callback">Where the provider may tell us to look; bound to this one attempt. Null when we cannot be reached.</param>
public sealed record ProviderOrder(
    ModelCard Card,
    IReadOnlyDictionary<string, InputValue> Inputs,
    IReadOnlyDictionary<string, Uri> Uploads,
    Uri? Callback);

public abstract record UploadOutcome
{
    public sealed record Stored(Uri Address) : UploadOutcome;

    public sealed record Refused(ProviderRefusal Reason, string Detail) : UploadOutcome;

    public sealed record TryLater(TimeSpan After, string Detail) : UploadOutcome;
}

public abstract record SubmitOutcome
{
    public sealed record Accepted(string TaskId) : SubmitOutcome;

    /// <summary>Proven: nothing was started.</summary>
    public sealed record Refused(ProviderRefusal Reason, string Detail) : SubmitOutcome;

    /// <summary>Proven: nothing was started, and the same order may be sent again after a while.</summary>
    public sealed record TryLater(TimeSpan After, string Detail) : SubmitOutcome;

    /// <summary>The order may or may not be running. Never send it again.</summary>
    public sealed record Unknown(string Detail) : SubmitOutcome;
}

public enum ProviderRefusal
{
    /// <summary>An input is not acceptable; the detail names it.</summary>
    InvalidInput,

    /// <summary>The content breaks the provider's rules.</summary>
    Moderation,

    ModelUnavailable,

    /// <summary>The operator's account is empty or capped.</summary>
    NoCredits,

    /// <summary>The operator's key is not accepted.</summary>
    Unauthorized,

    /// <summary>More was asked of the provider than it grants us, or it is being tended: no fault of the model.</summary>
    Busy,

    Other,
}

public abstract record TaskReading
{
    public sealed record Running : TaskReading;

    public sealed record Done(IReadOnlyList<ResultItem> Outputs, decimal? CreditsSpent) : TaskReading;

    public sealed record Failed(ProviderRefusal Reason, string Detail) : TaskReading;

    /// <summary>The provider answers, but knows no such task.</summary>
    public sealed record Missing(string Detail) : TaskReading;

    /// <summary>No usable answer; ask again.</summary>
    public sealed record Unreadable(TimeSpan? After, string Detail) : TaskReading;
}
