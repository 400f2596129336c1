using System.Globalization;
using System.Text.Json.Nodes;
using Trt.Sandbox.Kie.Faults;
using Trt.Sandbox.Kie.Media;
using Trt.Sandbox.Kie.Media.Film;
using Trt.Sandbox.Kie.Media.Sound;
using Trt.Sandbox.Kie.Protocol;

namespace Trt.Sandbox.Kie.Files;

/// <summary>Promises the results of a task and makes each of them when it is first looked at.</summary>
internal sealed class ResultMaker(KieFiles files, KieDial dial, TimeProvider time)
{
    public IReadOnlyList<Uri> Plan(string taskId, KieModel model, JsonObject input, string root, int count, bool isMixed = false) =>
        [.. Enumerable.Range(1, model.Output == "text" ? 0 : count).Select(number =>
            Promise(taskId, model, input, root, number, isMixed && number % 2 == 0 ? OtherForm(model) : FormOf(model)))];

    private Uri Promise(string taskId, KieModel model, JsonObject input, string root, int number, (string Extension, string Mime) form)
    {
        var (extension, mime) = form;
        var path = string.Create(CultureInfo.InvariantCulture, $"{KieFiles.Results}{taskId}/{number}.{extension}");
        var wish = Wish.Of(model, input, number, files);
        if (dial.Current.Seconds is { } seconds)
        {
            wish = wish with { Seconds = seconds, SoundSeconds = seconds };
        }

        files.Put(path, new StoredFile(mime, new Lazy<byte[]>(() => Make(mime, wish)), time.GetUtcNow() + KieFiles.ResultLife));
        return new Uri($"{root}{KieFiles.Root}{path}");
    }

    private static (string Extension, string Mime) FormOf(KieModel model) => (model.Output, model.Endpoint) switch
    {
        ("video", _) => ("mp4", "video/mp4"),
        ("audio", "/api/v1/wav/generate") => ("wav", "audio/wav"),
        ("audio", _) when model.Tokens is not null => ("wav", "audio/wav"),
        ("audio", _) => ("mp3", "audio/mpeg"),
        _ => ("png", "image/png"),
    };

    private static (string Extension, string Mime) OtherForm(KieModel model) =>
        model.Output == "video" ? ("png", "image/png") : ("mp4", "video/mp4");

    private static byte[] Make(string mime, Wish wish) => mime switch
    {
        "video/mp4" => Movie.Make(wish),
        "audio/wav" => Chime.Make(wish),
        "audio/mpeg" => Tune.Make(wish),
        _ => Poster.Draw(wish),
    };
}
