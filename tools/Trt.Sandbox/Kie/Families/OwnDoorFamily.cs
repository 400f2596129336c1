using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Protocol;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Families;

/// <summary>
/// A family with endpoints of its own: the order is flat, the record has a shape of its own, and createTask's record knows
/// nothing of it.
/// </summary>
internal abstract class OwnDoorFamily(KieModels models) : IKieFamily
{
    public virtual bool NeedsCallback => false;

    public virtual IResult Unknown => KieReply.Of(422, "The record does not exist");

    protected abstract IReadOnlyList<string> CreatePaths { get; }

    protected abstract string StatusPath { get; }

    public void Map(IEndpointRouteBuilder api)
    {
        foreach (var path in CreatePaths)
        {
            api.MapPost(path, (HttpContext http, OrderIntake desk) => desk.Create(http, this, body => (ModelOf(path, body), body)));
        }

        api.MapGet(StatusPath, (HttpContext http, OrderIntake desk) => desk.Read(http, this));
    }

    public virtual int ResultCount(KieModel model, JsonObject input) => 1;

    public abstract JsonObject Record(KieTask task, DateTimeOffset now);

    public abstract IEnumerable<JsonObject> Callbacks(KieTask task);

    protected static JsonArray Addresses(KieTask task) => new([.. task.Results.Select(url => JsonValue.Create(url.AbsoluteUri))]);

    protected static string Address(KieTask task, int number = 0) => task.Results[number].AbsoluteUri;

    protected static JsonNode? When(KieTask task, DateTimeOffset now, KieTaskState state, Func<JsonNode> content) =>
        task.StateAt(now) == state ? content() : null;

    /// <summary>What every record of these families holds; the result is the family's own.</summary>
    protected static JsonObject Frame(KieTask task, DateTimeOffset now, JsonNode status, JsonNode? response) => new()
    {
        ["taskId"] = task.Id,
        ["paramJson"] = task.Body.ToJsonString(KieReply.Readable),
        ["response"] = response,
        ["successFlag"] = status,
        ["errorCode"] = When(task, now, KieTaskState.Fail, () => Code(task.Failure!.FailCode)),
        ["errorMessage"] = When(task, now, KieTaskState.Fail, () => JsonValue.Create(task.Failure!.FailMsg)),
        ["createTime"] = task.CreatedAt.ToUnixTimeMilliseconds(),
        ["completeTime"] = task.IsFinal(now) ? task.CompletedAt.ToUnixTimeMilliseconds() : null,
    };

    private static JsonValue Code(string code) =>
        int.TryParse(code, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(code);

    /// <summary>0 running, 1 done, 3 failed on the way; 2 would be "not even begun".</summary>
    protected static int Flag(KieTask task, DateTimeOffset now) => task.StateAt(now) switch
    {
        KieTaskState.Success => 1,
        KieTaskState.Fail => 3,
        _ => 0,
    };

    /// <summary>Where an endpoint serves one model only, the order need not name it.</summary>
    private KieModel? ModelOf(string path, JsonObject body)
    {
        List<KieModel> served = [.. models.At(path)];
        return served.Count == 1 ? served[0] : served.FirstOrDefault(model => model.Id == body.Text("model"));
    }
}
