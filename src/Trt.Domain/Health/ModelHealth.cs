using Trt.Domain.Shared;

namespace Trt.Domain.Health;

/// <summary>
/// How a model does: as its orders and the probes say, and what a person says over it. A model without one has never given cause.
/// </summary>
public sealed class ModelHealth
{
    public const int ReasonLengthMax = 500;
    public const int WhoLengthMax = 100;

    /// <summary>So many unclear answers in a row, and time alone brings the model back: its first failure pauses it again.</summary>
    public const int UnclearMax = 3;

    public static readonly TimeSpan WaitMax = TimeSpan.FromHours(6);

    /// <summary>Nothing has gone wrong for so long since it came back.</summary>
    public static readonly TimeSpan WatchMax = TimeSpan.FromDays(1);

    private ModelHealth()
    {
    }

    public ModelId Model { get; private init; }

    public HealthState State { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Why it is so, for the operators; null when it is well.</summary>
    public string? Why { get; private set => field = value?.Length > ReasonLengthMax ? value[..ReasonLengthMax] : value; }

    /// <summary>Orders from before are not held against it any more.</summary>
    public DateTimeOffset? JudgedFrom { get; private set; }

    /// <summary>When it is probed next; null while it is sold.</summary>
    public DateTimeOffset? ProbeAt { get; private set; }

    public DateTimeOffset? ProbedAt { get; private set; }

    public AliveCheck? Probe { get; private set; }

    /// <summary>How often it was waited for since it was well; each wait is twice as long.</summary>
    public int Waits { get; private set; }

    public int UnclearInRow { get; private set; }

    /// <summary>A person's word; it wins until it is taken back.</summary>
    public HandWord? Hand { get; private set; }

    /// <summary>"operator:&lt;id or name&gt;".</summary>
    public string? Who { get; private set; }

    /// <summary>The provider's own rate of success, in whatever unit it counts.</summary>
    public decimal? ProviderRate { get; private set; }

    /// <summary>The highest ever seen: it tells the unit.</summary>
    public decimal? ProviderRateMax { get; private set; }

    public DateTimeOffset? ProviderReadAt { get; private set; }

    public bool IsSold => Hand is { } word ? word == HandWord.Sell : State is not (HealthState.Paused or HealthState.Gone);

    public bool IsSlow => Hand is null && State is HealthState.Slow or HealthState.Watched;

    public static ModelHealth Of(ModelId model, DateTimeOffset now) => new() { Model = model, Since = now };

    /// <summary>Its orders fail. What had come back and fails again waits longer.</summary>
    public void Pause(string why, TimeSpan firstWait, DateTimeOffset now)
    {
        Become(HealthState.Paused, why, now);
        Wait(firstWait, now);
    }

    public void Slow(string why, DateTimeOffset now) => Become(HealthState.Slow, why, now);

    public void Recover(DateTimeOffset now)
    {
        Become(HealthState.Well, null, now);
        (Waits, UnclearInRow, ProbeAt) = (0, 0, null);
    }

    /// <summary>Somebody is about to probe it: nobody else does until then.</summary>
    public void Claim(TimeSpan meanwhile, DateTimeOffset now) => ProbeAt = now + meanwhile;

    public void Take(AliveCheck answer, string detail, TimeSpan firstWait, DateTimeOffset now)
    {
        (Probe, ProbedAt) = (answer, now);
        UnclearInRow = answer == AliveCheck.Unclear ? UnclearInRow + 1 : 0;
        if (answer == AliveCheck.Gone && State != HealthState.Gone)
        {
            Become(HealthState.Gone, detail, now);
        }

        if (answer is AliveCheck.Alive or AliveCheck.Started || UnclearInRow >= UnclearMax)
        {
            Watch(now);
        }
        else
        {
            Wait(firstWait, now);
        }
    }

    /// <summary>It is sold again, and its first failure pauses it again.</summary>
    public void Watch(DateTimeOffset now)
    {
        Become(HealthState.Watched, Why, now);
        (JudgedFrom, ProbeAt, UnclearInRow) = (now, null, 0);
    }

    public void Say(HandWord? word, string who) => (Hand, Who) = (word, word is null ? null : who);

    public void Hear(decimal? rate, decimal? highest, DateTimeOffset now)
    {
        (ProviderRate, ProviderReadAt) = (rate, now);
        ProviderRateMax = highest > (ProviderRateMax ?? 0) ? highest : ProviderRateMax;
    }

    private void Wait(TimeSpan first, DateTimeOffset now)
    {
        var wait = first * Math.Pow(2, Math.Min(Waits, 16));
        ProbeAt = now + (wait < WaitMax ? wait : WaitMax);
        Waits++;
    }

    private void Become(HealthState state, string? why, DateTimeOffset now) => (State, Why, Since) = (state, why, now);
}

public enum HealthState
{
    Well,

    /// <summary>It takes much longer than usual.</summary>
    Slow,

    /// <summary>Its orders fail: it is not sold until a probe finds it alive.</summary>
    Paused,

    /// <summary>Back on sale, and not trusted yet.</summary>
    Watched,

    /// <summary>The provider knows it no more.</summary>
    Gone,
}

/// <summary>What an order without any input was answered. It costs nothing.</summary>
public enum AliveCheck
{
    /// <summary>The model asks for its inputs.</summary>
    Alive,

    /// <summary>The provider says that it rests.</summary>
    Paused,

    /// <summary>The provider knows no such model.</summary>
    Gone,

    Unclear,

    /// <summary>It was taken for an order after all. That model is never probed again.</summary>
    Started,
}

/// <summary>What a person says of a model.</summary>
public enum HandWord
{
    Sell,
    Pause,
}
