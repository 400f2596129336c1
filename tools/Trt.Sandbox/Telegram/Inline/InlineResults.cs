using System.Text;
using System.Text.Json;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Methods;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Inline;

/// <summary>Reads a bot's list by the documented rules; one result that breaks them refuses the whole answer.</summary>
internal static class InlineResults
{
    private const int ResultsMax = 50;
    private const int IdBytesMax = 64;
    private const int OffsetBytesMax = 64;
    private const int CacheSeconds = 300;

    /// <summary>Results that are files which the messenger has, and the field that names the file.</summary>
    private static readonly Dictionary<string, (string Field, FileKind Kind)> Cached = new(StringComparer.Ordinal)
    {
        ["photo"] = ("photo_file_id", FileKind.Photo),
        ["video"] = ("video_file_id", FileKind.Video),
        ["audio"] = ("audio_file_id", FileKind.Audio),
        ["voice"] = ("voice_file_id", FileKind.VoiceNote),
        ["document"] = ("document_file_id", FileKind.Document),
        ["mpeg4_gif"] = ("mpeg4_file_id", FileKind.Animation),
        ["gif"] = ("gif_file_id", FileKind.Animation),
        ["sticker"] = ("sticker_file_id", FileKind.Sticker),
    };

    /// <summary>Each kind with what it cannot do without when it is no cached file.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["article"] = ["title", "input_message_content"],
        ["photo"] = ["photo_url", "thumbnail_url"],
        ["video"] = ["video_url", "mime_type", "thumbnail_url", "title"],
        ["audio"] = ["audio_url", "title"],
        ["voice"] = ["voice_url", "title"],
        ["document"] = ["document_url", "mime_type", "title"],
        ["mpeg4_gif"] = ["mpeg4_url", "thumbnail_url"],
        ["gif"] = ["gif_url", "thumbnail_url"],
        ["sticker"] = ["sticker_file_id"],
        ["contact"] = ["phone_number", "first_name"],
        ["location"] = ["latitude", "longitude", "title"],
        ["venue"] = ["latitude", "longitude", "title", "address"],
        ["game"] = ["game_short_name"],
    };

    public static InlineAnswer Read(Call call)
    {
        var parameters = call.Parameters;
        if (parameters.Json("results", "can't parse results JSON object") is not { ValueKind: JsonValueKind.Array } given)
        {
            throw Refuse.Bad("parameter \"results\" is required");
        }

        if (given.GetArrayLength() > ResultsMax)
        {
            throw Refuse.Bad("RESULTS_TOO_MUCH");
        }

        List<InlineResult> results = [.. given.EnumerateArray().Select(item => ReadOne(call, item))];
        if (results.DistinctBy(result => result.Id).Count() < results.Count)
        {
            throw Refuse.Bad("RESULT_ID_DUPLICATE");
        }

        var offset = parameters["next_offset"];
        if (Encoding.UTF8.GetByteCount(offset) > OffsetBytesMax)
        {
            throw Refuse.Bad("NEXT_OFFSET_INVALID");
        }

        var seconds = parameters.Has("cache_time") ? Math.Max(0, parameters.Int("cache_time")) : CacheSeconds;
        return new InlineAnswer(results, seconds, parameters.Flag("is_personal"), offset, ReadButton(parameters));
    }

    private static InlineResult ReadOne(Call call, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Refuse.Bad("can't parse inline query result: Inline query result must be an Object");
        }

        var type = item.TextOf("type") ?? throw Refuse.Bad("can't parse inline query result: Can't find field \"type\"");
        var id = item.TextOf("id") ?? throw Refuse.Bad("can't parse inline query result: Can't find field \"id\"");
        if (!Required.TryGetValue(type, out var required))
        {
            throw Refuse.Bad($"can't parse inline query result: Unsupported inline query result type \"{type}\"");
        }

        if (Encoding.UTF8.GetByteCount(id) is 0 or > IdBytesMax)
        {
            throw Refuse.Bad("RESULT_ID_INVALID");
        }

        var file = FileOf(call, type, item);
        if (file is null && required.FirstOrDefault(name => !item.TryGetProperty(name, out _)) is { } missing)
        {
            throw Refuse.Bad(missing == "input_message_content"
                ? "MESSAGE_EMPTY"
                : $"can't parse inline query result: Can't find field \"{missing}\"");
        }

        var fields = call.Parameters.Inside(item);
        var markup = ReplyMarkup.ReadInline(fields, call.Settings);
        return new InlineResult(id, type, item.Clone(), PostOf(call, item, fields, file), markup);
    }

    private static StoredFile? FileOf(Call call, string type, JsonElement item)
    {
        if (!Cached.TryGetValue(type, out var cached) || item.TextOf(cached.Field) is not { } fileId)
        {
            return null;
        }

        var file = call.Bot.World.Files.Find(fileId);
        if (file is null || file.BotId != call.Bot.Id)
        {
            throw Refuse.Bad("wrong remote file identifier specified: Wrong string length");
        }

        return file.Kind == cached.Kind ? file : throw Refuse.Bad($"can't use file of type {file.Kind} as {cached.Kind}");
    }

    /// <summary>What a message becomes when this is chosen; a text that the bot gave goes before the file.</summary>
    private static Func<Message, Message>? PostOf(Call call, JsonElement item, Parameters fields, StoredFile? file)
    {
        if (item.TryGetProperty("input_message_content", out var content))
        {
            return TextOf(call, content);
        }

        if (file is null)
        {
            return null;
        }

        var caption = MediaMethods.ReadCaption(call, fields);
        caption.CheckLength(FormattedText.CaptionMax, "message caption is too long");
        return message => MediaContent.Attach(message, file) with
        {
            Caption = caption.TextOrAbsent,
            CaptionEntities = caption.EntitiesOrAbsent,
        };
    }

    private static Func<Message, Message>? TextOf(Call call, JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object)
        {
            throw Refuse.Bad("can't parse inline query result: InputMessageContent must be an Object");
        }

        var fields = call.Parameters.Inside(content);
        if (fields["message_text"].Length == 0)
        {
            // A place, a contact, an invoice: listed as it is.
            return content.EnumerateObject().Any() ? null : throw Refuse.Bad("MESSAGE_EMPTY");
        }

        var text = FormattedText.Read(fields, "entities", fields["message_text"], call.Bot.World.Person);
        if (text.Text.Length == 0)
        {
            throw Refuse.Bad("MESSAGE_EMPTY");
        }

        text.CheckLength(FormattedText.TextMax, "message is too long");
        return message => message with
        {
            Text = text.Text,
            Entities = text.EntitiesOrAbsent,
            LinkPreviewOptions = TextMethods.LinkPreview(fields),
        };
    }

    /// <summary>Above the list: a way into the private chat, or into an app of the bot's own.</summary>
    private static JsonElement? ReadButton(Parameters parameters)
    {
        if (parameters.Json("button", "can't parse inline query results button JSON object") is not { } button)
        {
            return null;
        }

        if (button.TextOf("text") is not { Length: > 0 })
        {
            throw Refuse.Bad("can't parse inline query results button: Can't find field \"text\"");
        }

        var start = button.TextOf("start_parameter");
        if (start is null && !button.TryGetProperty("web_app", out _))
        {
            throw Refuse.Bad("can't parse inline query results button: Unsupported button");
        }

        return start is null || IsStartParameter(start) ? button : throw Refuse.Bad("START_PARAM_INVALID");
    }

    private static bool IsStartParameter(string text) =>
        text.Length is > 0 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
