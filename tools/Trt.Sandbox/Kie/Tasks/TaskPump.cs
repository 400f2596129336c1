namespace Trt.Sandbox.Kie.Tasks;

/// <summary>
/// Looks at the clock while anything is open, sleeps when nothing is. It looks rather than sets timers because the clock may be
/// moved by hand.
/// </summary>
internal sealed class TaskPump(CallbackSender callbacks, KieTasks tasks, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Run(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The sandbox closes; callbacks under way are lost, as they are when a provider goes down.
        }
    }

    private async Task Run(CancellationToken stoppingToken)
    {
        var sending = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            sending.AddRange(callbacks.TakeDue().GroupBy(plan => plan.Task).Select(group => SendInOrder([.. group], stoppingToken)));
            foreach (var sent in sending.Where(sent => sent.IsCompleted).ToList())
            {
                await sent;
                sending.Remove(sent);
            }

            if (tasks.Open.Count == 0 && !callbacks.HasPlans)
            {
                await callbacks.WaitForWork(stoppingToken);
            }
            else
            {
                await Task.Delay(Glance, time, stoppingToken);
            }
        }
    }

    private async Task SendInOrder(IReadOnlyList<CallbackPlan> plans, CancellationToken token)
    {
        foreach (var plan in plans)
        {
            await callbacks.Send(plan, token);
        }
    }
}
