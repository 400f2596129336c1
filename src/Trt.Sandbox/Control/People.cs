using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Files;
using Trt.Sandbox.Telegram.Markup;
using Trt.Sandbox.Telegram.Objects;
using Trt.Sandbox.Telegram.Payments;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

/// <summary>What the people in the chats do: write, send, press, pay, block.</summary>
internal sealed class People(TelegramWorld world)
{
    /// <summary>What a person's own client sends as one message; more becomes several.</summary>
    private const int TextMax = 4096;

    public Written Write(TextRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
            throw new ControlRefusal("\"text\" is empty: give the text the person writes");
        return Receive(request, (message, _) => message, request.Text.Trim().Chunk(TextMax).Select(part => FormattedText.Typed(new string(part))).ToList());
    }

    public Written SendPhoto(PhotoRequest request)
    {
        var photo = Content(request.Base64, request.FileName ?? "photo.jpg", null);
        if (ImageHeader.Read(photo.Content.Span) is null)
            throw new ControlRefusal("\"base64\" is not a PNG, JPEG, GIF, WebP or BMP picture; to send any other file use /control/media with kind \"document\"");
        return Receive(request, (message, bot) => WithCaption(message with { MediaGroupId = request.MediaGroupId }, request.Caption) with
        {
            Photo = PhotoLadder.Store(bot, photo with { FileName = "" }),
        });
    }

    public Written SendMedia(MediaRequest request) => request.Kind switch
    {
        "photo" => SendPhoto(new PhotoRequest
        {
            Token = request.Token,
            ChatId = request.ChatId,
            Name = request.Name,
            Username = request.Username,
            LanguageCode = request.LanguageCode,
            ReplyTo = request.ReplyTo,
            Base64 = request.Base64,
            Caption = request.Caption,
            FileName = request.FileName,
            MediaGroupId = request.MediaGroupId,
        }),
        "contact" => Receive(request, (message, _) => message with
        {
            Contact = new Contact(
                request.PhoneNumber ?? throw new ControlRefusal("a contact needs \"phone_number\""), message.From!.FirstName, message.From.LastName, message.From.Id),
        }),
        "location" => Receive(request, (message, _) => message with
        {
            Location = request is { Latitude: { } latitude, Longitude: { } longitude }
                ? new Location(latitude, longitude)
                : throw new ControlRefusal("a location needs \"latitude\" and \"longitude\""),
        }),
        "document" => SendFile(request, FileKind.Document, "file.bin", null),
        "video" => SendFile(request, FileKind.Video, "video.mp4", "video/mp4"),
        "audio" => SendFile(request, FileKind.Audio, "audio.mp3", "audio/mpeg"),
        "voice" => SendFile(request, FileKind.VoiceNote, "", "audio/ogg"),
        "animation" => SendFile(request, FileKind.Animation, "animation.mp4", "video/mp4"),
        "video_note" => SendFile(request, FileKind.VideoNote, "", "video/mp4"),
        "sticker" => SendFile(request, FileKind.Sticker, "", "image/webp"),
        _ => throw new ControlRefusal("\"kind\" must be one of photo, document, video, audio, voice, animation, video_note, sticker, contact, location"),
    };

