using System.Text.Json.Nodes;

namespace Trt.Sandbox.Kie.Families;

/// <summary>What the simulated ear has heard: nobody listens here, so it says so, word by word and on time.</summary>
internal static class Transcript
{
    private static readonly string[] Words =
        "This is the sandbox: your recording has arrived safely and this text stands for what was said in it".Split(' ');

    /// <param name="count">A longer recording says the same over and over.</param>
    public static JsonObject Of(string taskId, int? count = null)
    {
        var said = count is null ? Words : [.. Enumerable.Range(0, count.Value).Select(index => Words[index % Words.Length])];
        var words = new JsonArray();
        for (var index = 0; index < said.Length; index++)
        {
            words.Add(new JsonObject
            {
                ["text"] = said[index],
                ["start"] = index * 0.4m,
                ["end"] = index * 0.4m + 0.3m,
                ["type"] = "word",
                ["speaker_id"] = "speaker_0",
            });
        }

        return new JsonObject
        {
            ["language_code"] = "eng",
            ["language_probability"] = 0.99m,
            ["text"] = $"{string.Join(' ', said)} (task {taskId[^6..]}).",
            ["words"] = words,
        };
    }
}
