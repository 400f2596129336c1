using System.Globalization;

namespace Trt.Sandbox.Telegram.Updates;

/// <summary>Updates that reach the webhook one after the other.</summary>
internal sealed class WebhookLane(string key, PendingUpdate first)
{
    private TaskCompletionSource? _overtaken;

    public string Key => key;

    public long ChatId => long.Parse(key.AsSpan(key.IndexOf(' ') + 1), CultureInfo.InvariantCulture);

    public List<PendingUpdate> Waiting { get; } = [first];

    public int Failures { get; set; }

    /// <summary>The update whose faults have been played already.</summary>
    public PendingUpdate? Examined { get; set; }

    public Task WaitToBeOvertaken() => (_overtaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Overtaken() => _overtaken?.TrySetResult();
}
