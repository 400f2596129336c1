using Trt.Sandbox.Telegram.Methods;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Files;

/// <summary>Where a method's file comes from: a file that Telegram has already, or bytes that came along or were fetched.</summary>
internal readonly record struct MediaSource(StoredFile? Known, Upload? New)
{
    private const long UploadMax = 50 * 1024 * 1024;
    private const string Attach = "attach://";

    public static MediaSource Read(Call call, Parameters fields, string name, FileKind kind)
    {
        var value = fields[name].Trim();
        var reference = new MediaReference(value, kind);
        if (value.Length > 0 && reference.IsUrl)
        {
            return new MediaSource(null, Fetched(call, reference));
        }

        if (value.Length > 0 && !value.StartsWith(Attach, StringComparison.Ordinal))
        {
            return new MediaSource(Find(call, value, kind), null);
        }

        var part = value.Length > 0 ? value[Attach.Length..] : name;
        if (!fields.Files.TryGetValue(part, out var upload))
        {
            throw Refuse.Bad($"there is no {(name == "media" ? "media" : Noun(kind))} in the request");
        }

        if (upload.Content.Length > UploadMax)
        {
            throw Refuse.TooLarge();
        }

        return upload.Content.Length > 0 ? new MediaSource(null, upload) : throw Refuse.Bad("file must be non-empty");
    }

    private static Upload Fetched(Call call, MediaReference reference)
    {
        var fetched = call.Fetched(reference) ?? throw DeadReference();
        return fetched.Upload ?? throw fetched.Refusal!;
    }

    private static StoredFile Find(Call call, string fileId, FileKind kind)
    {
        var file = call.Bot.World.Files.Find(fileId);
        if (file is null)
        {
            throw FileIdentifier.LooksGenuine(fileId) ? DeadReference() : FileIdentifier.Malformed(fileId);
        }

        if (file.BotId != call.Bot.Id)
        {
            throw DeadReference();
        }

        // An animation is a document as well: its message carries both.
        if (file.Kind != kind && !(file.Kind == FileKind.Animation && kind == FileKind.Document))
        {
            throw Refuse.Bad($"can't use file of type {file.Kind} as {kind}");
        }

        return file;
    }

    private static BotApiException DeadReference() => Refuse.Bad("wrong file identifier/HTTP URL specified", "MEDIA_EMPTY");

    private static string Noun(FileKind kind) => kind switch
    {
        FileKind.VoiceNote => "voice",
        FileKind.VideoNote => "video note",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
