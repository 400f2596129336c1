using System.Text.Json;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

internal static class TextMethods
{
    public static readonly BotMethod[] All =
    [
        new("sendMessage", SendMessage) { IsPaced = true },
        new("sendMessageDraft", SendMessageDraft),
    ];

    public static FormattedText ReadText(Call call)
    {
        var raw = call.Parameters["text"];
        if (raw.Length == 0)
        {
            throw Refuse.Bad("message text is empty");
        }

        var text = FormattedText.Read(call.Parameters, "entities", raw, call.Bot.World.Person);
        return text.Text.Length > 0 ? text : throw Refuse.Bad("text must be non-empty");
    }

    public static JsonElement? LinkPreview(Parameters parameters)
    {
        if (parameters.JsonOrIgnored("link_preview_options") is { ValueKind: JsonValueKind.Object } options)
        {
            return options;
        }

        return parameters.Flag("disable_web_page_preview") ? BotApiJson.Element(new { IsDisabled = true }) : null;
    }

    private static Message SendMessage(Call call)
    {
        var text = ReadText(call);
        var envelope = Envelope.Read(call);
        text.CheckLength(FormattedText.TextMax, "message is too long");
        return call.Send(envelope, message => message with
        {
            Text = text.Text,
            Entities = text.EntitiesOrAbsent,
            LinkPreviewOptions = LinkPreview(call.Parameters),
        }).Message;
    }

    /// <summary>Half a minute's preview of a text that is still being written; an empty one shows that the bot thinks.</summary>
    private static void SendMessageDraft(Call call)
    {
        var text = FormattedText.Read(call.Parameters, "entities", call.Parameters["text"], call.Bot.World.Person);
        var room = call.OpenRoom();
        text.CheckLength(FormattedText.TextMax, "message is too long");
        var draftId = call.Parameters.Long("draft_id");
        if (draftId == 0)
        {
            throw Refuse.Bad("draft_id must be non-zero");
        }

        room.Show(new Draft(draftId, text.Text, text.EntitiesOrAbsent), call.Now);
    }
}
