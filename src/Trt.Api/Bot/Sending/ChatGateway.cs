using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Every message to a chat passes here: it keeps the pace and turns each verdict of the messenger into what it means for us.
/// </summary>
internal sealed partial class ChatGateway(BotApi api, ChatPace pace, CustomerWatch people, ILogger<ChatGateway> logger)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private readonly PassingButtons _passing = new();

    /// <summary>
    /// Shows a screen in place of a message, or below everything when that message cannot be changed. Buttons of earlier ones that are
    /// over with it are taken off; when that fails they are merely old.
    /// </summary>
    public async Task<SendOutcome> Show(long chatId, long? messageId, Screen screen, CancellationToken token)
    {
        var outcome = await InSomeForm(screen, form => ShowAs(chatId, messageId, form, token));
        if (outcome is SendOutcome.Sent { MessageId: var shown })
        {
            foreach (var over in _passing.Shown(chatId, shown, screen).Where(id => id <= int.MaxValue))
            {
                await Send(
                    chatId, new EditMessageReplyMarkupRequest { ChatId = chatId, MessageId = (int)over }, message => message.Id, token);
            }
        }

        return outcome;
    }

    /// <summary>The messenger's own invoice is one of the ways to pay.</summary>
    public async Task<SendOutcome> Invoice(long chatId, PaymentId payment, SendInvoiceRequest request, CancellationToken token)
    {
        var outcome = await Send(chatId, request, message => message.Id, token);
        if (outcome is SendOutcome.Sent { MessageId: var sent })
        {
            _passing.NotePayment(payment, sent);
        }

        return outcome;
    }

    /// <summary>Changes a message if it is still there; a new one is not worth it.</summary>
    public Task<SendOutcome> Refresh(long chatId, long messageId, Screen screen, CancellationToken token) =>
        InSomeForm(screen, async form => Edit(chatId, messageId, form) is { } call
            ? Settle(await Send(chatId, call, message => message.Id, token), messageId)
            : new SendOutcome.Sent(messageId, null));

    /// <summary>Completes when what is on its way to all chats leaves room for others.</summary>
    public Task Calm(CancellationToken token) => pace.Calm(token);

    private async Task<SendOutcome> ShowAs(long chatId, long? messageId, Screen screen, CancellationToken token)
    {
        if (messageId is { } existing && existing <= int.MaxValue)
        {
            var edit = screen.Picture is null
                ? await Send(chatId, Edit(chatId, existing, screen)!, message => message.Id, token)
                : await Send(chatId, PictureMessages.Edit(chatId, (int)existing, screen), message => message.Id, token);
            if (edit is not Refused { Verdict: BotVerdict.SendNew or BotVerdict.TryOtherWay })
            {
                return Settle(edit, existing);
            }
        }

        var sent = screen.Picture is null
            ? await Send(chatId, New(chatId, screen), message => message.Id, token)
            : await Send(chatId, PictureMessages.New(chatId, screen), message => message.Id, token);
        return Settle(sent, messageId ?? 0);
    }

    /// <summary>What the messenger finds fault with goes out plainer: a word without its looks is better than none.</summary>
    private static async Task<SendOutcome> InSomeForm(Screen screen, Func<Screen, Task<SendOutcome>> show)
    {
        var outcome = await show(screen);
        foreach (var plainer in (Screen[])[screen.Plain(), screen.Plain() with { Keyboard = Keyboard.None }])
        {
            if (outcome is not Refused { Verdict: BotVerdict.PlainText or BotVerdict.Fix })
            {
                break;
            }

            outcome = await show(plainer);
        }

        return outcome;
    }

    /// <summary>Takes a message out of the chat; refused when the messenger keeps it, for its age or because it is not there.</summary>
    public async Task<SendOutcome> Delete(long chatId, int messageId, CancellationToken token)
    {
        await pace.Wait(chatId, token);
        try
        {
            await api.Call(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, token);
            return new SendOutcome.Sent(messageId, null);
        }
        catch (BotApiException exception) when (exception.Verdict == BotVerdict.Ignore)
        {
            return new Refused(exception.Verdict, exception.Message);
        }
        catch (BotApiException exception)
        {
            return await Judge(chatId, exception);
        }
    }

    /// <summary>Any other message; a refusal comes back with its verdict so that the caller can try another way.</summary>
    public Task<SendOutcome> Send<TResult>(
        long chatId, IRequest<TResult> request, Func<TResult, long> messageId, CancellationToken token) =>
        Send(chatId, request, result => (messageId(result), null), token);

    public Task<SendOutcome> Send<TResult>(
        long chatId, IRequest<TResult> request, Func<TResult, (long MessageId, string? FileId)> read, CancellationToken token) =>
        Send(chatId, request, result => Sent(read(result)), token);

    public async Task<SendOutcome> Send<TResult>(
        long chatId, IRequest<TResult> request, Func<TResult, SendOutcome.Sent> read, CancellationToken token)
    {
        if (await pace.Wait(chatId, token) is { } later)
        {
            return new SendOutcome.TryLater(later, "the group has been told enough for this minute");
        }

        try
        {
            return read(await api.Call(request, token));
        }
        catch (BotApiException exception)
        {
            return await Judge(chatId, exception);
        }
    }

    /// <summary>Goes through everything but the sending, so that the first customer does not wait for the messenger's library.</summary>
    public static void Rehearse()
    {
        var screen = new Screen(Html.Escape("a"), new Keyboard().Row(new MainMenuRoute().Button("b")));
        BotApi.Rehearse(New(0, screen), SentMessage);
        BotApi.Rehearse(Edit(0, 1, screen)!, SentMessage);
        BotApi.Rehearse(new AnswerCallbackQueryRequest { CallbackQueryId = "1" }, "true"u8);
    }

    private static ReadOnlySpan<byte> SentMessage =>
        """{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"a","reply_markup":{"inline_keyboard":[[{"text":"b","callback_data":"c"}]]}}"""u8;

    private static SendMessageRequest New(long chatId, Screen screen) => new()
    {
        ChatId = chatId,
        Text = screen.Text.Value,
        ParseMode = ParseMode.Html,
        ReplyMarkup = screen.Keyboard.ToMarkup(),
        LinkPreviewOptions = LinkPreviewOptions.Disabled,
        MessageEffectId = screen.Effect.Id(),
        ReplyParameters = ReplyTo(screen.ReplyTo),
    };

    /// <summary>What it answers may be gone by then; it is said all the same.</summary>
    public static ReplyParameters? ReplyTo(int? messageId) =>
        messageId is > 0 and var id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;

    /// <summary>Null when the messenger's library has no room for the id: that message is left as it is.</summary>
    private static EditMessageTextRequest? Edit(long chatId, long messageId, Screen screen) => messageId > int.MaxValue ? null : new()
    {
        ChatId = chatId,
        MessageId = (int)messageId,
        Text = screen.Text.Value,
        ParseMode = ParseMode.Html,
        ReplyMarkup = screen.Keyboard.ToMarkup(),
        LinkPreviewOptions = LinkPreviewOptions.Disabled,
    };

    private static SendOutcome.Sent Sent((long MessageId, string? FileId) message) => new(message.MessageId, message.FileId);

    private async Task<SendOutcome> Judge(long chatId, BotApiException exception)
    {
        switch (exception.Verdict)
        {
            case BotVerdict.Ignore:
                return new SendOutcome.Sent(0, null);
            case BotVerdict.RetryAfter:
                var wait = exception.RetryAfter ?? Soon;
                pace.Hold(chatId, wait);
                await people.Pause(chatId, wait);
                return new SendOutcome.TryLater(wait, exception.Description);
            case BotVerdict.RecipientGone when exception.MigrateToChatId is { } next:
                await people.Moved(chatId, next);
                return new GroupMoved(next);
            case BotVerdict.RecipientGone when chatId < 0:
                await people.ShutOut(chatId);
                return new SendOutcome.RecipientGone();
            case BotVerdict.RecipientGone:
                await people.Lost(new UserId(chatId));
                return new SendOutcome.RecipientGone();
            case BotVerdict.TryLater when !exception.MayHaveHappened:
                return new SendOutcome.TryLater(Soon, exception.Description);
            case BotVerdict.TryLater:
                return new SendOutcome.Unknown(exception.Message, IsTrouble: true);
            case BotVerdict.Unknown:
                return new SendOutcome.Unknown(exception.Message);
            case BotVerdict.Stop:
                pace.Hold(TimeSpan.FromSeconds(30));
                MessengerRefusesUs(exception.Message);
                return new SendOutcome.TryLater(TimeSpan.FromSeconds(30), exception.Description);
            case BotVerdict.SendNew:
            case BotVerdict.TryOtherWay:
                return new Refused(exception.Verdict, exception.Message);
            case BotVerdict.PlainText:
            case BotVerdict.Fix:
                SendRefused(exception.Message);
                return new Refused(exception.Verdict, exception.Message);
            default:
                throw new InvalidOperationException($"No rule for {exception.Verdict}", exception);
        }
    }

    private static SendOutcome Settle(SendOutcome outcome, long messageId) => outcome switch
    {
        SendOutcome.Sent { MessageId: 0 } => new SendOutcome.Sent(messageId, null),
        _ => outcome,
    };

    [LoggerMessage(EventId = 300, EventName = "TG_STOP", Level = LogLevel.Critical, Message = "The messenger does not accept us: {Error}")]
    private partial void MessengerRefusesUs(string error);

    [LoggerMessage(EventId = 301, EventName = "TG_SEND_FAIL", Level = LogLevel.Error,
        Message = "A message was refused and will not be repeated: {Error}")]
    private partial void SendRefused(string error);
}

/// <summary>The group lives on under another id; nothing was sent.</summary>
internal sealed record GroupMoved(long ChatId) : SendOutcome;

/// <summary>The messenger will not take this message in this form, now or later.</summary>
internal sealed record Refused(BotVerdict Verdict, string Detail) : SendOutcome;
