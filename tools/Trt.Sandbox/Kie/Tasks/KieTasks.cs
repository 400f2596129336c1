using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Tasks;

/// <summary>The books: every task, and a bell for those who wait for new ones.</summary>
internal sealed class KieTasks
{
    private const int KeptMax = 10_000;

    private readonly ConcurrentDictionary<string, KieTask> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly ConcurrentDictionary<string, KieTask> _open = new(StringComparer.Ordinal);

    public ICollection<KieTask> Open => _open.Values;

    public ICollection<KieTask> All => _byId.Values;

    public KieTask? Find(string? id) => id is not null && _byId.TryGetValue(id, out var task) ? task : null;

    public void Add(KieTask task)
    {
        _byId[task.Id] = task;
        _open[task.Id] = task;
        _order.Enqueue(task.Id);
        while (_order.Count > KeptMax && _order.TryDequeue(out var oldest))
        {
            _byId.TryRemove(oldest, out _);
        }
    }

    public void Close(KieTask task) => _open.TryRemove(task.Id, out _);

    public void Clear()
    {
        _byId.Clear();
        _open.Clear();
        _order.Clear();
    }

    public JsonObject Report(KieAccounts accounts, DateTimeOffset now) => new()
    {
        ["creates"] = accounts.CreatesAccepted,
        ["overshoot"] = accounts.CreatesOvershoot,
        ["read_overshoot"] = accounts.ReadsOvershoot,
        ["tasks"] = new JsonArray(
            [
                .. _byId.Values.OrderBy(task => task.CreatedAt).ThenBy(task => task.Id, StringComparer.Ordinal).Select(
                    task => Describe(task, now)),
            ]),
    };

    private static JsonObject Describe(KieTask task, DateTimeOffset now) => new()
    {
        ["id"] = task.Id,
        ["model"] = task.Model.Id,
        ["endpoint"] = task.Model.Endpoint ?? "/api/v1/jobs/createTask",
        ["body"] = task.Body.DeepClone(),
        ["input"] = task.Input.DeepClone(),
        ["state"] = task.StateAt(now).Wire(),
        ["callback_url"] = task.CallbackUrl?.AbsoluteUri,
        ["callbacks"] = new JsonArray([.. task.Callbacks.Select(Describe)]),
        ["created_at"] = Stamp(task.CreatedAt),
        ["completed_at"] = task.IsFinal(now) ? Stamp(task.CompletedAt) : null,
        ["result_urls"] = new JsonArray([.. task.Results.Select(url => JsonValue.Create(url.AbsoluteUri))]),
    };

    private static JsonObject Describe(CallbackAttempt attempt) => new()
    {
        ["kind"] = attempt.Kind,
        ["at"] = Stamp(attempt.At),
        ["status"] = attempt.Status,
        ["error"] = attempt.Error,
    };

    private static string Stamp(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