    public Pressed Press(ClickRequest request)
    {
        if (string.IsNullOrEmpty(request.Data))
            throw new ControlRefusal("\"data\" is empty: give the callback_data of the button");
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = ExistingRoom(bot, request);
            var messageId = request.MessageId ?? throw new ControlRefusal("\"message_id\" is missing: give the message whose button is pressed");
            var entry = room.Find(messageId);
            if (entry is null && !room.HasEverHad(messageId))
                throw new ControlRefusal($"chat {room.Id} has never had a message {messageId}");
            if (entry is { IsFromUser: true })
                throw new ControlRefusal($"message {messageId} was written by the person and has no buttons");

            var press = new Press(bot.NewId(), messageId, request.Data, bot.Now);
            room.Add(press);
            bot.Presses.Add(room, press);
            var update = bot.Tell(new Update
            {
                CallbackQuery = new CallbackQuery
                {
                    Id = press.Id,
                    From = room.User,
                    // The bot may have deleted the message while the finger was on its way.
                    Message = entry?.Message ?? Message.Inaccessible(room.Chat, messageId),
                    ChatInstance = room.ChatInstance,
                    Data = request.Data,
                },
            });
            return new Pressed(press.Id, messageId, update?.Id);
        }
    }

    public Written Edit(EditRequest request)
    {
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = ExistingRoom(bot, request);
            if (room.Find(request.MessageId ?? 0) is not { IsFromUser: true, Message.Text: not null } entry)
                throw new ControlRefusal("\"message_id\" must name a text that the person has written in this chat");
            var text = FormattedText.Typed(request.Text is { Length: > 0 } given ? given : throw new ControlRefusal("\"text\" is empty"));
            entry.Message = entry.Message with { Text = text.Text, Entities = text.EntitiesOrAbsent, EditDate = bot.Now.ToUnixTimeSeconds() };
            room.Touch();
            var update = bot.Tell(new Update { EditedMessage = entry.Message });
            return new Written(entry.Message.MessageId, [entry.Message.MessageId], update?.Id);
        }
    }

    /// <summary>Tells the bot of a message once more under a new update id, as the real service may do after trouble of its own.</summary>
    public Written Repeat(RepeatRequest request)
    {
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            if (ExistingRoom(bot, request).Find(request.MessageId ?? 0) is not { IsFromUser: true } entry)
                throw new ControlRefusal("\"message_id\" must name a message of the person (or the payment) in this chat");
            var update = bot.Tell(new Update { Message = entry.Message });
            return new Written(entry.Message.MessageId, [entry.Message.MessageId], update?.Id);
        }
    }

    public PaymentStarted Pay(PayRequest request)
    {
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = ExistingRoom(bot, request);
            var checkout = bot.Stars.Begin(room, OrderOf(bot, room, request), request.MessageId);
            return new PaymentStarted(checkout.Id, checkout.MessageId);
        }
    }

    public Blocked Block(BlockRequest request)
    {
        var blocked = request.Blocked ?? throw new ControlRefusal("\"blocked\" is missing: true blocks the bot, false lets it in again");
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = ExistingRoom(bot, request);
            if (room.IsBlocked == blocked)
                return new Blocked(false, null);
            room.Block(blocked);
            var member = new ChatMember("member", bot.AsUser);
            var kicked = new ChatMember("kicked", bot.AsUser, UntilDate: 0);
            var update = bot.Tell(new Update
            {
                MyChatMember = new ChatMemberUpdated
                {
                    Chat = room.Chat,
                    From = room.User,
                    Date = bot.Now.ToUnixTimeSeconds(),
                    OldChatMember = blocked ? member : kicked,
                    NewChatMember = blocked ? kicked : member,
                },
            });
            return new Blocked(true, update?.Id);
        }
    }

    public BotAccount BotOf(string? token) =>
        world.Bot(token ?? SandboxDefaults.BotToken) ?? throw new ControlRefusal("this \"token\" is not registered: POST it to /control/bots first");

    private Written SendFile(MediaRequest request, FileKind kind, string fileName, string? mimeType)
    {
        var upload = Content(request.Base64, request.FileName ?? fileName, request.Mime ?? mimeType);
        var fields = new Parameters();
        foreach (var (name, value) in new[] { ("duration", request.Duration), ("width", request.Width), ("height", request.Height) })
        {
            if (value is { } number)
                fields.Add(name, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Receive(request, (message, bot) =>
            WithCaption(MediaContent.Attach(message with { MediaGroupId = request.MediaGroupId }, kind, upload, bot, fields), request.Caption));
    }

    private static Message WithCaption(Message message, string? caption)
    {
        if (string.IsNullOrWhiteSpace(caption))
            return message;
        var text = FormattedText.Typed(caption.Trim());
        return message with { Caption = text.Text, CaptionEntities = text.EntitiesOrAbsent };
    }

    private Written Receive(PersonRequest request, Func<Message, BotAccount, Message> content, IReadOnlyList<FormattedText>? texts = null)
    {
        var bot = BotOf(request.Token);
        lock (bot.Gate)
        {
            var room = bot.RoomOf(Someone(request));
            if (room.IsBlocked)
                throw new ControlRefusal($"person {room.Id} has blocked this bot: POST /control/block with \"blocked\": false first");
            room.IsStarted = true;
            var ids = new List<long>();
            long? updateId = null;
            foreach (var text in texts ?? [FormattedText.Empty])
            {
                var message = content(
                    new Message
                    {
                        MessageId = bot.NextMessageId(room),
                        From = room.User,
                        Chat = room.Chat,
                        Date = bot.Now.ToUnixTimeSeconds(),
                        ReplyToMessage = request.ReplyTo is { } replyTo ? Target(room, replyTo) : null,
                        Text = text.TextOrAbsent,
                        Entities = text.EntitiesOrAbsent,
                    },
                    bot);
                room.Add(new ChatEntry(message) { IsFromUser = true });
                ids.Add(message.MessageId);
                updateId = bot.Tell(new Update { Message = message })?.Id;
            }

            return new Written(ids[0], ids, updateId);
        }
    }

    private static Message Target(ChatRoom room, long messageId) =>
        room.Find(messageId)?.Message.AsReplyTarget() ?? throw new ControlRefusal($"chat {room.Id} has no message {messageId} to reply to");

    private User Someone(PersonRequest request)
    {
        var id = request.ChatId is > 0 and var given ? given : throw new ControlRefusal("\"chat_id\" must be a positive number: it is the person's id");
        var known = world.Person(id) ?? new User { Id = id, IsBot = false, FirstName = $"Guest {id}", LanguageCode = "ru" };
        return world.Meet(known with
        {
            FirstName = request.Name ?? known.FirstName,
            Username = request.Username ?? known.Username,
            LanguageCode = request.LanguageCode ?? known.LanguageCode,
        });
    }

    private static ChatRoom ExistingRoom(BotAccount bot, PersonRequest request) =>
        bot.Room(request.ChatId ?? 0) ?? throw new ControlRefusal($"chat {request.ChatId} does not exist yet: let the person write first (/control/text)");

    private static Order OrderOf(BotAccount bot, ChatRoom room, PayRequest request)
    {
        const string prefix = "https://t.me/$";
        if (request.Link is { } link)
        {
            return (link.StartsWith(prefix, StringComparison.Ordinal) ? bot.Stars.OrderBehind(link[prefix.Length..]) : null)
                ?? throw new ControlRefusal("\"link\" is not an invoice link of this bot");
        }

        return room.Find(request.MessageId ?? 0)?.Order
            ?? throw new ControlRefusal("\"message_id\" must name a message with an invoice in this chat (or give \"link\", an invoice link)");
    }

    private static Upload Content(string? base64, string fileName, string? mimeType)
    {
        if (string.IsNullOrEmpty(base64))
            throw new ControlRefusal("\"base64\" is empty: give the file's bytes in base64");
        try
        {
            return new Upload(fileName, mimeType, Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            throw new ControlRefusal("\"base64\" cannot be decoded: give plain base64 without a data: prefix");
        }
    }
}
