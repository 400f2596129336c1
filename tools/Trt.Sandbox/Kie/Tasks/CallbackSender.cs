using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Tasks;

/// <summary>Notices the end of a task and tells the customer's address, as faithfully or as badly as the dial wants.</summary>
internal sealed class CallbackSender(IHttpClientFactory clients, KieDial dial, KieAccounts accounts, KieTasks tasks, TimeProvider time)
{
    public const string ClientName = "kie-callbacks";

    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropWrite,
    });
    private List<CallbackPlan> _plans = [];

    public bool HasPlans
    {
        get
        {
            lock (_gate)
            {
                return _plans.Count > 0;
            }
        }
    }

    public void Wake() => _bell.Writer.TryWrite(true);

    public async Task WaitForWork(CancellationToken token) => await _bell.Reader.ReadAsync(token);

    /// <summary>Closes tasks whose time has come and hands out the callbacks that are due.</summary>
    public IReadOnlyList<CallbackPlan> TakeDue()
    {
        var now = time.GetUtcNow();
        // A task whose callback goes before its answer is its order's own business.
        foreach (var task in tasks.Open.Where(task => task.IsFinal(now) && task.CallbackFault is not { BeforeAnswer: true }))
        {
            Add(Settle(task, now));
        }

        lock (_gate)
        {
            var due = _plans.Where(plan => plan.DueAt <= now).ToList();
            _plans = [.. _plans.Except(due)];
            return due;
        }
    }

    public async Task SettleAndSend(KieTask task, CancellationToken token)
    {
        foreach (var plan in Settle(task, time.GetUtcNow()))
        {
            await Send(plan, token);
        }
    }

    public async Task Send(CallbackPlan plan, CancellationToken token)
    {
        var (status, error) = await Post(plan, token);
        var now = time.GetUtcNow();
        plan.Task.Note(new CallbackAttempt(plan.Kind, now, status, error));
        if (status != 200 && plan.Repeat(now) is { } again)
        {
            Add([again]);
        }
    }

    private IReadOnlyList<CallbackPlan> Settle(KieTask task, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (task.IsSettled)
            {
                return [];
            }

            task.IsSettled = true;
        }

        task.RemainedCredits = accounts.Charge(task.AccountKey, task.CreditsSpent);
        tasks.Close(task);
        return task.CallbackUrl is not null && task.CallbackFault is not { Lost: true } ? [.. Plan(task, now)] : [];
    }

    private static IEnumerable<CallbackPlan> Plan(KieTask task, DateTimeOffset now)
    {
        var fault = task.CallbackFault ?? new CallbackFault();
        var due = now + TimeSpan.FromMilliseconds(fault.DelayMs);
        if (fault.Forged)
        {
            foreach (var body in Forgery.Of(task))
            {
                yield return new CallbackPlan(task, "forged", body, due);
            }
        }

        if (fault.Reordered)
        {
            yield return new CallbackPlan(task, "reordered", Forgery.Failure(task), due);
        }

        foreach (var body in task.Family.Callbacks(task))
        {
            for (var copy = 0; copy <= fault.Duplicate; copy++)
            {
                yield return new CallbackPlan(task, copy == 0 ? "genuine" : "duplicate", body, due);
            }
        }
    }

    private async Task<(int? Status, string? Error)> Post(CallbackPlan plan, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, plan.Task.CallbackUrl)
        {
            Content = new StringContent(plan.Body.ToJsonString(KieReply.Readable), Encoding.UTF8, "application/json"),
        };
        Sign(request, plan.Task.Id);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, token);
            return ((int)response.StatusCode, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return (null, failure.Message);
        }
    }

    private void Sign(HttpRequestMessage request, string taskId)
    {
        if (dial.Current.HmacKey is not { } key)
        {
            return;
        }

        var stamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{taskId}.{stamp}"));
        request.Headers.Add("X-Webhook-Timestamp", stamp);
        request.Headers.Add("X-Webhook-Signature", Convert.ToBase64String(signature));
    }

    private void Add(IEnumerable<CallbackPlan> plans)
    {
        lock (_gate)
        {
            _plans = [.. _plans, .. plans];
        }

        Wake();
    }
}
