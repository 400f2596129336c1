using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Catalogue;
using Trt.Sandbox.Kie.Families;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Files;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Tasks;

/// <summary>Takes orders and shows records for every family: pace, credits, faults and the contract are the same for all.</summary>
internal sealed class OrderIntake(
    KieDial dial, KieShelf shelf, KieAccounts accounts, KieTasks tasks, KieFiles files, KieBill bill, EarlierTasks earlier,
    ResultMaker results, CallbackSender callbacks, TimeProvider time)
{
    public Task<IResult> Create(HttpContext http, IKieFamily family, Func<JsonObject, (KieModel? Model, JsonObject? Input)> read) =>
        FaultyCall.Run(http, time, dial.TakeCreate(), async () =>
        {
            var key = BearerFilter.KeyOf(http)!;
            if (!accounts.MayCreate(key))
            {
                return KieReply.Of(429, "Your call frequency is too high, please try again later");
            }

            if (await KieBody.ReadAsync(http) is not { } body)
            {
                return KieReply.Of(400, "The request body is not valid JSON");
            }

            var (named, input) = read(body);
            var fault = named is null ? null : dial.Current.Models?.GetValueOrDefault(named.Id);
            if (named is null || fault is { Gone: true } || shelf.Now(named) is not { } model)
            {
                return KieReply.Of(422, "The model name you specified is not supported");
            }

            if (fault is { Paused: true })
            {
                return KieReply.Of(500, "This interface is temporarily paused");
            }

            if (input is null)
            {
                return KieReply.Of(422, "input is required");
            }

            if (new KieContract(model, files).Check(input) is { } complaint)
            {
                return KieReply.Of(complaint.Code, complaint.Message);
            }

            if (earlier.Check(model, input, key, time.GetUtcNow()) is { } missing)
            {
                return KieReply.Of(missing.Code, missing.Message);
            }

            if (!TryReadCallback(body, out var callback))
            {
                return KieReply.Of(422, "callBackUrl must be a URL");
            }

            if (callback is null && family.NeedsCallback)
            {
                return KieReply.Of(422, "callBackUrl is required");
            }

            if (bill.Of(model, input) > accounts.CreditsOf(key))
            {
                return KieReply.Of(402, "Credits insufficient");
            }

            var task = Open(http, family, model, body, input, callback, key);
            if (task.CallbackFault is { BeforeAnswer: true })
            {
                await callbacks.SettleAndSend(task, http.RequestAborted);
            }

            return KieReply.Ok(family.Receipt(task));
        });

    public Task<IResult> Read(HttpContext http, IKieFamily family) =>
        FaultyCall.Run(http, time, dial.TakeRead(), () => Task.FromResult(Record(http, family)));

    private IResult Record(HttpContext http, IKieFamily family)
    {
        if (!accounts.MayRead(BearerFilter.KeyOf(http)!))
        {
            return KieReply.Of(429, "Your call frequency is too high, please try again later");
        }

        if (http.Request.Query["taskId"].ToString() is not { Length: > 0 } id)
        {
            return KieReply.Of(400, "taskId is required");
        }

        return tasks.Find(id) is { } task && task.Family == family
            ? KieReply.Ok(family.Record(task, time.GetUtcNow()))
            : family.Unknown;
    }

    private KieTask Open(HttpContext http, IKieFamily family, KieModel model, JsonObject body, JsonObject input, Uri? callback, string key)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var callbackFault = dial.TakeCallback();
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var task = new KieTask
        {
            Id = id,
            Family = family,
            Model = model,
            Body = body,
            Input = input,
            CallbackUrl = callback,
            AccountKey = key,
            PublicRoot = root,
            CreatedAt = now,
            Duration = callbackFault is { BeforeAnswer: true } ? TimeSpan.Zero : DurationOf(model),
            Failure = dial.Current.Models?.GetValueOrDefault(model.Id) is { Fails: true } ? new TaskFault() : dial.TakeTask(),
            Bill = bill.Of(model, input),
            CallbackFault = callbackFault,
            Results = results.Plan(
                id, model, input, root, dial.Current.Outputs ?? family.ResultCount(model, input), dial.Current.MixedOutputs == true),
        };
        tasks.Add(task);
        callbacks.Wake();
        return task;
    }

    private TimeSpan DurationOf(KieModel model) =>
        (dial.Current.Models?.GetValueOrDefault(model.Id)?.DurationMs ?? dial.Current.DurationMs) is { } fixedMs
        ? TimeSpan.FromMilliseconds(fixedMs)
        : TimeSpan.FromSeconds(model.Output == "video" ? 4 : 2);

    private static bool TryReadCallback(JsonObject body, out Uri? callback)
    {
        callback = null;
        return body.Text("callBackUrl") is not { } text
            || Uri.TryCreate(text, UriKind.Absolute, out callback) && callback.Scheme is "http" or "https";
    }
}
