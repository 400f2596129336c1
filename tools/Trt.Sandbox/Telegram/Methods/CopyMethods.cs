using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Telegram.Methods;

/// <summary>A copy keeps text and media, drops the keyboard and does not say where it comes from; a forward says so.</summary>
internal static class CopyMethods
{
    public static readonly BotMethod[] All =
    [
        new("copyMessage", CopyMessage) { IsPaced = true },
        new("copyMessages", CopyMessages) { IsPaced = true },
        new("forwardMessage", ForwardMessage) { IsPaced = true },
        new("forwardMessages", ForwardMessages) { IsPaced = true },
    ];

    private static MessageReference CopyMessage(Call call)
    {
        var newCaption = call.Parameters.Has("caption") ? MediaMethods.ReadCaption(call, call.Parameters) : null;
        var envelope = Envelope.Read(call);
        newCaption?.CheckLength(FormattedText.CaptionMax, "message caption is too long");
        var source = Source(call, call.MessageId(), "copy");
        return new MessageReference(call.Send(envelope, message => Copy(message, source, newCaption)).Message.MessageId);
    }

    private static List<MessageReference> CopyMessages(Call call)
    {
        var withoutCaption = call.Parameters.Flag("remove_caption") ? FormattedText.Empty : null;
        return Many(call, "copy", (message, source) => Copy(message, source, withoutCaption))
            .ConvertAll(message => new MessageReference(message.MessageId));
    }

    private static Message ForwardMessage(Call call)
    {
        var envelope = Envelope.Read(call, withMarkup: false);
        var source = Source(call, call.MessageId(), "forward");
        return call.Send(envelope, message => Forward(message, source)).Message;
    }

    private static List<MessageReference> ForwardMessages(Call call) =>
        Many(call, "forward", Forward).ConvertAll(message => new MessageReference(message.MessageId));

    private static List<Message> Many(Call call, string verb, Func<Message, Message, Message> make)
    {
        var ids = DeleteMethods.ReadIds(call);
        if (ids.Zip(ids.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw Refuse.Bad("message identifiers must be in a strictly increasing order");
        }

        var envelope = Envelope.Read(call, withMarkup: false);
        var from = call.OpenRoom("from_chat_id");
        var sources = ids.Select(from.Find).OfType<ChatEntry>().Where(entry => !entry.Message.IsService).ToList();
        if (sources.Count == 0)
        {
            throw Refuse.Bad($"there are no messages to {verb}");
        }

        var groups = new Dictionary<string, string>();
        return sources.ConvertAll(source =>
        {
            var group = source.Message.MediaGroupId is { } old
                ? groups.TryGetValue(old, out var known)
                ? known
                : groups[old] = call.Bot.NewId()
                : null;
            return call.Send(envelope, message => make(message, source.Message) with { MediaGroupId = group }).Message;
        });
    }

    private static Message Source(Call call, long id, string verb)
    {
        var entry = call.OpenRoom("from_chat_id").Find(id) ?? throw Refuse.Bad($"message to {verb} not found");
        if (entry.Message.IsService || entry.Message.Invoice is not null)
        {
            throw Refuse.Bad($"message can't be {(verb == "copy" ? "copied" : "forwarded")}");
        }

        return entry.Message.HasProtectedContent == true
            ? throw Refuse.Bad("message has protected content and can't be forwarded")
            : entry.Message;
    }

    private static Message Copy(Message target, Message source, FormattedText? caption) => source with
    {
        MessageId = target.MessageId,
        From = target.From,
        Chat = target.Chat,
        Date = target.Date,
        EditDate = null,
        ForwardOrigin = null,
        ReplyToMessage = target.ReplyToMessage,
        HasProtectedContent = target.HasProtectedContent,
        EffectId = target.EffectId,
        MediaGroupId = null,
        Caption = caption is null || !source.CanHaveCaption ? source.Caption : caption.TextOrAbsent,
        CaptionEntities = caption is null || !source.CanHaveCaption ? source.CaptionEntities : caption.EntitiesOrAbsent,
        ReplyMarkup = target.ReplyMarkup,
    };

    private static Message Forward(Message target, Message source) =>
        Copy(target, source, caption: null) with
        {
            ForwardOrigin = source.ForwardOrigin ?? new ForwardOrigin("user", source.Date, source.From!),
        };
}
