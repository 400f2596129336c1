using Trt.Sandbox.Control;

namespace Trt.Sandbox.Telegram;

/// <summary>The switches of the simulator; <c>/control/settings</c> turns them while it runs.</summary>
internal sealed class SimulatorSettings : ISandboxState
{
    private volatile SimulatorSwitches _current = new();

    public SimulatorSwitches Current
    {
        get => _current;
        set => _current = value;
    }

    public void Reset() => Current = new SimulatorSwitches();
}

internal sealed record SimulatorSwitches
{
    /// <summary>Webhooks only where the real service allows them: https, four ports, no reserved address.</summary>
    public bool StrictWebhooks { get; init; }

    /// <summary>Factor on the pauses between webhook deliveries that failed; 0.01 makes seconds of them hundredths.</summary>
    public double WebhookRetryScale { get; init; } = 1;

    public int CallbackWindowMs { get; init; } = 15_000;

    public int PreCheckoutWindowMs { get; init; } = 10_000;

    /// <summary>So long the list above the place to type is waited for.</summary>
    public int InlineWindowMs { get; init; } = 15_000;

    /// <summary>The bot's owner pays the messenger: only then buttons may carry an emoji of their own.</summary>
    public bool OwnerHasPremium { get; init; }

    /// <summary>A server of an earlier version: no colours, no disabled buttons, no effects.</summary>
    public bool OldServer { get; init; }

    /// <summary>One counter per account is what private chats really have: ids jump. Off counts every chat from one.</summary>
    public bool MessageIdsPerAccount { get; init; } = true;

    /// <summary>
    /// 30 messages a second for a bot, one a second for a chat with small bursts, 20 a minute for a group; more gets 429.
    /// </summary>
    public bool RateLimits { get; init; }

    /// <summary>The real server turns a repeated short poll into a longer one.</summary>
    public bool CoalescePolls { get; init; }

    /// <summary>Hosts besides loopback that media may be fetched from; "*" allows all.</summary>
    public IReadOnlyList<string> FetchHosts { get; init; } = [];
}
