using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Families;
using Trt.Sandbox.Kie.Tasks;

namespace Trt.Sandbox.Kie.Protocol;

/// <summary>Orders that go on from a finished task: it has to be there, of the right make, and with the piece that is named.</summary>
internal sealed class EarlierTasks(KieTasks tasks)
{
    /// <summary>The complaint, or null.</summary>
    public Complaint? Check(KieModel model, JsonObject input, string accountKey, DateTimeOffset now) => model.Id switch
    {
        "grok-imagine/upscale" or "grok-imagine/extend" =>
            Finished(input, "task_id", accountKey, now) is { Model: { Output: "video", Id: var made } }
            && made.StartsWith("grok-imagine/", StringComparison.Ordinal)
                ? null
                : new Complaint(422, "task_id must be a finished grok-imagine video task"),
        "pixverse-v6/extend" when input.Text("taskId") is not null =>
            Finished(input, "taskId", accountKey, now) is { Model: { Output: "video", Id: var clip } }
            && clip.StartsWith("pixverse-v6/", StringComparison.Ordinal)
                ? null
                : new Complaint(422, "taskId must be a finished pixverse task"),
        "suno/wav" or "suno/vocal-removal" =>
            Finished(input, "taskId", accountKey, now) is { } song && IsSong(song) && HasTrack(song, input.Text("audioId"))
            ? null
            : new Complaint(422, "The music of taskId and audioId does not exist"),
        "suno/extend" => CheckExtended(input, accountKey, now),
        _ => null,
    };

    private Complaint? CheckExtended(JsonObject input, string accountKey, DateTimeOffset now)
    {
        var track = input.Text("audioId");
        if (tasks.All.FirstOrDefault(task => IsOf(task, accountKey, now) && IsSong(task) && HasTrack(task, track)) is not { } song)
        {
            return new Complaint(422, "The music of audioId does not exist");
        }

        return input.Text("model") == (song.Input.Text("model") ?? song.Model.Id)
            ? null
            : new Complaint(422, "model must match the source audio");
    }

    private KieTask? Finished(JsonObject input, string name, string accountKey, DateTimeOffset now) =>
        tasks.Find(input.Text(name)) is { } task && IsOf(task, accountKey, now) ? task : null;

    private static bool IsOf(KieTask task, string accountKey, DateTimeOffset now) =>
        task.AccountKey == accountKey && task.StateAt(now) == KieTaskState.Success;

    private static bool IsSong(KieTask task) => task.Family is SunoMusicFamily;

    private static bool HasTrack(KieTask song, string? track) =>
        track is not null && Enumerable.Range(0, song.Results.Count).Any(index => song.TrackId(index) == track);
}
