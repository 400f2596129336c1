namespace Trt.Application.Ports;

/// <summary>Limits that all instances of the shop share.</summary>
public interface IPace
{
    /// <summary>Takes one start of the provider's allowance; otherwise says how long to wait.</summary>
    Task<TimeSpan?> WaitForSubmit(CancellationToken token);

    Task<TimeSpan?> WaitForRead(CancellationToken token);

    /// <summary>Whatever asks the provider for its models, their prices or contracts takes its turn here: one call a second.</summary>
    Task<TimeSpan?> WaitForCatalog(CancellationToken token);

    /// <summary>What the shop writes to many leaves slowly: customers' own messages have most of the messenger's pace.</summary>
    Task<TimeSpan?> WaitForNews(CancellationToken token);

    /// <summary>Nothing of this lane runs before then, on any instance.</summary>
    Task Pause(string lane, TimeSpan duration, string reason, CancellationToken token);

    /// <summary>The pause is over now.</summary>
    Task Resume(string lane, CancellationToken token);

    Task<bool> IsPaused(string lane, CancellationToken token);

    /// <summary>Null when nothing is paused.</summary>
    Task<PauseSpan?> PauseOf(string lane, CancellationToken token);
}

/// <param name="Since">When it began, however often it was prolonged; null when that was not kept.</param>
public sealed record PauseSpan(DateTimeOffset? Since, DateTimeOffset Until);
