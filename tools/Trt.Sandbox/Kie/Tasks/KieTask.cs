using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Families;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Tasks;

internal enum KieTaskState
{
    Waiting,
    Queuing,
    Generating,
    Success,
    Fail,
}

/// <summary>A piece of work. Its state follows from the clock alone, so a clock that jumps moves every task.</summary>
internal sealed class KieTask
{
    private readonly Lock _gate = new();
    private readonly List<CallbackAttempt> _callbacks = [];

    public required string Id { get; init; }

    public required IKieFamily Family { get; init; }

    public required KieModel Model { get; init; }

    /// <summary>The order as received.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>Where in the body the inputs of the model are.</summary>
    public required JsonObject Input { get; init; }

    public required Uri? CallbackUrl { get; init; }

    public required string AccountKey { get; init; }

    /// <summary>How the outside world reaches this simulator.</summary>
    public required string PublicRoot { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Null = it will succeed.</summary>
    public required TaskFault? Failure { get; init; }

    public required CallbackFault? CallbackFault { get; init; }

    public required IReadOnlyList<Uri> Results { get; init; }

    /// <summary>Set once, when the end was noticed and the callbacks were planned.</summary>
    public bool IsSettled { get; set; }

    public decimal RemainedCredits { get; set; }

    public DateTimeOffset CompletedAt => CreatedAt + Duration;

    /// <summary>What it takes when it succeeds.</summary>
    public required decimal Bill { get; init; }

    public decimal CreditsSpent => Failure is null ? Bill : 0;

    public IReadOnlyList<CallbackAttempt> Callbacks
    {
        get
        {
            lock (_gate)
            {
                return [.. _callbacks];
            }
        }
    }

    public KieTaskState StateAt(DateTimeOffset now)
    {
        if (now >= CompletedAt)
        {
            return Failure is null ? KieTaskState.Success : KieTaskState.Fail;
        }

        var share = (now - CreatedAt) / Duration;
        return share < 0.1 ? KieTaskState.Waiting : share < 0.3 ? KieTaskState.Queuing : KieTaskState.Generating;
    }

    /// <summary>A song has several tracks, each with a name of its own.</summary>
    public string TrackId(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}-{index + 1}");

    public bool IsFinal(DateTimeOffset now) => now >= CompletedAt;

    public void Note(CallbackAttempt attempt)
    {
        lock (_gate)
        {
            _callbacks.Add(attempt);
        }
    }
}

/// <param name="Status">HTTP status of the answer; null when there was none.</param>
internal sealed record CallbackAttempt(string Kind, DateTimeOffset At, int? Status, string? Error);
